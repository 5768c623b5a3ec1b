package vn.dondoc.notifications.channel.mail;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import vn.dondoc.notifications.notice.Notice;

/**
 * What a mail says about one notice or many, what is late first; as text and as a page that needs nothing from elsewhere and
 * fits a phone. Vietnamese comes first, English after it.
 */
final class MailText {

    /** More are counted, not listed. */
    private static final int MOST_LISTED = 100;

    private final List<Notice> notices;

    MailText(List<Notice> notices) {
        this.notices = notices.stream()
                .sorted(Comparator.comparingInt(
                                (Notice it) -> Group.of(it.kind()).ordinal())
                        .thenComparing(Notice::createdAt))
                .toList();
    }

    /** Notices that ask for the same, the most urgent first. */
    private enum Group {
        LATE("quá hạn", "late", "#b42318"),
        TO_DECIDE("chờ quyết định", "to decide", "#6941c6"),
        SOON("sắp đến hạn", "due soon", "#b54708"),
        CHANGED("thay đổi", "changed", "#175cd3");

        private final String vietnamese;
        private final String english;
        private final String colour;

        Group(String vietnamese, String english, String colour) {
            this.vietnamese = vietnamese;
            this.english = english;
            this.colour = colour;
        }

        static Group of(Notice.Kind kind) {
            return switch (kind) {
                case DEADLINE_MISSED -> LATE;
                case DEADLINE_APPROACHING -> SOON;
                case TASK_REFUSED, EXTENSION_REQUESTED, TASK_ASKED -> TO_DECIDE;
                default -> CHANGED;
            };
        }
    }

    String subject() {
        return notices.size() == 1
                ? notices.getFirst().subject()
                : "Đôn Đốc: " + notices.size() + " việc – " + counts(it -> it.vietnamese);
    }

    private String counts(Function<Group, String> word) {
        Map<Group, Integer> counts = new EnumMap<>(Group.class);
        notices.forEach(it -> counts.merge(Group.of(it.kind()), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(it -> it.getValue() + " " + word.apply(it.getKey()))
                .collect(Collectors.joining(", "));
    }

    String plain() {
        if (notices.size() == 1) {
            Notice only = notices.getFirst();
            return only.body() + "\n\n---\n" + only.bodyEn() + "\n";
        }
        return section(counts(it -> it.vietnamese), Notice::body, "… và %d việc khác trong hộp thư của cơ quan.")
                + "\n---\n"
                + section(counts(it -> it.english), Notice::bodyEn, "… and %d more in the inbox of your agency.");
    }

    private String section(String heading, Function<Notice, String> body, String more) {
        var text = new StringBuilder(heading).append(":\n\n");
        int n = 0;
        for (Notice it : listed()) {
            text.append(++n).append(". ").append(body.apply(it)).append('\n');
        }
        if (notices.size() > MOST_LISTED) {
            text.append(more.formatted(notices.size() - MOST_LISTED)).append('\n');
        }
        return text.toString();
    }

    private List<Notice> listed() {
        return notices.subList(0, Math.min(MOST_LISTED, notices.size()));
    }

    String html() {
        var page = new StringBuilder("""
                <!doctype html>
                <html lang="vi"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark"></head>
                <body style="margin:0;padding:16px;font:16px/1.5 system-ui,'Segoe UI',Roboto,Arial,sans-serif">
                <div style="max-width:640px;margin:0 auto">
                """);
        page.append("<h1 style=\"font-size:20px;line-height:1.3;margin:0 0 16px\">")
                .append(escaped(subject()))
                .append("</h1>\n");
        items(page, "vi", it -> it.vietnamese, Notice::body, "… và %d việc khác trong hộp thư của cơ quan.");
        page.append("<hr style=\"border:0;border-top:1px solid #98a2b3;margin:24px 0\">\n");
        items(page, "en", it -> it.english, Notice::bodyEn, "… and %d more in the inbox of your agency.");
        page.append(
                "<p style=\"font-size:13px;color:#667085\">Thư tự động của hệ thống Đôn Đốc; xin không trả lời thư này."
                        + " <span lang=\"en\">Sent automatically; please do not answer.</span></p>\n</div></body></html>\n");
        return page.toString();
    }

    private void items(
            StringBuilder page,
            String language,
            Function<Group, String> word,
            Function<Notice, String> body,
            String more) {
        page.append("<div lang=\"").append(language).append("\">\n");
        for (Notice it : listed()) {
            Group group = Group.of(it.kind());
            page.append("<div style=\"border-left:4px solid ")
                    .append(group.colour)
                    .append(
                            ";padding:4px 0 4px 12px;margin:0 0 12px;overflow-wrap:anywhere\"><div style=\"font-size:13px;")
                    .append("font-weight:600;color:")
                    .append(group.colour)
                    .append("\">")
                    .append(escaped(word.apply(group)))
                    .append("</div>")
                    .append(escaped(body.apply(it)))
                    .append("</div>\n");
        }
        if (notices.size() > MOST_LISTED) {
            page.append("<p>")
                    .append(more.formatted(notices.size() - MOST_LISTED))
                    .append("</p>\n");
        }
        page.append("</div>\n");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
