package vn.dondoc.notifications.channel.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Wording;
import vn.dondoc.notifications.notice.wording.Language;
import vn.dondoc.notifications.notice.wording.LinkProperties;
import vn.dondoc.notifications.notice.wording.Wordings;

/**
 * What a mail says about one notice or many, what is late first; as text and as a page that needs nothing from elsewhere and
 * fits a phone.
 */
@Component
class MailText {

    /** More are counted, not listed. */
    private static final int MOST_LISTED = 100;

    private final Wordings wordings;
    private final LinkProperties links;
    private final Template text = template("mail.txt", false);
    private final Template page = template("mail.html", true);

    MailText(Wordings wordings, LinkProperties links) {
        this.wordings = wordings;
        this.links = links;
    }

    private static Template template(String name, boolean escaped) {
        try (InputStream stream =
                Objects.requireNonNull(MailText.class.getResourceAsStream("/notices/" + name + ".mustache"), name)) {
            return Mustache.compiler()
                    .escapeHTML(escaped)
                    .emptyStringIsFalse(true)
                    .compile(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A mail in words.
     *
     * @param html the same as a page
     */
    record Mail(String subject, String plain, String html) {}

    /** Notices that ask for the same, the most urgent first. */
    private enum Group {
        LATE("#b42318"),
        TO_DECIDE("#6941c6"),
        SOON("#b54708"),
        ASSIGNED("#067647"),
        OVERVIEW("#344054"),
        CHANGED("#175cd3");

        private final String colour;

        Group(String colour) {
            this.colour = colour;
        }

        static Group of(Notice notice) {
            return switch (notice.kind()) {
                case DEADLINE_MISSED, TARGET_MISSED, NOT_TAKEN_UP, RECORD_PARKED -> LATE;
                case DEADLINE_APPROACHING -> SOON;
                case TASK_ASSIGNED -> ASSIGNED;
                case TASK_REFUSED, EXTENSION_REQUESTED, TASK_ASKED -> TO_DECIDE;
                case DAILY_DIGEST, WEEKLY_DIGEST, NOT_OPENED -> OVERVIEW;
                default -> CHANGED;
            };
        }
    }

    /** @param languages in which it is written, one after the other */
    Mail of(List<Notice> notices, List<Language> languages) {
        List<Notice> sorted = notices.stream()
                .sorted(Comparator.comparing(Group::of).thenComparing(Notice::createdAt))
                .toList();
        Language first = languages.getFirst();
        String subject = subject(sorted, first);
        List<Map<String, Object>> sections =
                languages.stream().map(it -> section(sorted, it, it == first)).toList();
        Map<String, Object> values = Map.of(
                "subject",
                subject,
                "sections",
                sections,
                "footer",
                wordings.text("mail.footer", Map.of(), Language.VI),
                "footerEn",
                wordings.text("mail.footer", Map.of(), Language.EN));
        return new Mail(subject, text.execute(values), page.execute(values));
    }

    private String subject(List<Notice> notices, Language language) {
        return notices.size() == 1
                ? wordings.of(notices.getFirst(), language).subject()
                : wordings.text(
                        "mail.subject",
                        Map.of(
                                "n", notices.size(),
                                "counts", counts(notices, language),
                                "directive", directive(notices)),
                        language);
    }

    /** The one that all are about; empty if they are about several, or about none. */
    private static String directive(List<Notice> notices) {
        List<String> numbers = notices.stream()
                .map(it -> Objects.requireNonNullElse(it.facts().directiveNumber(), ""))
                .distinct()
                .toList();
        return numbers.size() == 1 ? numbers.getFirst() : "";
    }

    private String counts(List<Notice> notices, Language language) {
        Map<Group, Integer> counts = new EnumMap<>(Group.class);
        notices.forEach(it -> counts.merge(Group.of(it), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(it -> it.getValue() + " " + named(it.getKey(), language))
                .collect(Collectors.joining(", "));
    }

    private String named(Group group, Language language) {
        return wordings.text("mail.group." + group, Map.of(), language);
    }

    private Map<String, Object> section(List<Notice> notices, Language language, boolean first) {
        List<Map<String, Object>> items = notices.stream()
                .limit(MOST_LISTED)
                .map(it -> item(it, notices.size() > 1, language))
                .toList();
        int more = notices.size() - items.size();
        return Map.of(
                "language",
                language.name().toLowerCase(Locale.ROOT),
                "first",
                first,
                "heading",
                notices.size() == 1 ? "" : counts(notices, language),
                "items",
                items,
                "more",
                more == 0 ? "" : wordings.text("mail.more", Map.of("n", more), language));
    }

    private Map<String, Object> item(Notice notice, boolean marked, Language language) {
        Group group = Group.of(notice);
        Wording words = wordings.of(notice, language);
        return Map.of(
                "mark", marked ? "• " : "",
                "group", named(group, language),
                "colour", group.colour,
                "body", words.body(),
                "lines", words.body().lines().toList(),
                "next", words.next(),
                "link", links.to(notice.facts()).orElse(""),
                "linkWords", wordings.text("mail.link", Map.of(), language));
    }
}
