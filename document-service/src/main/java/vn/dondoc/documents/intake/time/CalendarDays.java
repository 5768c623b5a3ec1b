package vn.dondoc.documents.intake.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.RelativeLimit;
import vn.dondoc.documents.directive.TimeLimit;

/**
 * Days, months, quarters and years by which something is to be done. "Trước ngày D" excludes D; "chậm nhất ngày D", "đến hết
 * ngày D", "trong ngày D" include it. A month, quarter or year ends with its last day.
 */
final class CalendarDays {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String LEAD = "(?:(?:hoàn thành|hoàn thiện|xong|gửi về|báo cáo|thời hạn|thời gian)[:,]?\\s+)?";

    private static final String BEFORE = "(?:trước)";

    private static final String AT_LATEST =
            "(?:(?:chậm nhất|muộn nhất|trễ nhất)(?: là)?(?: (?:trong|vào|đến|trước))?|không (?:quá|muộn hơn|chậm hơn)|đến hết|hết|hạn cuối(?: cùng)?(?: là)?|hạn chót(?: là)?|(?:thời )?hạn(?: (?:hoàn thành|báo cáo|gửi|nộp))?(?: là)?:?|hoàn thành(?: (?:trong|vào|đến))?|xong(?: (?:trong|vào))?|trong|đến)";

    /** A day that something happens "vào" is no limit by itself; a month or quarter is. */
    private static final String WITHIN = AT_LATEST.replaceFirst("\\)$", "|vào)");

    static final String HOUR = "(?:(\\d{1,2})\\s?(?:giờ|h|g|:)\\s?(\\d{2})?(?:\\s?(?:phút|p|’|'))?,?\\s*)";

    private static final String WEEKDAY = "(?:\\(?thứ \\p{L}+\\)?,?\\s*|\\(?Chủ nhật\\)?,?\\s*)?";

    private static final String DAY =
            "(\\d{1,2})(?:\\s?[/.-]\\s?|\\s+tháng\\s+)(\\d{1,2})(?:(?:\\s?[/.-]\\s?|,?\\s+năm\\s+)(\\d{4})(?!\\d))?(?!\\s?[/\\d])";

    private static final Pattern ON_DATE = Pattern.compile(
            "(" + LEAD + "(?:(" + BEFORE + ")|" + AT_LATEST + ")\\s+" + HOUR + "?" + WEEKDAY + "(?:ngày\\s+)?" + DAY
                    + ")",
            FLAGS);

    private static final Pattern MONTH = Pattern.compile(
            "(" + LEAD + "(?:(" + BEFORE + ")|" + WITHIN
                    + ")\\s+(?:ngày cuối |cuối |hết |đầu )?tháng\\s+(\\d{1,2})(?:\\s?[/.-]\\s?|,?\\s+năm\\s+)?(\\d{4})?(?!\\s?[/\\d]))",
            FLAGS);

    private static final Pattern PART_OF_MONTH = Pattern.compile(
            "((?:xong |hoàn thành )?(?:trong |vào )?(tuần đầu(?: tiên)?|tuần cuối(?: cùng)?|tuần thứ (?:nhất|hai|ba|tư)|nửa đầu|nửa cuối)(?: của)? tháng (\\d{1,2})(?:[/.-]|,? năm )?(\\d{4})?)",
            FLAGS);

    private static final Pattern SAME_DAY = Pattern.compile(
            "((?:(trước)|chậm nhất(?: là)?|(?:ngay )?trong|vào) " + HOUR
                    + "?(cùng ngày|(?:ngày )?hôm nay|(?:sáng|trưa|chiều|tối|đêm) nay|(?:sáng|trưa|chiều|tối|ngày) mai))",
            FLAGS);
    /** "Trong tuần này", "hết tháng sau": by the day of the paper. */
    private static final Pattern CURRENT = Pattern.compile(
            "((?:ngay )?(?:trong|hết|đến hết|trước khi hết|xong) (tuần|tháng|quý|năm) (này|nay|sau|tới))(?![\\p{L}])",
            FLAGS);

    private static final Pattern QUARTER = Pattern.compile(
            "(" + LEAD + "(?:(" + BEFORE + ")|" + WITHIN
                    + ")\\s+(?:cuối |hết )?quý\\s+(IV|I{1,3}|[1-4])(?:\\s?[/.-]\\s?|,?\\s+(?:của )?năm\\s+)?(\\d{4})?)",
            FLAGS);

    private static final Pattern HALF = Pattern.compile(
            "(" + LEAD + "(?:(" + BEFORE + ")|" + AT_LATEST + ")\\s+(?:6|06|sáu) tháng (đầu|cuối) năm\\s*(\\d{4})?)",
            FLAGS);

    private static final Pattern YEAR = Pattern.compile(
            "((?:(?:hoàn thành|xong)\\s+(?:(trước)|trong|vào|đến hết|đến)|đến hết|chậm nhất(?: là)?(?: trong| đến| vào)?|trong|trước hết|hoàn thành)\\s+năm\\s+(\\d{4}))(?!\\s?[-–]\\s?\\d{4})",
            FLAGS);

    private static final Pattern RELATIVE = Pattern.compile(
            "((?:trong (?:thời hạn|vòng|thời gian)|chậm nhất(?: là)?(?: sau)?|tối đa|không quá|sau|trong)\\s+(\\d{1,3})\\s*(?:\\([^)]*\\)\\s*)?(ngày làm việc|ngày|tháng|giờ|tuần)(?: làm việc)?,?\\s+(?:(?:kể )?từ|tính từ|sau)\\s*(?:khi |ngày |thời điểm )?((?:(?! (?:và|chậm nhất|muộn nhất|trước ngày) )[^,;.]){2,60}))",
            FLAGS);

    /** The paper itself is signed or takes effect. */
    private static final Pattern OF_THIS_PAPER = Pattern.compile(
            "^(?:(?:văn bản|công văn|công điện|quyết định|chỉ thị|kế hoạch|chương trình|thông báo|nghị quyết|kết luận) này )?(?:được )?(?:ký|ban hành|có hiệu lực)(?![\\p{L}])");

    /** The paper itself is received, not another one. */
    private static final Pattern RECEIVED = Pattern.compile(
            "^nhận (?:được )?(?:văn bản|công văn|công điện|quyết định|chỉ thị|kế hoạch|chương trình|thông báo)(?: này| trên)?$",
            FLAGS);

    private static final Pattern CELL_DATE = Pattern.compile("^(?:(trước)\\s+)?(?:ngày\\s+)?" + DAY + "$", FLAGS);

    private static final Pattern CELL_MONTH = Pattern.compile(
            "^(?:(trước)\\s+)?(?:(?:trong|hết|cuối) )?tháng\\s+(\\d{1,2})(?:(?:\\s?/\\s?|,?\\s+năm\\s+)(\\d{4}))?$|^(?:(trước)\\s+)?(\\d{1,2})/(\\d{4})$",
            FLAGS);

    private static final Pattern CELL_QUARTER = Pattern.compile(
            "^(?:(trước)\\s+)?(?:trong |hết |cuối )?quý\\s+(IV|I{1,3}|[1-4])(?:\\s?/\\s?|,?\\s+năm\\s+|\\s?-\\s?)?(\\d{4})?$",
            FLAGS);

    private static final Pattern CELL_YEAR =
            Pattern.compile("^(?:(trước)\\s+)?(?:trong |hết |đến hết )?(?:năm\\s+)?(\\d{4})$", FLAGS);

    /** "Tháng 3 - tháng 9/2022", "từ ngày 01 đến hết ngày 31/7/2022": the end of it. */
    private static final Pattern CELL_SPAN = Pattern.compile(
            "^(?:từ )?(?:(?:tháng|quý|ngày) )?[\\dIV]{1,3}(?:/\\d{1,2}){0,2}(?:/\\d{4})? ?(?:[-–]|đến(?: hết)?|tới) ?((?:tháng|quý|ngày) .+|\\d{1,2}/\\d.*)$",
            FLAGS);

    private static final Pattern CELL_RANGE = Pattern.compile("^(?:năm )?(\\d{4})\\s?[-–]\\s?(\\d{4})$");

    /** What stands before "trước ngày D" when it dates something that happened rather than limits what is to be done. */
    static final Pattern HAPPENED = Pattern.compile(
            "(?:(?:được|đã|có hiệu lực|tiếp nhận|phát sinh|tuyển dụng|trở về|sinh|số liệu|tính|cấp|khởi công)(?: (?:ban hành|tiếp nhận|cấp|ký|phê duyệt|tuyển dụng|công nhận|thành lập))?)\\s*$",
            FLAGS);

    private static final Pattern WAS =
            Pattern.compile("(?<![\\p{L}])(?:đã|vừa|được|hồi|kết quả|diễn ra|chỉ ra)(?![\\p{L}])[^;.]*$", FLAGS);

    /** What stands before "đến ngày D" when that ends what a figure covers, or a meeting. */
    private static final Pattern COVERED = Pattern.compile(
            "(?:tính|giai đoạn|số liệu|kỳ báo cáo)[^;]{0,60}$|(?:kết quả|lũy kế|luỹ kế|từ đầu (?:năm|tháng|quý)|vốn kéo dài)[^;,]{0,60}$|(?:họp|hội nghị)[^;]{0,40}từ [^;]{0,30}$",
            FLAGS);

    static final Map<String, Integer> QUARTERS =
            Map.of("I", 1, "II", 2, "III", 3, "IV", 4, "1", 1, "2", 2, "3", 3, "4", 4);

    /** Days of the month with which its parts end; what ends with the month is not among them. */
    private static final Map<String, Integer> ENDS_OF_PARTS = Map.of(
            "tuần đầu", 7,
            "tuần thứ nhất", 7,
            "tuần thứ hai", 14,
            "tuần thứ ba", 21,
            "tuần thứ tư", 28,
            "nửa đầu", 15);

    private final @Nullable LocalDate issued;

    /** @param issued the document's own date, from which a missing year is inferred */
    CalendarDays(@Nullable LocalDate issued) {
        this.issued = issued;
    }

    @Nullable
    LocalDate issued() {
        return issued;
    }

    /** In a sentence, where a date without a word of limit before it is none. */
    Optional<TimeLimit> in(String sentence) {
        return relative(sentence).or(() -> dated(sentence));
    }

    /** Whether a cell says from when to when. */
    static boolean isSpan(String cell) {
        String words = cell.strip();
        return CELL_SPAN.matcher(words).matches() || CELL_RANGE.matcher(words).matches();
    }

    /** In a cell, where a bare date is a limit. */
    Optional<TimeLimit> inCell(String cell) {
        Matcher span = CELL_SPAN.matcher(cell);
        if (span.matches()) {
            return inCell(span.group(1)).map(it -> it.saidAs(cell));
        }
        return cellDate(cell)
                .or(() -> cellMonth(cell))
                .or(() -> cellQuarter(cell))
                .or(() -> cellYear(cell));
    }

    private Optional<TimeLimit> relative(String sentence) {
        Matcher matcher = RELATIVE.matcher(sentence);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(matcher.group(2));
        String unit = matcher.group(3).toLowerCase(Locale.ROOT);
        boolean working = unit.contains("làm việc") || matcher.group(1).contains("ngày làm việc");
        int days = switch (unit) {
            case "tháng" -> amount * 30;
            case "tuần" -> amount * 7;
            default -> amount;
        };
        String start = matcher.group(4).toLowerCase(Locale.ROOT);
        RelativeLimit.From from =
                OF_THIS_PAPER.matcher(start).find() && !start.matches(".*(?:báo cáo|hợp đồng|cam kết|biên bản).*")
                        ? RelativeLimit.From.ISSUE_DATE
                        : RECEIVED.matcher(start).matches()
                                ? RelativeLimit.From.RECEIPT
                                : start.contains("hạn") ? RelativeLimit.From.OTHER_DEADLINE : RelativeLimit.From.EVENT;
        RelativeLimit.Unit counted = unit.equals("giờ")
                ? RelativeLimit.Unit.HOUR
                : working ? RelativeLimit.Unit.WORKING_DAY : RelativeLimit.Unit.DAY;
        boolean countable =
                from == RelativeLimit.From.ISSUE_DATE && issued != null && counted == RelativeLimit.Unit.DAY;
        LocalDate date = countable && issued != null
                ? (unit.equals("tháng") ? issued.plusMonths(amount) : issued.plusDays(days))
                : null;
        return Optional.of(new TimeLimit(
                TimeLimit.Kind.DATE,
                matcher.group(1).strip(),
                date,
                true,
                null,
                false,
                new RelativeLimit(days, counted, from),
                null,
                null,
                null,
                null));
    }

    private Optional<TimeLimit> dated(String sentence) {
        String words = sentence.toLowerCase(Locale.ROOT);
        Optional<TimeLimit> onDate = onDate(sentence);
        if (onDate.isPresent()) {
            return onDate;
        }
        Matcher part = PART_OF_MONTH.matcher(sentence);
        if ((words.contains("tuần ") || words.contains("nửa ")) && part.find()) {
            return partOfMonth(part);
        }
        Matcher today = SAME_DAY.matcher(sentence);
        if (issued != null && today.find()) {
            LocalDate day = today.group(5).toLowerCase(Locale.ROOT).endsWith("mai") ? issued.plusDays(1) : issued;
            return Optional.of(
                    onDate(today.group(1), day, today.group(2) == null, time(today.group(3), today.group(4)), false));
        }
        Matcher current = CURRENT.matcher(sentence);
        if (issued != null && current.find()) {
            boolean next = !current.group(3).matches("(?iu)này|nay");
            LocalDate within = issued;
            LocalDate end = switch (current.group(2).toLowerCase(Locale.ROOT)) {
                case "tuần" -> within.plusWeeks(next ? 1 : 0).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                case "tháng" -> within.plusMonths(next ? 1 : 0).with(TemporalAdjusters.lastDayOfMonth());
                case "quý" ->
                    within.plusMonths(next ? 3 : 0)
                            .with(IsoFields.DAY_OF_QUARTER, 1)
                            .plusMonths(2)
                            .with(TemporalAdjusters.lastDayOfMonth());
                default -> within.plusYears(next ? 1 : 0).with(TemporalAdjusters.lastDayOfYear());
            };
            return Optional.of(onDate(current.group(1), end, true, null, true));
        }
        if (words.contains("tháng")) {
            Optional<TimeLimit> month = firstAhead(MONTH.matcher(sentence), sentence)
                    .flatMap(it -> month(it.group(3), it.group(4), it.group(1), it.group(2) != null));
            if (month.isPresent()) {
                return month;
            }
        }
        if (words.contains("quý")) {
            Optional<TimeLimit> quarter = firstAhead(QUARTER.matcher(sentence), sentence)
                    .filter(it -> !sentence.substring(0, it.start()).endsWith("báo cáo "))
                    .flatMap(it -> quarter(it.group(3), it.group(4), it.group(1), it.group(2) != null));
            if (quarter.isPresent()) {
                return quarter;
            }
        }
        Matcher half = HALF.matcher(sentence);
        if (words.contains("tháng") && half.find()) {
            int year = half.group(4) == null ? issuedYear() : Integer.parseInt(half.group(4));
            LocalDate end =
                    half.group(3).equalsIgnoreCase("đầu") ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
            return Optional.of(onDate(half.group(1), end, true, null, half.group(4) == null));
        }
        Matcher year = YEAR.matcher(sentence);
        if (year.find()
                && !sentence.substring(0, year.start())
                        .matches("(?iu).*(?:định hướng|tầm nhìn|giai đoạn|mục tiêu|kế hoạch|dự toán)[^,;.]*$")) {
            boolean exclusive = year.group(2) != null;
            int named = Integer.parseInt(year.group(3));
            LocalDate end = exclusive ? LocalDate.of(named, 1, 1) : LocalDate.of(named, 12, 31);
            return Optional.of(onDate(year.group(1), end, !exclusive, null, false));
        }
        return Optional.empty();
    }

    /** The first day that is none of what happened; one that was over when the paper was issued only if there is no other. */
    private Optional<TimeLimit> onDate(String sentence) {
        Matcher date = ON_DATE.matcher(sentence);
        Optional<TimeLimit> over = Optional.empty();
        while (date.find()) {
            String before = sentence.substring(0, date.start());
            String after = sentence.substring(date.end());
            boolean limits = !HAPPENED.matcher(before).find()
                    && !isRange(before, date.group(1), after)
                    && !isAsOf(date.group(1), after);
            Optional<TimeLimit> found = limits ? named(date) : Optional.empty();
            boolean past = issued != null
                    && found.map(TimeLimit::date)
                            .filter(it -> it.isBefore(issued))
                            .isPresent();
            if (found.isPresent() && !past) {
                return found;
            }
            over = over.or(() -> found);
        }
        return over;
    }

    /** "Trước 24 giờ ngày D" leaves all of D. */
    private Optional<TimeLimit> named(Matcher date) {
        boolean wholeDay = "24".equals(date.group(3));
        return day(
                date.group(5),
                date.group(6),
                date.group(7),
                date.group(1),
                date.group(2) == null || wholeDay,
                time(date.group(3), date.group(4)));
    }

    /** The first month or quarter by which something is to be done; one "vào" which only if it is not said to be over. */
    private static Optional<MatchResult> firstAhead(Matcher time, String sentence) {
        Optional<MatchResult> within = Optional.empty();
        while (time.find()) {
            if (!time.group(1).toLowerCase(Locale.ROOT).startsWith("vào")) {
                return Optional.of(time.toMatchResult());
            }
            boolean over = WAS.matcher(sentence.substring(0, time.start())).find();
            within = over || within.isPresent() ? within : Optional.of(time.toMatchResult());
        }
        return within;
    }

    /** "tuần đầu tháng 6" ends with its seventh day, "nửa đầu" with the fifteenth, "tuần cuối" with the month. */
    private Optional<TimeLimit> partOfMonth(Matcher part) {
        return month(part.group(3), part.group(4), part.group(1), false).map(whole -> {
            LocalDate end = whole.date();
            Integer day =
                    ENDS_OF_PARTS.get(part.group(2).toLowerCase(Locale.ROOT).replaceFirst(" (?:tiên|cùng)$", ""));
            return end == null || day == null
                    ? whole
                    : onDate(part.group(1), end.withDayOfMonth(day), true, null, whole.yearInferred());
        });
    }

    /** "từ ngày A đến ngày B" is when something lasts, or what a figure covers. */
    private static boolean isRange(String before, String phrase, String after) {
        if (!phrase.toLowerCase(Locale.ROOT).startsWith("đến ")) {
            return false;
        }
        boolean opens = before.isBlank() && !after.replaceFirst("^[.;]", "").isBlank() || before.equals("từ đầu năm ");
        return opens || COVERED.matcher(before).find();
    }

    /** "giải ngân đến ngày D dưới 80%" says how things stood on that day. */
    private static boolean isAsOf(String phrase, String after) {
        return phrase.toLowerCase(Locale.ROOT).startsWith("đến ")
                && after.matches("(?iu)^ (?:dưới|trên|đạt|chưa|mới|đã|là|còn) .*");
    }

    static @Nullable String time(@Nullable String hour, @Nullable String minute) {
        boolean onTheClock =
                hour != null && Integer.parseInt(hour) < 24 && (minute == null || Integer.parseInt(minute) < 60);
        return onTheClock ? "%02d:%s".formatted(Integer.parseInt(hour), minute == null ? "00" : minute) : null;
    }

    private Optional<TimeLimit> day(
            String day, String month, @Nullable String year, String phrase, boolean inclusive, @Nullable String time) {
        if (year != null) {
            return Dates.of(day, month, year).map(it -> onDate(phrase, it, inclusive, time, false));
        }
        if (issued == null) {
            return Optional.of(new TimeLimit(
                    TimeLimit.Kind.ROADMAP,
                    phrase.strip(),
                    null,
                    inclusive,
                    time,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        return Dates.of(day, month, String.valueOf(issued.getYear()))
                .map(it -> it.isBefore(issued) ? it.plusYears(1) : it)
                .map(it -> onDate(phrase, it, inclusive, time, true));
    }

    private Optional<TimeLimit> month(String month, @Nullable String year, String phrase, boolean exclusive) {
        int number = Integer.parseInt(month);
        if (number < 1 || number > 12 || year == null && issued == null) {
            return Optional.empty();
        }
        YearMonth named = YearMonth.of(year == null ? issuedYear() : Integer.parseInt(year), number);
        if (year == null && issued != null && named.isBefore(YearMonth.from(issued))) {
            named = named.plusYears(1);
        }
        return Optional.of(
                onDate(phrase, exclusive ? named.atDay(1) : named.atEndOfMonth(), !exclusive, null, year == null));
    }

    private Optional<TimeLimit> quarter(String quarter, @Nullable String year, String phrase, boolean exclusive) {
        Integer number = QUARTERS.get(quarter.toUpperCase(Locale.ROOT));
        if (number == null || year == null && issued == null) {
            return Optional.empty();
        }
        YearMonth last = YearMonth.of(year == null ? issuedYear() : Integer.parseInt(year), number * 3);
        if (year == null && issued != null && last.isBefore(YearMonth.from(issued))) {
            last = last.plusYears(1);
        }
        LocalDate end = exclusive ? last.minusMonths(2).atDay(1) : last.atEndOfMonth();
        return Optional.of(onDate(phrase, end, !exclusive, null, year == null));
    }

    private int issuedYear() {
        return issued == null ? LocalDate.MIN.getYear() : issued.getYear();
    }

    private static TimeLimit onDate(
            String phrase, LocalDate date, boolean inclusive, @Nullable String time, boolean yearInferred) {
        return new TimeLimit(
                TimeLimit.Kind.DATE, phrase.strip(), date, inclusive, time, yearInferred, null, null, null, null, null);
    }

    private Optional<TimeLimit> cellDate(String cell) {
        Matcher date = CELL_DATE.matcher(cell);
        return date.matches()
                ? day(date.group(2), date.group(3), date.group(4), cell, date.group(1) == null, null)
                : Optional.empty();
    }

    private Optional<TimeLimit> cellMonth(String cell) {
        Matcher month = CELL_MONTH.matcher(cell);
        if (!month.matches()) {
            return Optional.empty();
        }
        boolean named = month.group(2) != null;
        return month(
                named ? month.group(2) : month.group(5),
                named ? month.group(3) : month.group(6),
                cell,
                (named ? month.group(1) : month.group(4)) != null);
    }

    private Optional<TimeLimit> cellQuarter(String cell) {
        Matcher quarter = CELL_QUARTER.matcher(cell);
        return quarter.matches()
                ? quarter(quarter.group(2), quarter.group(3), cell, quarter.group(1) != null)
                : Optional.empty();
    }

    private Optional<TimeLimit> cellYear(String cell) {
        Matcher range = CELL_RANGE.matcher(cell);
        if (range.matches()) {
            return Optional.of(onDate(cell, LocalDate.of(Integer.parseInt(range.group(2)), 12, 31), true, null, false));
        }
        Matcher year = CELL_YEAR.matcher(cell);
        if (!year.matches()) {
            return Optional.empty();
        }
        int named = Integer.parseInt(year.group(2));
        boolean exclusive = year.group(1) != null;
        return Optional.of(onDate(
                cell, exclusive ? LocalDate.of(named, 1, 1) : LocalDate.of(named, 12, 31), !exclusive, null, false));
    }
}
