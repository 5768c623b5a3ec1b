package vn.dondoc.documents.intake.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.TimeLimit;
import vn.dondoc.documents.intake.lexicon.Actors;
import vn.dondoc.documents.intake.text.Outline;
import vn.dondoc.documents.intake.text.Stretch;
import vn.dondoc.documents.intake.time.TimeLimits;

/**
 * One duty before it has its place, and what labels under it add: who leads, who cooperates, by when, with what result.
 *
 * @param stages each of its days, where it has several; {@code limit} is the last
 */
record Deed(
        Stretch text,
        List<String> assignees,
        List<String> cooperating,
        boolean implicit,
        TimeLimit limit,
        List<TimeLimit> stages,
        @Nullable String kind,
        List<String> reportTo,
        @Nullable String product) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern LEAD_LABEL = Pattern.compile(
            "^(?:[-+*•]\\s*)?(?:(?:Cơ quan|Đơn vị)(?: \\([^)]*\\))? (?:chủ trì|thực hiện|tham mưu|đầu mối)(?:,? (?:thực hiện|tham mưu|chủ trì))?|Chủ trì(?: thực hiện)?|Phân công(?: thực hiện)?|Trách nhiệm(?: thực hiện)?)\\s*:\\s*(.+)$",
            FLAGS);

    private static final Pattern COOPERATING_LABEL = Pattern.compile(
            "^(?:[-+*•]\\s*)?(?:(?:Cơ quan|Đơn vị) phối hợp(?: thực hiện)?|Phối hợp(?: thực hiện)?)\\s*:\\s*(.+)$",
            FLAGS);

    private static final Pattern PRODUCT_LABEL = Pattern.compile(
            "^(?:[-+*•]\\s*)?(?:Sản phẩm(?: đầu ra| hoàn thành| dự kiến)?|Kết quả(?: đầu ra| dự kiến| thực hiện)?)\\s*:\\s*(.+)$",
            FLAGS);

    private static final int LONGEST_LABEL = 600;

    /** "Theo phân công tại Phụ lục 2" says where it is said. */
    private static final Pattern NOBODY = Pattern.compile("^(?:theo|như|tùy|căn cứ|khi có|do) ", FLAGS);

    private static final Pattern LABELS_APART = Pattern.compile(
            "(?<=[.;]) (?=(?:Thời (?:gian|hạn)|Tiến độ|Lộ trình|Phân công|Chủ trì|Phối hợp|Sản phẩm|Kết quả|(?:Cơ quan|Đơn vị) (?:chủ trì|phối hợp|thực hiện))[^:.;]{0,30}:)");
    private static final Pattern ROLES = Pattern.compile(
            "(?:(?:Đề nghị|Giao) )?(.{1,300}?)(?: (?:chủ trì|làm đầu mối|thực hiện))?(?:[,;]? (?:phối hợp|cùng)(?: với)? (.{1,600})|[,;] (.{1,300}?) phối hợp(?: thực hiện)?|(?<=chủ trì|đầu mối|thực hiện))",
            FLAGS);

    Deed with(TimeLimit other) {
        return new Deed(text, assignees, cooperating, implicit, other, List.of(), kind, reportTo, product);
    }

    /** With several days instead of one, if there are; otherwise the same. */
    Deed in(List<TimeLimit> several) {
        return several.isEmpty()
                ? this
                : new Deed(text, assignees, cooperating, implicit, latest(several), several, kind, reportTo, product);
    }

    private static TimeLimit latest(List<TimeLimit> several) {
        return several.stream()
                .max(Comparator.comparing(it -> Objects.requireNonNullElse(it.date(), LocalDate.MIN)))
                .orElse(TimeLimit.NONE);
    }

    static boolean isLabel(String text) {
        return LEAD_LABEL.matcher(text).matches()
                || COOPERATING_LABEL.matcher(text).matches()
                || TimeLimits.LABEL.matcher(text).matches()
                || PRODUCT_LABEL.matcher(text).matches();
    }

    /** The actors a cell or label lists; the cell itself if none is recognised. */
    static List<String> names(String cell) {
        String plain = cell.replaceFirst("[.;]$", "").strip();
        if (plain.isEmpty()
                || plain.equals("-")
                || NOBODY.matcher(plain).find() && Actors.anywhere(plain).isEmpty()) {
            return List.of();
        }
        Actors.Opening opening = Actors.opening(plain);
        if (opening.isEmpty()) {
            List<String> within = Actors.anywhere(plain);
            return within.isEmpty() ? List.of(plain) : within;
        }
        List<String> names = new ArrayList<>(opening.phrases());
        int named = plain.lastIndexOf(names.getLast());
        if (opening.length() < plain.length() && named >= 0) {
            names.set(names.size() - 1, plain.substring(named));
        }
        return List.copyOf(names);
    }

    Deed labelled(List<Outline.Item> labels, TimeLimits limits) {
        Deed labelled = this;
        for (Outline.Item label : labels) {
            labelled = labelled.labelled(label.text().text(), limits);
        }
        return labelled;
    }

    /** With what a line of labels says, one or several on it. */
    Deed labelled(String line, TimeLimits limits) {
        Deed labelled = this;
        for (String label : LABELS_APART.split(line)) {
            labelled = labelled.withLabel(label, limits);
        }
        return labelled;
    }

    private Deed withLabel(String label, TimeLimits limits) {
        Matcher time = TimeLimits.LABEL.matcher(label);
        if (time.matches()) {
            String words = time.group(1) == null ? time.group(2) : time.group(1);
            return with(limits.ofCell(words)).in(limits.stagesOfCell(words));
        }
        Matcher lead = LEAD_LABEL.matcher(label);
        if (lead.matches()) {
            return ledBy(lead.group(1).replaceFirst("[.;]$", ""));
        }
        Matcher with = COOPERATING_LABEL.matcher(label);
        if (with.matches()) {
            return new Deed(text, assignees, names(with.group(1)), implicit, limit, stages, kind, reportTo, product);
        }
        Matcher product = PRODUCT_LABEL.matcher(label);
        if (product.matches()) {
            return new Deed(
                    text,
                    assignees,
                    cooperating,
                    implicit,
                    limit,
                    stages,
                    kind,
                    reportTo,
                    product.group(1).replaceFirst("[.;]$", ""));
        }
        return this;
    }

    /** "Sở A chủ trì; Sở B phối hợp", "Sở A chủ trì, phối hợp với Sở B", or names alone. */
    private Deed ledBy(String words) {
        Matcher roles = ROLES.matcher(words);
        if (words.length() > LONGEST_LABEL || !roles.matches()) {
            return new Deed(text, names(words), cooperating, false, limit, stages, kind, reportTo, product);
        }
        String with = roles.group(2) != null ? roles.group(2) : roles.group(3);
        return new Deed(
                text,
                names(roles.group(1)),
                with == null ? cooperating : names(with),
                false,
                limit,
                stages,
                kind,
                reportTo,
                product);
    }

    /** Of a resolution's paragraph, what has neither its own actor nor its own time goes with what stands before it. */
    static List<Deed> merged(List<Deed> deeds) {
        List<Deed> merged = new ArrayList<>();
        for (Deed deed : deeds) {
            boolean own = !deed.implicit()
                            && !(!merged.isEmpty()
                                    && merged.getLast().assignees().equals(deed.assignees()))
                    || !deed.limit().isNone()
                    || deed.kind() != null && deed.kind().endsWith("REPORT");
            if (merged.isEmpty() || own) {
                merged.add(deed);
            } else {
                Deed last = merged.getLast();
                merged.set(
                        merged.size() - 1,
                        new Deed(
                                last.text().joined(deed.text()),
                                last.assignees(),
                                last.cooperating(),
                                last.implicit(),
                                last.limit(),
                                last.stages(),
                                last.kind(),
                                last.reportTo(),
                                last.product()));
            }
        }
        return merged;
    }

    /** Who puts together a periodic report does so in its period. */
    static @Nullable Deed ofTheSameReport(@Nullable Deed deed, List<Deed> before) {
        if (deed == null || before.isEmpty() || !"AGGREGATION".equals(deed.kind())) {
            return deed;
        }
        TimeLimit report = before.getLast().limit();
        boolean ownTime = deed.limit().date() != null || deed.limit().frequency() != null;
        String phrase =
                deed.limit().phrase() == null ? report.phrase() : deed.limit().phrase();
        return ownTime || report.period() == null || phrase == null
                ? deed
                : deed.with(TimeLimit.recurring(phrase, report.frequency(), null)
                        .within(deed.limit().embeddedIn(), report.period()));
    }
}
