package vn.dondoc.documents.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates, periods and spans of time in a text, whatever they are for. Wider than what {@link TimeLimits} understands, so that
 * what it does not understand is noticed.
 */
final class TimeMentions {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String COUNT = "(?:\\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa)";
    private static final String UNIT = "(?:ngày làm việc|ngày|giờ|tuần lễ|tuần|tháng|năm)(?![\\p{L}])";

    private static final String DAY = "(?<![\\d/.,-])\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}(?![\\d/])"
            + "|(?<![\\p{L}\\d])(?:ngày\\s+)?(?:mùng\\s+)?\\d{1,2}\\s+tháng\\s+\\d{1,2}(?:,?\\s+năm\\s+\\d{4})?(?!\\d)"
            + "|(?<![\\p{L}])ngày\\s+(?:mùng\\s+)?\\d{1,2}(?:\\s?[/.-]\\s?\\d{1,2})?(?![\\d/])";
    private static final String PERIOD = "(?<![\\p{L}])(?:giai đoạn|thời kỳ|nhiệm kỳ)\\s+\\d{4}\\s?[-–]\\s?\\d{4}"
            + "|(?<![\\d/-])\\d{4}\\s?[-–]\\s?\\d{4}(?![\\d/])"
            + "|(?<![\\p{L}])tháng\\s+\\d{1,2}(?:\\s?[/.-]\\s?\\d{4}|,?\\s+năm\\s+\\d{4})?(?![\\d/])"
            + "|(?<![\\p{L}])quý\\s+(?:IV|I{1,3}|[1-4])(?![\\p{L}])(?:\\s?[/.-]\\s?\\d{4}|,?\\s+năm\\s+\\d{4})?"
            + "|(?<![\\p{L}\\d])(?:0?6|0?9|sáu|chín) tháng (?:đầu |cuối )?(?:của )?năm(?: học)?(?:\\s+\\d{4})?"
            + "|(?<![\\d/.,-])(?:0?[1-9]|1[0-2])/20\\d{2}(?![\\d/])"
            + "|(?<![\\p{L}])năm (?:học )?\\d{4}(?![\\d])";
    private static final String SPAN =
            "(?<![\\p{L}])(?:trong(?: vòng| thời hạn| thời gian)?|sau|tối đa|không quá|chậm nhất(?: là)?(?: sau)?|muộn nhất(?: là)?|trước)\\s+"
                    + COUNT + "\\s?(?:\\([^)]{1,20}\\)\\s?)?" + UNIT;
    private static final String ROUND = "(?<![\\p{L}])(?:h[àằ]ng|mỗi) (?:ngày|tuần|tháng|quý|năm)(?![\\p{L}])"
            + "|(?<![\\p{L}])định k[ỳì](?: theo| vào)? (?:ngày|tuần|tháng|quý|năm|0?6 tháng|sáu tháng)(?![\\p{L}])"
            + "|(?<![\\p{L}\\d])" + COUNT
            + "\\s?(?:lần|kỳ)\\s?(?:/|trong |trên |mỗi |một )\\s?(?:ngày|tuần|tháng|quý|năm)(?![\\p{L}])";
    private static final String BY_WORDS =
            "(?<![\\p{L}])(?:(?:sáng|chiều|trưa|tối) (?:mai|nay|kia)|ngày mai|ngày kia)(?![\\p{L}])"
                    + "|(?<![\\p{L}])(?:trước|trong|đến|hết|vào|đến hết|trước khi hết) (?:đầu |giữa |cuối |hết )?(?:tuần|tháng|quý|năm)(?: này| sau| tới| nay| tiếp theo)(?![\\p{L}])"
                    + "|(?<![\\p{L}])(?:trước|vào|hết|xong) (?:đầu|giữa|cuối) (?:tuần|tháng|quý|năm)(?! \\d| này| sau| tới| nay)(?![\\p{L}])"
                    + "|(?<![\\p{L}])trước (?:T[ếê]t|ngày khai giảng|khi khai giảng|năm học|mùa (?:mưa|khô|lũ|bão)|thềm|kỳ họp|khi bước vào)(?![\\p{L}])"
                    + "|(?<![\\p{L}])thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]) (?:h[àằ]ng tuần|mỗi tuần|tuần (?:này|sau|tới|cuối|đầu|thứ))";

    private static final Pattern MENTION =
            Pattern.compile(SPAN + "|" + DAY + "|" + BY_WORDS + "|" + ROUND + "|" + PERIOD, FLAGS);

    private static final Pattern IS_PERIOD = Pattern.compile(PERIOD, FLAGS);
    private static final Pattern IS_ROUND = Pattern.compile(ROUND, FLAGS);
    private static final Pattern IS_LIMIT = Pattern.compile(SPAN + "|" + BY_WORDS, FLAGS);

    private static final Pattern FULL_DAY = Pattern.compile("(?:ngày\\s+)?(?:mùng\\s+)?" + Dates.DATE, FLAGS);
    private static final Pattern MONTH =
            Pattern.compile("(?:tháng\\s+)?(\\d{1,2})(?:\\s?[/.-]\\s?|,?\\s+năm\\s+)(\\d{4})", FLAGS);
    private static final Pattern YEAR = Pattern.compile("năm (?:học )?(\\d{4})", FLAGS);

    private TimeMentions() {}

    /** Where one stands in a text. */
    record Found(int start, int end, String words) {

        /** The last day of what it names; empty if it names none by itself. */
        Optional<LocalDate> lastDay() {
            Matcher day = FULL_DAY.matcher(words);
            if (day.matches()) {
                return Dates.of(day.group(1), day.group(2), day.group(3));
            }
            Matcher month = MONTH.matcher(words);
            if (month.matches()) {
                return Dates.of("1", month.group(1), month.group(2)).map(it -> it.withDayOfMonth(it.lengthOfMonth()));
            }
            Matcher year = YEAR.matcher(words);
            return year.matches() ? Dates.of("31", "12", year.group(1)) : Optional.empty();
        }

        /** Whether it is a period without a day, such as a year or a quarter. */
        boolean isPeriod() {
            return IS_PERIOD.matcher(words).matches();
        }

        boolean comesRound() {
            return IS_ROUND.matcher(words).matches();
        }

        /** Whether its own words limit what is to be done, as "trong 05 ngày làm việc" does. */
        boolean limitsByItself() {
            return IS_LIMIT.matcher(words).matches();
        }
    }

    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            found.add(new Found(mention.start(), mention.end(), mention.group()));
        }
        return found;
    }
}
