package vn.dondoc.documents.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Recurrence;
import vn.dondoc.documents.directive.RelativeLimit;
import vn.dondoc.documents.directive.TimeLimit;

/**
 * When a duty is due, in the forms that offices write. "Trước ngày D" excludes D; "chậm nhất ngày D", "đến hết ngày D",
 * "trong ngày D" include it. A month, quarter or year that is named as the limit ends with its last day. A date without
 * a word of limit before it is no limit: it dates a meeting, a statistic or another document.
 */
final class TimeLimits {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Whether a line labels a limit, as in "Thời gian hoàn thành: Quý II/2022". */
    static final Pattern LABEL = Pattern.compile(
            "^(?:[-+*•]\\s*)?(?:Thời (?:gian|hạn)|Tiến độ)(?: (?:thực hiện|hoàn thành|trình|ban hành|báo cáo)){0,200}\\s*:\\s*(.+)$|^Thời (?:gian|hạn) (?:thực hiện|hoàn thành)[^:.;,]{0,40}? ((?:trước|trong|đến|chậm|xong|theo|từ) .+)$",
            FLAGS);

    private static final String LEAD = "(?:(?:hoàn thành|hoàn thiện|xong|gửi về|báo cáo|thời hạn|thời gian)[:,]?\\s+)?";
    private static final String BEFORE = "(?:trước)";
    private static final String AT_LATEST =
            "(?:(?:chậm nhất|muộn nhất|trễ nhất)(?: là)?(?: (?:trong|vào|đến|trước))?|không (?:quá|muộn hơn|chậm hơn)|đến hết|hết|hạn cuối(?: cùng)?(?: là)?|hạn chót(?: là)?|(?:thời )?hạn(?: (?:hoàn thành|báo cáo|gửi|nộp))?(?: là)?:?|hoàn thành(?: (?:trong|vào|đến))?|xong(?: (?:trong|vào))?|trong|đến)";
    /** A day that something happens "vào" is no limit by itself; a month or quarter is. */
    private static final String WITHIN = AT_LATEST.replaceFirst("\\)$", "|vào)");

    private static final String HOUR = "(?:(\\d{1,2})\\s?(?:giờ|h|g|:)\\s?(\\d{2})?(?:\\s?(?:phút|p|’|'))?,?\\s*)";
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
            "((?:(trước)|chậm nhất(?: là)?|trong|vào) " + HOUR + "?(?:cùng ngày|(?:ngày )?hôm nay))", FLAGS);
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

    private static final String EVERY = "(?:h[àằ]ng|mỗi)";
    private static final Pattern DAY_OF_MONTH_EVERY = Pattern.compile(
            "((?:(?:định kỳ|định kì)(?:,)? )?(?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|vào|không quá)?\\s*(?:(\\d{1,2})\\s?(?:giờ|h)\\s?(\\d{2})?(?: phút)?,?\\s+)?ngày\\s+(?:mùng\\s+)?(\\d{1,2})\\s+(?:của\\s+)?(?:"
                    + EVERY + " tháng|các tháng))",
            FLAGS);
    /** "hằng tháng … trước ngày 05 của tháng sau". */
    private static final Pattern DAY_OF_NEXT_MONTH = Pattern.compile(
            "^(?=.*(?:" + EVERY + " tháng|báo cáo tháng|định k[ỳì]|" + EVERY
                    + " kỳ))(?:.*?)((?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|vào|không quá)\\s*(?:(\\d{1,2})\\s?(?:giờ|h)\\s?(\\d{2})?(?: phút)?,?\\s+)?ngày\\s+(?:mùng\\s+)?(\\d{1,2})\\s+(?:của\\s+)?tháng (?:sau|kế tiếp|tiếp theo|liền kề(?: sau)?))",
            FLAGS);

    private static final Pattern DAY_IN_EVERY_MONTH = Pattern.compile(
            EVERY
                    + " tháng(?![\\p{L}])[^;.]{0,80}?((?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|vào) (?:(\\d{1,2})\\s?(?:giờ|h)\\s?(\\d{2})?(?: phút)?,?\\s+)?ngày\\s+(?:mùng\\s+)?(\\d{1,2}))(?!\\s?(?:[/.-]\\s?)?\\d| (?:của )?tháng| năm)(?=$|[,;.)])",
            FLAGS);
    private static final Pattern FOLLOWING = Pattern.compile("(?:sau|tiếp theo|liền kề|kế tiếp)$", FLAGS);
    private static final Pattern DAY_OF_QUARTER = Pattern.compile(
            "((?:(?:định kỳ|định kì)[^,;.]{0,20}? )?(?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|vào|không quá)?\\s*ngày\\s+(?:mùng\\s+)?(\\d{1,2})\\s+(?:của\\s+)?tháng\\s+(cuối|đầu|thứ nhất|thứ hai|thứ ba)\\s+(?:của\\s+)?(?:"
                    + EVERY + "\\s+)?(?:mỗi\\s+)?(?:quý(?: sau| tiếp theo| liền kề)?|kỳ báo cáo))",
            FLAGS);
    private static final Pattern DAY_OF_YEAR = Pattern.compile(
            "((?:(?:định kỳ|định kì)[^,;.]{0,20}? )?(?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|vào)\\s*ngày\\s+(\\d{1,2})(?:/|\\s+tháng\\s+)(\\d{1,2})(?:\\s*(?:,|và)\\s*(?:trước )?(?:ngày\\s+)?(\\d{1,2})(?:/|\\s+tháng\\s+)(\\d{1,2}))?\\s+(?:của\\s+)?"
                    + EVERY + " năm)",
            FLAGS);
    private static final Pattern DAY_IN_EVERY_YEAR = Pattern.compile(
            "(?:^|[,;] |định kỳ )" + EVERY
                    + " năm(?![\\p{L}])[^;.]{0,80}?((?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết) ngày\\s+(\\d{1,2})(?:/|\\s+tháng\\s+)(\\d{1,2}))(?!\\s?[/\\d]| năm)",
            FLAGS);
    private static final Pattern WEEKDAY_EVERY = Pattern.compile(
            "((?:(trước)|chậm nhất(?: là)?|vào)?\\s*(?:(\\d{1,2})\\s?(?:giờ|h)\\s?(\\d{2})?(?: phút)?,? )?(?:ngày )?(?:chiều |sáng )?(?:thứ (?<weekday>\\p{L}+|\\d)|(?<sunday>Chủ nhật)) (?:của )?"
                    + EVERY + " tuần|" + EVERY + " tuần (?:một|1|01|hai|2|02) lần)",
            FLAGS);
    private static final Pattern HOUR_EVERY_DAY = Pattern.compile(
            "(?:" + EVERY + " ngày,? )?((?:(trước)|chậm nhất(?: là)?|vào)\\s+" + HOUR + "(?:(?:và|,) " + HOUR + ")?(?:"
                    + EVERY + " ngày|(?<=" + EVERY + " ngày.{0,30})(?! ngày \\d|[^.;]*\\d{1,2}/)))",
            FLAGS);
    private static final Pattern EVERY_N_MONTHS = Pattern.compile(
            "(?:định kỳ )?(?:(\\d{1,2}|sáu|ba) tháng(?: một lần|/lần| 01 lần| 1 lần)|(?:mỗi )?năm (?:hai|2|02) lần|(?:(\\d{1,2}) lần/năm))",
            FLAGS);
    private static final Pattern RECURRING = Pattern.compile(
            "(?:(?:định kỳ|định kì),? )?(?:(?:theo|báo cáo) )?" + EVERY
                    + " (ngày|tuần|tháng|quý|năm)(?:(?:, | và |; )(?:" + EVERY
                    + " )?(?:quý|6 tháng|06 tháng|năm|9 tháng)){0,200}"
                    + "|(?:định kỳ|định kì),? (?:theo )?(?:(ngày|tuần|tháng|quý|năm)|(0?6 tháng)|(?:0?1 năm))(?:(?:, | và |; |/)(?:quý|0?6 tháng|năm|9 tháng|cả năm|1 năm|01 năm)){0,200}|qua (?:từng|các) năm"
                    + "|(?:0?6 tháng|sáu tháng)(?:, | và )(?:" + EVERY + " |cả )?năm",
            FLAGS);

    private static final Pattern REPORT_OF_QUARTER = Pattern.compile(
            "(?:trong |tại |vào )?(báo cáo (?:[\\p{L} ]+? )?quý (I{1,3}|IV|[1-4])(?:/| năm )(\\d{4})(?: về [\\p{L} ]+?(?=[,;.]|$))?)",
            FLAGS);
    private static final Pattern EMBEDDED = Pattern.compile(
            "lồng ghép (?:chung )?(?:trong|vào|với)(?: nội dung)? ((?:các )?báo cáo [\\p{L}\\d, ]+?)(?= gửi| về (?=Sở|UBND|Ủy)|, gửi|[;.)]|$|,(?! hằng| hàng| quý| 6| năm))",
            FLAGS);
    private static final Pattern ROADMAP = Pattern.compile(
            "(?:giai đoạn \\d{4} ?[-–] ?\\d{4} )?theo (?:đúng )?lộ trình|đúng tiến độ(?: .{0,40}?kế hoạch(?: đã)? đề ra)?|khẩn trương hoàn thành|theo (?:đúng )?(?:tiến độ|kế hoạch) đã đề ra|theo (?:đúng )?kế hoạch đã đề ra",
            FLAGS);
    private static final Pattern BY_RULE =
            Pattern.compile("theo quy định(?! của| tại)|ngay sau khi [^,;.]{5,60}|ngay khi [^,;.]{5,60}", FLAGS);
    private static final Pattern CONTINUOUS =
            Pattern.compile("^(?:thường xuyên|liên tục)|(?<![\\p{L}])thường xuyên(?=$|[,;.])", FLAGS);

    private static final Pattern CELL_DATE = Pattern.compile("^(?:(trước)\\s+)?(?:ngày\\s+)?" + DAY + "$", FLAGS);
    private static final Pattern CELL_MONTH = Pattern.compile(
            "^(?:(trước)\\s+)?(?:(?:trong|hết|cuối) )?tháng\\s+(\\d{1,2})(?:\\s?/\\s?|,?\\s+năm\\s+)(\\d{4})$|^(?:(trước)\\s+)?(\\d{1,2})/(\\d{4})$",
            FLAGS);
    private static final Pattern CELL_QUARTER = Pattern.compile(
            "^(?:(trước)\\s+)?(?:trong |hết |cuối )?quý\\s+(IV|I{1,3}|[1-4])(?:\\s?/\\s?|,?\\s+năm\\s+|\\s?-\\s?)?(\\d{4})?$",
            FLAGS);
    private static final Pattern CELL_YEAR =
            Pattern.compile("^(?:(trước)\\s+)?(?:trong |hết |đến hết )?(?:năm\\s+)?(\\d{4})$", FLAGS);
    private static final Pattern CELL_RANGE = Pattern.compile("^(?:năm )?(\\d{4})\\s?[-–]\\s?(\\d{4})$");

    /** What stands before "trước ngày D" when it dates something that happened rather than limits what is to be done. */
    private static final Pattern HAPPENED = Pattern.compile(
            "(?:(?:được|đã|có hiệu lực|tiếp nhận|phát sinh|tuyển dụng|trở về|sinh|số liệu|tính|cấp)(?: (?:ban hành|tiếp nhận|cấp|ký|phê duyệt|tuyển dụng|công nhận|thành lập))?)\\s*$",
            FLAGS);

    private static final Pattern COMES_ROUND = Pattern.compile("h[àằ]ng |mỗi |định k|6 tháng|sáu tháng|qua ");
    private static final Pattern HURRIES = Pattern.compile("lộ trình|tiến độ|khẩn trương|kế hoạch");

    private static final Map<String, String> FREQUENCIES =
            Map.of("ngày", "DAILY", "tuần", "WEEKLY", "tháng", "MONTHLY", "quý", "QUARTERLY", "năm", "ANNUAL");
    private static final Map<String, Integer> WEEKDAYS = Map.ofEntries(
            Map.entry("hai", 1),
            Map.entry("2", 1),
            Map.entry("ba", 2),
            Map.entry("3", 2),
            Map.entry("tư", 3),
            Map.entry("4", 3),
            Map.entry("năm", 4),
            Map.entry("5", 4),
            Map.entry("sáu", 5),
            Map.entry("6", 5),
            Map.entry("bảy", 6),
            Map.entry("7", 6));
    private static final Map<String, Integer> QUARTERS =
            Map.of("I", 1, "II", 2, "III", 3, "IV", 4, "1", 1, "2", 2, "3", 3, "4", 4);

    /** Days of the month with which its parts end; what ends with the month is not among them. */
    private static final Map<String, Integer> ENDS_OF_PARTS = Map.of(
            "tuần đầu", 7,
            "tuần thứ nhất", 7,
            "tuần thứ hai", 14,
            "tuần thứ ba", 21,
            "tuần thứ tư", 28,
            "nửa đầu", 15);

    private static final Pattern WAS = Pattern.compile("(?<![\\p{L}])(?:đã|vừa|được|hồi)(?![\\p{L}])[^;.]*$", FLAGS);

    /** "Trước khi khai giảng": the day is that of something else. */
    private static final Pattern BEFORE_EVENT = Pattern.compile(
            "(?:trước|xong trước|hoàn thành trước) (?:khi |ngày |kỳ |dịp |thềm )?(?:[\\p{L}]+ ){0,3}?(?:khai giảng|tựu trường|năm học|nghỉ hè|bước vào|mùa [\\p{L}]+|Tết|xuống giống|kỳ họp|Đại hội|khai mạc|bầu cử|diễn ra|bắt đầu)(?![\\p{L}])[^,;.()\\d]{0,50}",
            FLAGS);

    private static final Pattern AHEAD_OF_EVENT = Pattern.compile(
            "(?:(?:chậm nhất|ít nhất|muộn nhất)(?: là)? )?(\\d{1,3}) (ngày làm việc|ngày)(?: làm việc)?,? trước (?=khi |ngày (?!\\d)|kỳ |mùa |Tết|Đại hội|cuộc |phiên |hội nghị)[^,;.()\\d]{3,60}"
                    + "|trước (?=khi |ngày (?!\\d)|kỳ |mùa |Tết|Đại hội|đại hội|cuộc |mỗi |phiên |hội nghị)[^,;.()\\d]{3,50} (?:ít nhất |tối thiểu )?(\\d{1,3}) (ngày làm việc|ngày)(?![\\p{L}])",
            FLAGS);
    private static final Pattern WEEKDAY_OF_MONTH = Pattern.compile(
            "((?:(trước)|chậm nhất(?: là)?|vào)?\\s*(?:(\\d{1,2})\\s?(?:giờ|h)\\s?(\\d{2})?(?: phút)?,? )?(?:ngày )?(?:chiều |sáng )?(?:thứ (?<weekday>\\p{L}+|\\d)|(?<sunday>Chủ nhật))(?: của)? tuần (?<week>đầu(?: tiên)?|cuối(?: cùng)?|thứ (?:nhất|hai|ba|tư))(?: của)? "
                    + EVERY + " tháng)",
            FLAGS);
    /** What stands before "đến ngày D" when that ends what a figure covers, or a meeting. */
    private static final Pattern COVERED = Pattern.compile(
            "(?:tính|giai đoạn|số liệu|kỳ báo cáo)[^;]{0,60}$|(?:họp|hội nghị)[^;]{0,40}từ [^;]{0,30}$", FLAGS);

    private static final Pattern STAGE_ENDS = Pattern.compile(";|<br ?/?>|\\n|\\. (?=\\p{Lu})|(?<=\\d),? (?=[-–•] )");
    /** A year that only says in which the rest is meant. */
    private static final Pattern IN_THE_YEAR = Pattern.compile("(?:trong|đến) năm \\d{4}", FLAGS);

    private static final Pattern STAGE_LABEL = Pattern.compile("^[^:\\d]{1,30}[^:]{0,40}: ");
    private static final Map<String, Integer> WEEKS =
            Map.of("đầu", 1, "thứ nhất", 1, "thứ hai", 2, "thứ ba", 3, "thứ tư", 4, "cuối", -1);
    /** "02 lần/ngày" */
    private static final Pattern SO_OFTEN = Pattern.compile(
            "(?<![\\d/])(?:\\d{1,2}|một|hai|ba|bốn) (?:lần|kỳ) ?(?:/|mỗi |một |trong )(ngày|tuần|tháng|quý|năm)",
            FLAGS);
    /** What is due on days of each year, when the days are written without one. */
    private static final Pattern EVERY_YEAR = Pattern.compile(
            EVERY + " năm|định k[ỳì] (?:0?6 tháng|sáu tháng|năm)|(?:mỗi )?năm (?:hai|0?2) (?:lần|kỳ)|mỗi năm", FLAGS);

    private static final Pattern DAY_WITHOUT_YEAR = Pattern.compile(
            "(?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|vào) (?:ngày )?(\\d{1,2})(?:/|\\s+tháng\\s+)(\\d{1,2})(?:,? (?:và )?(?:trước )?(?:ngày )?(\\d{1,2})(?:/|\\s+tháng\\s+)(\\d{1,2}))?(?!\\s?[/\\d]|,? năm)",
            FLAGS);

    private final @Nullable LocalDate issued;

    /** What was read already: a sentence is asked for its limit more than once on the way to its duties. */
    private final Map<String, TimeLimit> known = new HashMap<>();

    /** @param issued the document's own date, from which a missing year is inferred */
    TimeLimits(@Nullable LocalDate issued) {
        this.issued = issued;
    }

    @Nullable
    LocalDate issued() {
        return issued;
    }

    /** The limit that a sentence names. */
    TimeLimit of(String sentence) {
        return known.computeIfAbsent(sentence, this::read);
    }

    private TimeLimit read(String sentence) {
        String words = sentence.toLowerCase(Locale.ROOT);
        boolean dates = words.codePoints().anyMatch(Character::isDigit) || words.contains("quý ");
        boolean comesRound = words.contains("hằng ")
                || words.contains("hàng ")
                || words.contains("mỗi ")
                || words.contains("quý")
                || words.contains("các tháng")
                || words.contains("tháng sau")
                || words.contains("tháng tiếp")
                || words.contains("tháng kế");
        TimeLimit limit = (comesRound ? recurrentDay(sentence) : Optional.<TimeLimit>empty())
                .or(() -> EVERY_YEAR.matcher(sentence).find() ? onDaysOfEachYear(sentence) : Optional.empty())
                .or(() -> dates ? relative(sentence) : Optional.empty())
                .or(() -> dates ? dated(sentence) : Optional.empty())
                .or(() -> recurring(sentence, words))
                .or(() -> beforeEvent(sentence))
                .orElse(TimeLimit.NONE);
        return words.contains("báo cáo") ? withReport(sentence, limit) : limit;
    }

    /** The limit that a cell or a line "Thời gian: …" gives, where a bare date is one. */
    TimeLimit ofCell(String raw) {
        String cell = raw.strip().replaceAll("[.;]+$", "").replaceFirst("(?iu)^hoàn thành ", "");
        return cellDate(cell)
                .or(() -> cellMonth(cell))
                .or(() -> cellQuarter(cell))
                .or(() -> cellYear(cell))
                .orElseGet(() -> {
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

    private static Optional<TimeLimit> recurrentDay(String sentence) {
        Matcher daily = HOUR_EVERY_DAY.matcher(sentence);
        if (daily.find()) {
            Integer times = daily.group(5) == null ? null : 2;
            var every = new Recurrence("DAILY", null, null, null, times, daily.group(2) == null);
            return Optional.of(recurring(daily.group(1), every, time(daily.group(3), daily.group(4))));
        }
        Matcher year = DAY_OF_YEAR.matcher(sentence);
        if (year.find()) {
            boolean twice = year.group(5) != null;
            String frequency = twice ? "SEMIANNUAL" : "ANNUAL";
            var every = new Recurrence(
                    frequency,
                    Integer.valueOf(year.group(3)),
                    Integer.valueOf(year.group(4)),
                    null,
                    null,
                    year.group(2) == null);
            return Optional.of(TimeLimit.recurring(
                    year.group(1).strip(), frequency, twice ? every.onDays(daysOfYear(year)) : every));
        }
        Matcher annual = DAY_IN_EVERY_YEAR.matcher(sentence);
        if (annual.find()) {
            return onDaysOfEachYear(sentence.substring(annual.start(1)));
        }
        Matcher quarter = DAY_OF_QUARTER.matcher(sentence);
        if (quarter.find()) {
            int month = switch (quarter.group(4).toLowerCase(Locale.ROOT)) {
                case "đầu", "thứ nhất" -> 1;
                case "thứ hai" -> 2;
                default -> 3;
            };
            var every = new Recurrence(
                    "QUARTERLY", Integer.valueOf(quarter.group(3)), null, month, null, quarter.group(2) == null);
            boolean following = FOLLOWING.matcher(quarter.group(1)).find();
            return Optional.of(TimeLimit.recurring(
                    quarter.group(1).strip(), "QUARTERLY", following ? every.inFollowingPeriod() : every));
        }
        Matcher month = DAY_OF_MONTH_EVERY.matcher(sentence);
        if (month.find()) {
            return Optional.of(monthly(month, dayOfMonth(month)));
        }
        Matcher next = DAY_OF_NEXT_MONTH.matcher(sentence);
        if (next.find()) {
            return Optional.of(monthly(next, dayOfMonth(next).inFollowingPeriod()));
        }
        Matcher within = DAY_IN_EVERY_MONTH.matcher(sentence);
        if (within.find()) {
            return Optional.of(monthly(within, dayOfMonth(within)));
        }
        Matcher ofMonth = WEEKDAY_OF_MONTH.matcher(sentence);
        if (ofMonth.find()) {
            String which = ofMonth.group("week").toLowerCase(Locale.ROOT).replaceFirst(" (?:tiên|cùng)$", "");
            Recurrence every = new Recurrence("MONTHLY", null, null, null, null, ofMonth.group(2) == null)
                    .onWeekday(day(ofMonth))
                    .inWeek(WEEKS.get(which));
            return Optional.of(recurring(ofMonth.group(1), every, time(ofMonth.group(3), ofMonth.group(4))));
        }
        Matcher week = WEEKDAY_EVERY.matcher(sentence);
        if (week.find()) {
            Recurrence every =
                    new Recurrence("WEEKLY", null, null, null, null, week.group(2) == null).onWeekday(day(week));
            return Optional.of(recurring(week.group(1), every, time(week.group(3), week.group(4))));
        }
        return Optional.empty();
    }

    /** Groups of all that name a day of each month: the words, "trước", hour, minute, day. */
    private static Recurrence dayOfMonth(Matcher words) {
        return new Recurrence("MONTHLY", Integer.valueOf(words.group(5)), null, null, null, words.group(2) == null);
    }

    private static TimeLimit monthly(Matcher words, Recurrence every) {
        return recurring(words.group(1), every, time(words.group(3), words.group(4)));
    }

    /** "Định kỳ 6 tháng … trước ngày 20/6": a day without a year, of something that comes round each year. */
    static Optional<TimeLimit> onDaysOfEachYear(String sentence) {
        Matcher words = DAY_WITHOUT_YEAR.matcher(sentence);
        while (words.find()) {
            boolean isDay = Dates.of(words.group(2), words.group(3), "2024").isPresent();
            if (isDay && !HAPPENED.matcher(sentence.substring(0, words.start())).find()) {
                boolean twice = words.group(4) != null
                        && Dates.of(words.group(4), words.group(5), "2024").isPresent();
                Integer month = Integer.valueOf(words.group(3));
                var every = new Recurrence(
                        twice ? "SEMIANNUAL" : "ANNUAL",
                        Integer.valueOf(words.group(2)),
                        month,
                        null,
                        null,
                        words.group(1) == null);
                List<String> days = twice
                        ? List.of(dayOfYear(words.group(2), words.group(3)), dayOfYear(words.group(4), words.group(5)))
                        : null;
                return Optional.of(TimeLimit.recurring(words.group().strip(), every.freq(), every.onDays(days)));
            }
        }
        return Optional.empty();
    }

    /** "Trước Đại hội 30 ngày", "chậm nhất 10 ngày trước khi khai mạc", or before something that has its day. */
    private static Optional<TimeLimit> beforeEvent(String sentence) {
        Matcher ahead = AHEAD_OF_EVENT.matcher(sentence);
        if (ahead.find()) {
            boolean first = ahead.group(1) != null;
            int amount = Integer.parseInt(first ? ahead.group(1) : ahead.group(3));
            boolean working = (first ? ahead.group(2) : ahead.group(4)).contains("làm việc");
            return Optional.of(untilEvent(
                    ahead.group(), -amount, working ? RelativeLimit.Unit.WORKING_DAY : RelativeLimit.Unit.DAY));
        }
        Matcher event = BEFORE_EVENT.matcher(sentence);
        return event.find() ? Optional.of(untilEvent(event.group(), 0, RelativeLimit.Unit.DAY)) : Optional.empty();
    }

    private static TimeLimit untilEvent(String phrase, int amount, RelativeLimit.Unit unit) {
        return new TimeLimit(
                TimeLimit.Kind.DATE,
                phrase.strip(),
                null,
                amount != 0,
                null,
                false,
                new RelativeLimit(amount, unit, RelativeLimit.From.EVENT),
                null,
                null,
                null,
                null);
    }

    /**
     * Every day by which something is to be done, where a text names several, in order: the stages of one duty. Empty if there
     * are not two of them.
     */
    List<TimeLimit> stages(String text) {
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
    List<TimeLimit> stagesOfCell(String cell) {
        List<TimeLimit> stages = new ArrayList<>();
        for (String piece : STAGE_ENDS.split(cell)) {
            String words = piece.strip().replaceFirst("^[-–+•]\\s*", "");
            Matcher label = STAGE_LABEL.matcher(words);
            TimeLimit limit = ofCell(label.find() ? words.substring(label.end()) : words);
            if (limit.date() != null && limit.relative() == null) {
                stages.add(limit.saidAs(words));
            }
        }
        List<TimeLimit> several = severalDays(stages);
        return several.isEmpty() ? stages(cell) : several;
    }

    private static List<TimeLimit> severalDays(List<TimeLimit> stages) {
        return stages.stream().map(TimeLimit::date).distinct().count() > 1 ? List.copyOf(stages) : List.of();
    }

    /** Such as {@code 06-10}, both of them; none if one is no day of any year. */
    private static @Nullable List<String> daysOfYear(Matcher year) {
        try {
            return List.of(dayOfYear(year.group(3), year.group(4)), dayOfYear(year.group(5), year.group(6)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static String dayOfYear(String day, String month) {
        return MonthDay.of(Integer.parseInt(month), Integer.parseInt(day))
                .toString()
                .substring(2);
    }

    /** 1 is Monday. */
    private static @Nullable Integer day(Matcher week) {
        return week.group("sunday") != null ? Integer.valueOf(7) : weekday(week.group("weekday"));
    }

    /** 1 for "thứ hai" and "thứ 2". */
    private static @Nullable Integer weekday(@Nullable String name) {
        return name == null ? null : WEEKDAYS.get(name.toLowerCase(Locale.ROOT));
    }

    private static TimeLimit recurring(String phrase, Recurrence every, @Nullable String time) {
        return new TimeLimit(
                TimeLimit.Kind.RECURRING,
                phrase.strip(),
                null,
                true,
                time,
                false,
                null,
                every.freq(),
                every,
                null,
                null);
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
        Matcher date = ON_DATE.matcher(sentence);
        while (date.find()) {
            String before = sentence.substring(0, date.start());
            boolean limits = !HAPPENED.matcher(before).find()
                    && !isRange(before, date.group(1), sentence.substring(date.end()))
                    && !isAsOf(date.group(1), sentence.substring(date.end()));
            Optional<TimeLimit> found = limits
                    ? day(
                            date.group(5),
                            date.group(6),
                            date.group(7),
                            date.group(1),
                            date.group(2) == null,
                            time(date.group(3), date.group(4)))
                    : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        Matcher part = PART_OF_MONTH.matcher(sentence);
        if ((words.contains("tuần ") || words.contains("nửa ")) && part.find()) {
            return partOfMonth(part);
        }
        Matcher today = SAME_DAY.matcher(sentence);
        if (words.contains("ngày") && today.find() && issued != null) {
            return Optional.of(onDate(
                    today.group(1), issued, today.group(2) == null, time(today.group(3), today.group(4)), false));
        }
        Matcher month = MONTH.matcher(sentence);
        if (words.contains("tháng") && month.find() && !isOver(sentence, month)) {
            return month(month.group(3), month.group(4), month.group(1), month.group(2) != null);
        }
        Matcher quarter = QUARTER.matcher(sentence);
        if (words.contains("quý")
                && quarter.find()
                && !isOver(sentence, quarter)
                && !sentence.substring(0, quarter.start()).endsWith("báo cáo ")) {
            return quarter(quarter.group(3), quarter.group(4), quarter.group(1), quarter.group(2) != null);
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

    /** Whether the words before a month or quarter that something is done "vào" say that it was. */
    private static boolean isOver(String sentence, Matcher time) {
        return time.group(1).toLowerCase(Locale.ROOT).startsWith("vào")
                && WAS.matcher(sentence.substring(0, time.start())).find();
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

    private static @Nullable String time(@Nullable String hour, @Nullable String minute) {
        return hour == null ? null : "%02d:%s".formatted(Integer.parseInt(hour), minute == null ? "00" : minute);
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

    private static Optional<TimeLimit> recurring(String sentence, String words) {
        Matcher months = EVERY_N_MONTHS.matcher(sentence);
        if (words.contains("lần") && months.find()) {
            String n = months.group(1);
            String freq = n == null
                    ? "SEMIANNUAL"
                    : switch (n.toLowerCase(Locale.ROOT)) {
                        case "3", "03", "ba" -> "QUARTERLY";
                        case "6", "06", "sáu" -> "SEMIANNUAL";
                        case "12" -> "ANNUAL";
                        default -> "MONTHLY";
                    };
            return Optional.of(TimeLimit.recurring(months.group().strip(), freq, null));
        }
        Matcher often = SO_OFTEN.matcher(sentence);
        if (often.find()) {
            return Optional.of(TimeLimit.recurring(
                    often.group().strip(),
                    often.group().matches("(?iu)(?:0?2|hai) .*năm")
                            ? "SEMIANNUAL"
                            : FREQUENCIES.get(often.group(1).toLowerCase(Locale.ROOT)),
                    null));
        }
        Matcher recurring = RECURRING.matcher(sentence);
        if (COMES_ROUND.matcher(words).find() && recurring.find()) {
            String every = recurring.group(1) != null ? recurring.group(1) : recurring.group(2);
            String phrase = recurring.group().toLowerCase(Locale.ROOT);
            String frequency = every != null
                    ? FREQUENCIES.get(every.toLowerCase(Locale.ROOT))
                    : phrase.contains("6 tháng") || phrase.contains("sáu tháng") ? "SEMIANNUAL" : "ANNUAL";
            return Optional.of(TimeLimit.recurring(recurring.group().strip(), frequency, null));
        }
        Matcher roadmap = ROADMAP.matcher(sentence);
        if (HURRIES.matcher(words).find() && roadmap.find()) {
            return Optional.of(TimeLimit.without(TimeLimit.Kind.ROADMAP, roadmap.group()));
        }
        Matcher continuous = CONTINUOUS.matcher(sentence);
        if (continuous.find()) {
            return Optional.of(TimeLimit.without(TimeLimit.Kind.CONTINUOUS, continuous.group()));
        }
        Matcher rule = BY_RULE.matcher(sentence);
        if (rule.find()) {
            return Optional.of(
                    TimeLimit.without(TimeLimit.Kind.ROADMAP, rule.group().strip()));
        }
        return Optional.empty();
    }

    private static TimeLimit withReport(String sentence, TimeLimit limit) {
        Matcher quarter = REPORT_OF_QUARTER.matcher(sentence);
        if (quarter.find()) {
            String instance =
                    quarter.group(3) + "-Q" + QUARTERS.get(quarter.group(2).toUpperCase(Locale.ROOT));
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
