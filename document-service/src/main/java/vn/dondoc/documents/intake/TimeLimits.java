package vn.dondoc.documents.intake;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.documents.directive.TimeLimit;

/** When a duty is due. "Trước ngày D" excludes D; "chậm nhất ngày D" and "đến hết ngày D" include it. */
final class TimeLimits {

    private static final Pattern BY_DATE = Pattern.compile(
            "((?:(?:hoàn thành|xong|gửi|báo cáo)\\s+)?(trước|chậm nhất(?: là)?|muộn nhất(?: là)?|đến hết|đến|trong)\\s+(?:ngày\\s+)?)"
                    + Dates.DATE,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern REPORT_OF_QUARTER = Pattern.compile(
            "(?:trong |tại )?(báo cáo (?:công tác [\\p{L} ]+? )?quý (I{1,3}|IV|[1-4])/(\\d{4})(?: về [\\p{L} ]+?(?=[,;.]|$))?)");
    private static final Pattern EMBEDDED =
            Pattern.compile("lồng ghép (?:trong|vào) (báo cáo [\\p{L} ]+?)(?= gửi|[,;.]|$)");
    private static final Pattern RECURRING = Pattern.compile(
            "(?:định kỳ )?(?:h[àằ]ng (ngày|tuần|tháng|quý|năm)|6 tháng một lần)(?:, (?:quý|năm))?|qua (?:từng|các) năm",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ROADMAP = Pattern.compile(
            "(?:giai đoạn \\d{4} ?- ?\\d{4} )?theo (?:đúng )?lộ trình|đúng tiến độ|khẩn trương hoàn thành|theo kế hoạch đã đề ra",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CONTINUOUS = Pattern.compile(
            "^(?:thường xuyên|tiếp tục|tăng cường|đẩy mạnh|duy trì)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Map<String, String> FREQUENCIES =
            Map.of("ngày", "DAILY", "tuần", "WEEKLY", "tháng", "MONTHLY", "quý", "QUARTERLY", "năm", "ANNUAL");
    private static final Map<String, Integer> QUARTERS =
            Map.of("I", 1, "II", 2, "III", 3, "IV", 4, "1", 1, "2", 2, "3", 3, "4", 4);

    private TimeLimits() {}

    static TimeLimit of(String sentence) {
        Matcher date = BY_DATE.matcher(sentence);
        while (date.find()) {
            Optional<LocalDate> day = Dates.at(date, 3);
            if (day.isPresent()) {
                boolean inclusive = !date.group(2).toLowerCase(Locale.ROOT).startsWith("trước");
                return TimeLimit.onDate(date.group().strip(), day.get(), inclusive);
            }
        }
        Matcher quarter = REPORT_OF_QUARTER.matcher(sentence);
        if (quarter.find()) {
            String period = quarter.group(3) + "-Q" + QUARTERS.get(quarter.group(2));
            return new TimeLimit(
                    TimeLimit.Kind.RECURRING,
                    quarter.group().strip(),
                    null,
                    true,
                    "QUARTERLY",
                    period,
                    quarter.group(1).strip());
        }
        Matcher embedded = EMBEDDED.matcher(sentence);
        if (embedded.find()) {
            return new TimeLimit(
                    TimeLimit.Kind.RECURRING,
                    embedded.group().strip(),
                    null,
                    true,
                    null,
                    null,
                    embedded.group(1).strip());
        }
        Matcher recurring = RECURRING.matcher(sentence);
        if (recurring.find()) {
            String every = recurring.group(1);
            String frequency = every == null
                    ? (recurring.group().startsWith("6") ? "SEMIANNUAL" : "ANNUAL")
                    : FREQUENCIES.get(every.toLowerCase(Locale.ROOT));
            return new TimeLimit(TimeLimit.Kind.RECURRING, recurring.group(), null, true, frequency, null, null);
        }
        Matcher roadmap = ROADMAP.matcher(sentence);
        if (roadmap.find()) {
            return TimeLimit.without(TimeLimit.Kind.ROADMAP, roadmap.group());
        }
        Matcher continuous = CONTINUOUS.matcher(sentence);
        if (continuous.find()) {
            return TimeLimit.without(TimeLimit.Kind.CONTINUOUS, continuous.group());
        }
        return TimeLimit.NONE;
    }
}
