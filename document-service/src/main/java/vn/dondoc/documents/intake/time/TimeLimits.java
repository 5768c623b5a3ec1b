package vn.dondoc.documents.intake.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.TimeLimit;

/**
 * When a duty is due, in the forms that offices write. A date without a word of limit before it is no limit: it dates a
 * meeting, a statistic or another document.
 */
public final class TimeLimits {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Whether a line labels a limit, as in "Thời gian hoàn thành: Quý II/2022". */
    public static final Pattern LABEL = Pattern.compile(
            "^(?:[-+*•]\\s*)?(?:Thời (?:gian|hạn)|Tiến độ|Lộ trình)(?: (?:thực hiện|hoàn thành|trình|ban hành|báo cáo|gửi|nộp|dự kiến|triển khai|tổ chức)){0,200}\\s*:\\s*(.+)$|^Thời (?:gian|hạn) (?:thực hiện|hoàn thành)[^:.;,]{0,40}? ((?:trước|trong|đến|chậm|xong|theo|từ) .+)$",
            FLAGS);

    private static final Pattern REPORT_OF_QUARTER = Pattern.compile(
            "(?:trong |tại |vào )?(báo cáo (?:[\\p{L} ]+? )?quý (I{1,3}|IV|[1-4])(?:/| năm )(\\d{4})(?: về [\\p{L} ]+?(?=[,;.]|$))?)",
            FLAGS);

    private static final Pattern EMBEDDED = Pattern.compile(
            "lồng ghép (?:chung )?(?:trong|vào|với)(?: nội dung)? ((?:các )?báo cáo [\\p{L}\\d, ]+?)(?= gửi| về (?=Sở|UBND|Ủy)|, gửi|[;.)]|$|,(?! hằng| hàng| quý| 6| năm))",
            FLAGS);

    /** No time is longer; reading words without end would take as long. */
    private static final int LONGEST_CELL = 400;

    /** "l5/6/2025", "3O/6/2025" */
    private static final Pattern MISREAD_DIGIT = Pattern.compile(
            "(?<![\\p{L}\\d])(?<![Qq]uý )[lI](?=\\d?\\s?/\\s?\\d)|(?<=[\\s\\d/]\\d)[oO](?=\\s?/)|(?<=\\d/)[lI](?=\\d?/)|(?<=/\\d)[oO](?=/)");

    private static final Pattern STAGE_ENDS = Pattern.compile(";|<br ?/?>|\\n|\\. (?=\\p{Lu})|(?<=\\d),? (?=[-–•] )");

    /** A year that only says in which the rest is meant. */
    private static final Pattern IN_THE_YEAR = Pattern.compile("(?:trong|đến) năm \\d{4}", FLAGS);

    private static final Pattern STAGE_LABEL = Pattern.compile("^[^:\\d]{1,30}[^:]{0,40}:\\s");

    private final CalendarDays days;

    /** What was read already: a sentence is asked for its limit more than once on the way to its duties. */
    private final Map<String, TimeLimit> known = new HashMap<>();

    /** @param issued the document's own date, from which a missing year is inferred */
    public TimeLimits(@Nullable LocalDate issued) {
        this.days = new CalendarDays(issued);
    }

    @Nullable
    public LocalDate issued() {
        return days.issued();
    }

    /** The limit that a sentence names. */
    public TimeLimit of(String sentence) {
        return known.computeIfAbsent(sentence, this::readAsMeant);
    }

    /** With digits where a scanner took them for letters; what is quoted stays as it stands. */
    private TimeLimit readAsMeant(String sentence) {
        String meant =
                MISREAD_DIGIT.matcher(sentence).replaceAll(it -> it.group().equalsIgnoreCase("o") ? "0" : "1");
        TimeLimit limit = read(meant);
        String phrase = limit.phrase();
        if (phrase == null || meant.equals(sentence)) {
            return limit;
        }
        int at = meant.indexOf(phrase);
        return at < 0 ? limit : limit.saidAs(sentence.substring(at, at + phrase.length()));
    }

    private TimeLimit read(String sentence) {
        String words = sentence.toLowerCase(Locale.ROOT);
        boolean dates = words.codePoints().anyMatch(Character::isDigit)
                || Stream.of("quý ", " nay", " này", " mai", " tới", " sau", "cùng ngày")
                        .anyMatch(words::contains);
        TimeLimit limit = Recurrences.onDay(sentence, words)
                .or(() -> dates ? days.in(sentence) : Optional.empty())
                .or(() -> Recurrences.howOften(sentence, words))
                .or(() -> VagueLimits.of(sentence, words))
                .orElse(TimeLimit.NONE);
        return words.contains("báo cáo") ? withReport(sentence, limit) : limit;
    }

    /** The limit that a cell or a line "Thời gian: …" gives, where a bare date is one. */
    public TimeLimit ofCell(String raw) {
        if (raw.length() > LONGEST_CELL) {
            return TimeLimit.NONE;
        }
        String cell = raw.strip().replaceAll("[.;]+$", "").replaceFirst("(?iu)^hoàn thành ", "");
        return days.inCell(cell).orElseGet(() -> {
            TimeLimit inWords = of(cell);
            if (!inWords.isNone()) {
                return inWords;
            }
            if (cell.matches("(?iu)^(?:thường xuyên|liên tục).*")) {
                return TimeLimit.without(TimeLimit.Kind.CONTINUOUS, raw.strip());
            }
            if (cell.matches("(?iu)^(?:h[àằ]ng |mỗi )?(?:năm|quý|tháng|tuần)(?: .*)?$")
                    && cell.matches("(?iu)^(?:h[àằ]ng|mỗi) .*")) {
                return of("định kỳ " + cell);
            }
            return cell.isBlank() || cell.equals("-")
                    ? TimeLimit.NONE
                    : TimeLimit.without(TimeLimit.Kind.ROADMAP, raw.strip());
        });
    }

    /**
     * Every day by which something is to be done, where a text names several, in order: the stages of one duty. Empty if there
     * are not two of them.
     */
    public List<TimeLimit> stages(String text) {
        List<TimeLimit> stages = new ArrayList<>();
        String rest = text;
        TimeLimit next = of(rest);
        while (next.date() != null && next.relative() == null && next.phrase() != null) {
            int end = rest.indexOf(next.phrase()) + next.phrase().length();
            if (stages.isEmpty() || !IN_THE_YEAR.matcher(next.phrase()).matches()) {
                stages.add(next);
            }
            rest = rest.substring(Math.min(rest.length(), end));
            next = of(rest);
        }
        return severalDays(stages);
    }

    /** The same of a cell or a line "Thời gian: …", whose pieces say themselves which stage they are. */
    public List<TimeLimit> stagesOfCell(String cell) {
        if (cell.length() > LONGEST_CELL || CalendarDays.isSpan(cell)) {
            return List.of();
        }
        List<TimeLimit> stages = new ArrayList<>();
        for (String piece : STAGE_ENDS.split(cell)) {
            String words = piece.strip().replaceFirst("^[-–+•]\\s*", "");
            Matcher label = STAGE_LABEL.matcher(words);
            boolean labelled = label.find();
            TimeLimit limit = ofCell(labelled ? words.substring(label.end()) : words);
            if (labelled && limit.date() == null) {
                limit = ofCell(label.group().replaceFirst(":\\s*$", ""));
            }
            if (limit.date() != null && limit.relative() == null) {
                stages.add(limit.saidAs(words));
            }
        }
        List<TimeLimit> several = severalDays(stages);
        return several.isEmpty() ? stages(cell) : several;
    }

    /** Those ahead, where there are; a day that was over when the paper was issued is no stage of what is to be done. */
    private List<TimeLimit> severalDays(List<TimeLimit> stages) {
        LocalDate issued = days.issued();
        List<TimeLimit> ahead = stages.stream()
                .filter(it -> issued == null || it.date() == null || !it.date().isBefore(issued))
                .toList();
        return ahead.stream().map(TimeLimit::date).distinct().count() > 1 ? ahead : List.of();
    }

    private static TimeLimit withReport(String sentence, TimeLimit limit) {
        Matcher quarter = REPORT_OF_QUARTER.matcher(sentence);
        if (quarter.find()) {
            String instance = quarter.group(3) + "-Q"
                    + CalendarDays.QUARTERS.get(quarter.group(2).toUpperCase(Locale.ROOT));
            TimeLimit base = limit.kind() == TimeLimit.Kind.DATE
                    ? limit
                    : TimeLimit.recurring(quarter.group().strip(), "QUARTERLY", limit.recurrence());
            return base.within(quarter.group(1).strip(), instance);
        }
        Matcher embedded = EMBEDDED.matcher(sentence);
        if (embedded.find()) {
            String report = embedded.group(1).strip();
            TimeLimit base = limit.isNone() || limit.kind() == TimeLimit.Kind.ROADMAP
                    ? TimeLimit.recurring(
                            sentence.matches("(?iu)^định kỳ.*")
                                    ? "Định kỳ"
                                    : embedded.group().strip(),
                            null,
                            null)
                    : limit;
            return base.within(report, null);
        }
        return limit;
    }
}
