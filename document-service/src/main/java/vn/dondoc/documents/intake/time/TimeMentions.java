package vn.dondoc.documents.intake.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Dates, periods and spans of time in a text, whatever they are for. Wider than what {@link TimeLimits} understands, so that
 * what it does not understand is noticed.
 */
public final class TimeMentions {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String START = "(?<![\\p{L}])";
    private static final String END = "(?![\\p{L}])";
    private static final String NUMBER_STARTS = "(?<![\\p{L}\\d])";

    /** A digit, or a letter that a scanner took for one, where a real digit is near. */
    private static final String DIGITS = "(?=[^ ]{0,4}\\d)[\\dlO]{1,2}";

    private static final String COUNT = "(?:\\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa)";
    private static final String UNIT = "(?:ngày làm việc|ngày|giờ|phút|tuần lễ|tuần|tháng|năm)" + END;
    private static final String AMOUNT = COUNT + "\\s?(?:\\([^)]{1,20}\\)\\s?)?" + UNIT;
    private static final String CYCLE = "(?:ngày|tuần|tháng|quý|năm)" + END;
    private static final String WEEKDAY = "(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)" + END;
    private static final String WHICH_WEEK =
            "(?: (?:h[àằ]ng|mỗi) tuần| tuần (?:này|sau|tới|trước đó|kế tiếp|tiếp theo|cuối|đầu))?";

    /** How a time is named. */
    enum Kind {
        /** So long, counted from something. */
        SPAN,
        DAY,
        /** Without a number, by what it is near: tomorrow, the end of the month, before Tết. */
        WORDS,
        /** Again and again. */
        ROUND,
        /** A month, quarter, year, or several. */
        PERIOD
    }

    /**
     * One way to name a time.
     *
     * @param example that it finds
     */
    record Form(Kind kind, String pattern, String example) {}

    /** The longer before the shorter that it begins with. */
    static final List<Form> FORMS = List.of(
            new Form(
                    Kind.SPAN,
                    START
                            + "(?:trong(?: vòng| thời hạn| thời gian)?|sau|tối đa|không quá|ít nhất|chậm nhất(?: là)?(?: sau)?|muộn nhất(?: là)?|trước)\\s*"
                            + AMOUNT,
                    "trong vòng 48 giờ"),
            new Form(
                    Kind.SPAN,
                    NUMBER_STARTS + AMOUNT + "(?=,? (?:kể từ|tính từ|trước|sau)" + END + ")",
                    "15 ngày trước"),
            new Form(
                    Kind.SPAN,
                    START + "trước (?!ngày \\d)(?:khi |mỗi |cuộc |ngày )?[^,.;|()\\d]{1,40}? (?:ít nhất )?" + AMOUNT,
                    "trước mỗi cuộc họp 03 ngày làm việc"),
            new Form(
                    Kind.DAY,
                    "(?<![\\d/.,-])" + DIGITS + "\\s?[/.-]\\s?" + DIGITS + "\\s?[/.-]\\s?\\d{4}(?![\\d/])",
                    "15/6/2025"),
            new Form(
                    Kind.DAY,
                    NUMBER_STARTS
                            + "(?:ngày\\s+)?(?:mùng\\s+)?(?:(?<=ngày )l)?\\d{1,2}\\s+tháng\\s*\\d{1,2}(?:,?\\s+năm\\s+\\d{4})?(?!\\d)",
                    "ngày 05 tháng 4 năm 2023"),
            new Form(
                    Kind.DAY,
                    START + "ngày\\s+(?:mùng\\s+)?" + DIGITS + "(?:\\s?[/.-]\\s?" + DIGITS
                            + "(?:\\s?[/.-]\\s?\\d{4})?)?(?![\\d/])",
                    "ngày 30/5"),
            new Form(
                    Kind.DAY,
                    "(?<=(?:trước|hết|đến|quá|nhất|hạn|vào|là|xong|cuối|từ) )\\d{1,2}/\\d{1,2}(?![\\d/])",
                    "xong trước 08/12"),
            new Form(
                    Kind.WORDS,
                    START
                            + "(?:(?:sáng|chiều|trưa|tối|đêm) (?:mai|nay|kia)|ngày mai|ngày kia|cùng ngày|(?:ngay )?trong (?:ngày|đêm nay)(?! ?\\d| ?thứ| ?l\\d| hội| lễ| làm))"
                            + END,
                    "ngay trong ngày"),
            new Form(
                    Kind.WORDS,
                    START
                            + "(?:ngay )?(?:trong |vào |trước |chậm nhất )?(?:sáng|chiều|tối|đêm|ngày|vào|trước) (?:ngày )?"
                            + WEEKDAY + WHICH_WEEK,
                    "chiều thứ Sáu tuần trước đó"),
            new Form(Kind.WORDS, START + WEEKDAY + WHICH_WEEK.replaceFirst("\\?$", ""), "thứ Sáu hằng tuần"),
            new Form(
                    Kind.WORDS,
                    START
                            + "ngày (?:làm việc )?(?:kế tiếp|tiếp theo|đầu tiên|cuối cùng|đầu|cuối)(?: của)?(?: (?:tuần|tháng|quý|năm))?"
                            + END,
                    "ngày làm việc kế tiếp"),
            new Form(
                    Kind.WORDS,
                    START
                            + "(?:tuần|nửa) (?:đầu|cuối|giữa|thứ (?:nhất|hai|ba|tư))(?: tiên| cùng)?(?: của)? (?:tháng|quý|năm)(?: \\d{1,2}(?:/\\d{4})?)?(?![\\p{L}\\d])",
                    "tuần thứ hai của tháng 8"),
            new Form(
                    Kind.WORDS,
                    START
                            + "(?:trước|trong|đến|hết|vào|đến hết|trước khi hết) (?:đầu |giữa |cuối |hết )?(?:tuần|tháng|quý|năm)(?: này| sau| tới| nay| tiếp theo)"
                            + END,
                    "trong tuần này"),
            new Form(
                    Kind.WORDS,
                    START
                            + "(?:trước|vào|hết|xong) (?:đầu|giữa|cuối) (?:tuần|tháng|quý|năm)(?! \\d| này| sau| tới| nay)"
                            + END,
                    "vào cuối năm"),
            new Form(
                    Kind.WORDS,
                    START
                            + "trước (?:T[ếê]t|ngày (?:khai|tựu|bầu|hội|lễ)|khi\\s*(?:khai|bước|vào|xuống|tiếp nhận|khóa|trình)|năm học|mùa|dịp|đợt|vụ|thềm|kỳ họp|phiên họp|Đại hội|đại hội)(?:[^,.;|()]{0,30}(?=[,.;|()]|$)|)",
                    "trước khi khai giảng năm học mới"),
            new Form(Kind.WORDS, START + "ngay (?:sau )?khi [^,.;|()]{3,60}", "ngay sau khi được duyệt"),
            new Form(
                    Kind.WORDS,
                    START + "tại (?:kỳ họp|phiên họp)(?: thường (?:kỳ|lệ))? (?:cuối|giữa|đầu) năm" + END,
                    "tại kỳ họp cuối năm"),
            new Form(Kind.ROUND, START + "(?:h[àằ]ng|mỗi)\\s*" + CYCLE, "hằng tháng"),
            new Form(
                    Kind.ROUND,
                    START + "định k[ỳì](?: theo| vào)? (?:ngày|tuần|tháng|quý|năm|0?6 tháng|sáu tháng)" + END,
                    "định kỳ 6 tháng"),
            new Form(
                    Kind.ROUND,
                    NUMBER_STARTS + COUNT
                            + "\\s?(?:lần|kỳ)\\s?(?:/|trong |trên |mỗi |một )\\s?(?:học kỳ|ngày|tuần|tháng|quý|năm)"
                            + END,
                    "02 lần/năm"),
            new Form(
                    Kind.ROUND,
                    NUMBER_STARTS + COUNT + "\\s?(?:giờ|ngày|tuần|tháng)(?: một lần| 0?1 lần|/lần)",
                    "02 tuần một lần"),
            new Form(
                    Kind.ROUND,
                    START + "(?:ngày|tuần|tháng|quý|năm) (?:một|hai|ba|bốn|\\d{1,2}) lần" + END,
                    "ngày hai lần"),
            new Form(
                    Kind.PERIOD,
                    START + "(?:giai đoạn|thời kỳ|nhiệm kỳ)\\s+\\d{4}\\s?[-–]\\s?\\d{4}",
                    "giai đoạn 2021 - 2025"),
            new Form(Kind.PERIOD, "(?<![\\d/-])\\d{4}\\s?[-–]\\s?\\d{4}(?![\\d/])", "2021-2025"),
            new Form(
                    Kind.PERIOD,
                    START + "tháng\\s*\\d{1,2}(?:\\s?[/.-]\\s?\\d{4}|,?\\s+năm\\s+\\d{4})?(?![\\d/])",
                    "tháng 10/2025"),
            new Form(
                    Kind.PERIOD,
                    START + "quý\\s+(?:IV|I{1,3}|[1-4])" + END + "(?:\\s?[/.-]\\s?\\d{4}|,?\\s+năm\\s+\\d{4})?",
                    "quý II/2024"),
            new Form(
                    Kind.PERIOD,
                    NUMBER_STARTS + "(?:0?6|0?9|sáu|chín) tháng (?:đầu |cuối )?(?:của )?năm(?: học)?(?:\\s+\\d{4})?",
                    "6 tháng cuối năm 2024"),
            new Form(Kind.PERIOD, "(?<![\\d/.,-])(?:0?[1-9]|1[0-2])/20\\d{2}(?![\\d/])", "10/2025"),
            new Form(Kind.PERIOD, START + "năm (?:học )?\\d{4}(?!\\d)", "năm 2025"));

    private static final Pattern MENTION =
            Pattern.compile(FORMS.stream().map(it -> "(" + it.pattern() + ")").collect(Collectors.joining("|")), FLAGS);

    private static final Pattern FULL_DAY = Pattern.compile("(?:ngày\\s+)?(?:mùng\\s+)?" + Dates.DATE, FLAGS);
    private static final Pattern MONTH =
            Pattern.compile("(?:tháng\\s+)?(\\d{1,2})(?:\\s?[/.-]\\s?|,?\\s+năm\\s+)(\\d{4})", FLAGS);
    private static final Pattern YEAR = Pattern.compile("năm (?:học )?(\\d{4})", FLAGS);

    private TimeMentions() {}

    /** Where one stands in a text. */
    public record Found(int start, int end, String words, Form form) {

        /** The last day of what it names; empty if it names none by itself. */
        public Optional<LocalDate> lastDay() {
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
        public boolean isPeriod() {
            return form.kind() == Kind.PERIOD;
        }

        public boolean comesRound() {
            return form.kind() == Kind.ROUND;
        }

        /** Whether its own words limit what is to be done, as "trong 05 ngày làm việc" does. */
        public boolean limitsByItself() {
            return form.kind() == Kind.SPAN || form.kind() == Kind.WORDS;
        }
    }

    public static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            found.add(new Found(mention.start(), mention.end(), mention.group(), form(mention)));
        }
        return found;
    }

    private static Form form(Matcher mention) {
        for (int i = 0; i < FORMS.size(); i++) {
            if (mention.start(i + 1) >= 0) {
                return FORMS.get(i);
            }
        }
        throw new IllegalStateException("one of them was found");
    }
}
