package vn.dondoc.documents.intake.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Citation;
import vn.dondoc.documents.directive.Mark;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.directive.TimeMention.Standing;
import vn.dondoc.documents.intake.time.TimeMentions;

/**
 * What a time that is the limit of no duty is instead, by the words around it. Only what is certain takes a time away from the
 * clerk's eyes: a day that is not over is somebody else's only if the words right before it say so.
 */
final class Standings {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int LONGEST_QUOTE = 120;
    private static final int REACH = 60;
    private static final int WIDE = 300;

    /** What makes a limit of the time after it, up to where that begins. */
    private static final Pattern LIMITS = Pattern.compile(
            "(?<![\\p{L}])(?:trước|chậm nhất|muộn nhất|trễ nhất|không quá|không muộn hơn|không chậm hơn|hết|hạn|hoàn thành|hoàn thiện|xong|trong|vào|đến|thời (?:gian|hạn)[^.;]{0,40}|tiến độ[^.;]{0,30}|dự kiến|(?:tại|vào) (?:kỳ họp|hội nghị|phiên họp)[^.;]{0,30})"
                    + "(?: (?:là|vào|trong|đến|trước|của|cuối|đầu|hết|hoàn thành|các|sau|cùng|chót|thời điểm|khoảng)){0,200}:?,? *"
                    + "(?:\\(?\\d{1,2}\\s?(?:giờ|h|g|:)\\s?(?:\\d{2})?(?:\\s?(?:phút|p|’|'))?,? ?)?(?:\\(?thứ \\p{L}+\\)?,? |\\(?Chủ nhật\\)?,? )?(?:các )?(?:ngày )?$",
            FLAGS);

    /** "Tháng 3/2021, các bộ lập tổ công tác": the time stands first. */
    private static final Pattern BEGINS = Pattern.compile("^(?:trong )?(?:tháng|quý|ngày) [^,.;:]{1,20}[,:]", FLAGS);

    /** The date of another paper: its number or kind stands right before. */
    private static final Pattern OF_A_PAPER =
            Pattern.compile("(?:(?:số|Số)[: ]*[\\d/]+[\\p{L}\\d/.-]*|\\d+[-/]\\p{Lu}[\\p{L}\\d/.-]*)[^.;]{0,30}$"
                    + "|(?:Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Công văn|Công điện|Kế hoạch|Kết luận|Thông báo|Hướng dẫn|Chương trình|Báo cáo|Tờ trình|Quy định|Quy chế|Văn bản|Đề án|Biên bản|Giấy mời)(?: (?:số|của) [^.;,:]{0,60})? $"
                    + "|(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh|Điều lệ|Công ước)(?: [^.;,:]{0,60})? $");

    /** The name of a programme has its time in it. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:Chương trình|Chiến lược|Đề án|Kế hoạch|Quy hoạch|Dự án|Phong trào|Cuộc vận động)[^.;:]{0,160}(?:đến|giai đoạn|tầm nhìn|định hướng)(?: đến)? $"
                    + "|(?:Nghị quyết|Quyết định|Kết luận)[^.;:]{0,140} (?:về|phê duyệt) (?:(?!phấn đấu|yêu cầu|hoàn thành)[^.;:]){0,160}(?:đến|tầm nhìn|định hướng)(?: đến)? $");

    private static final Pattern SPAN_OF_YEARS =
            Pattern.compile("^(?:giai đoạn|thời kỳ|nhiệm kỳ|\\d{4}\\s?[-–]).*", FLAGS);
    private static final Pattern AS_OF = Pattern.compile(
            "(?<![\\p{L}])(?:tính (?:đến|từ)|từ đầu (?:năm|tháng|quý|nhiệm kỳ)[^.;]{0,20}|đến thời điểm|số liệu[^.;,]{0,30}|lũy kế[^.;]{0,20}|trong kỳ)(?: hết| từ| đến| ngày [\\d/.-]+){0,200} ?(?:ngày )?$",
            FLAGS);
    private static final Pattern ALONE_BEFORE = Pattern.compile("\\| ?$");
    private static final Pattern ALONE_AFTER = Pattern.compile("^ ?\\|");
    /** A line of nothing but times is the cell of a table that nobody recognised. */
    private static final Pattern ONLY_TIMES = Pattern.compile(
            "(?:[-–+•] ?)?(?:trước |trong |vào |đến |hết |từ )?(?:tháng|quý|ngày) [\\dIV/. -]{1,14}(?:(?:,| và| -| –| đến) (?:tháng |quý |ngày )?[\\dIV/. -]{1,14}){0,3}[.;]?",
            FLAGS);

    private static final Pattern ONLY_A_YEAR = Pattern.compile("(?iu)(?:năm )?\\d{4}");
    private static final Pattern OF_THE_YEAR = Pattern.compile("^ (?:đầu|cuối|qua|gần|vừa|trở lại)", FLAGS);
    private static final Pattern GOAL =
            Pattern.compile("(?<![\\p{L}])(?:mục tiêu|chỉ tiêu|phấn đấu|phân đâu)(?![\\p{L}])", FLAGS);
    private static final int SHORT = 90;

    private static final Pattern HAPPENED = Pattern.compile(
            "(?<![\\p{L}])(?:đã|vừa qua|thời gian qua|tính đến|đến nay|tính từ|trong năm qua|qua \\d+|có hiệu lực|được (?:ban hành|ký|phê duyệt|thành lập|công bố)|sinh|diễn biến|xảy ra|theo báo cáo|qua kiểm tra|ghi nhận|theo (?:bản )?tin|dự báo|xuất hiện)(?![\\p{L}])",
            FLAGS);
    private static final Pattern HABIT = Pattern.compile(
            "(?<![\\p{L}])(?:kế hoạch|báo cáo|dự toán|ngân sách|đánh giá|chương trình|công tác|thống kê|nhiệm vụ|chỉ tiêu|kinh phí|chỉ số|xếp hạng|xếp loại|danh mục)(?: [\\p{L}]+){0,3} $",
            FLAGS);
    private static final Pattern FROM = Pattern.compile(
            "(?<![\\p{L}])(?:từ|kể từ|bắt đầu(?: từ)?|áp dụng từ|có hiệu lực)(?: thi hành)?(?: kể từ| từ)?(?: thời điểm)? ?(?:\\d{1,2} giờ,? ?(?:\\d{2},? )?)?(?:ngày )?$",
            FLAGS);
    private static final Pattern MEETING = Pattern.compile(
            "(?<![\\p{L}])(?:họp|hội nghị|buổi làm việc|làm việc với|phiên họp|lễ|khai mạc|bế mạc|diễn ra|tại cuộc|triệu tập|tiếp công dân)(?![\\p{L}])",
            FLAGS);
    private static final Pattern TO_PREPARE =
            Pattern.compile("(?<![\\p{L}])(?:tổ chức|chuẩn bị|tham dự|dự họp|phát động|ra quân)(?![\\p{L}])", FLAGS);
    private static final Pattern INSTEAD = Pattern.compile(
            "(?<![\\p{L}])(?:bằng|thành|sang)(?: cụm từ| thời hạn| thời gian| là)?:? ?[“\"«]?(?:trước |trong |đến |hết )?(?:ngày )?$",
            FLAGS);
    private static final Pattern HORIZON =
            Pattern.compile("(?<![\\p{L}])(?:đến|tới)(?: hết| cuối)?(?: ngày)? ?$", FLAGS);
    private static final Pattern REPLACES = Pattern.compile(
            "(?<![\\p{L}])(?:thay vì|thay cho|thay thế (?:thời hạn|thời gian)|điều chỉnh (?:thời hạn|thời gian|tiến độ)|gia hạn|(?:lùi|sửa|đổi) (?:thời hạn|thời gian|thời điểm)|kéo dài (?:thời hạn|thời gian)|sửa đổi|sửa thành|thay cụm từ|thay bằng)(?![\\p{L}])",
            FLAGS);

    private final List<Target> targets;
    private final List<Citation> citations;
    private final @Nullable LocalDate issued;

    /** @param issued the day of the paper, or the first of its month */
    Standings(List<Target> targets, List<Citation> citations, @Nullable LocalDate issued) {
        this.targets = targets;
        this.citations = citations;
        this.issued = issued;
    }

    static boolean isWithin(Mark inner, Mark outer) {
        return inner.start() >= outer.start() && inner.end() <= outer.end();
    }

    /**
     * @param paragraph in which the sentence stands
     * @param inDuty whether it stands in the words of a duty
     */
    Standing of(TimeMentions.Found it, String sentence, Mark mark, Mark paragraph, boolean inDuty) {
        String before = sentence.substring(Math.max(0, it.start() - WIDE), it.start());
        String near = before.substring(Math.max(0, before.length() - REACH));
        String after = sentence.substring(it.end(), Math.min(sentence.length(), it.end() + WIDE));
        String around = before + it.words() + after;
        boolean named = it.limitsByItself() || LIMITS.matcher(near).find();
        boolean limits = named || it.start() == 0 && BEGINS.matcher(around).find();
        boolean over = issued != null
                && it.lastDay().filter(day -> day.isBefore(issued)).isPresent();
        boolean begun = issued != null
                && it.lastDay().filter(day -> !day.isAfter(issued)).isPresent();
        if (it.comesRound()) {
            return !inDuty && isBesideFigure(mark, paragraph)
                    ? Standing.HORIZON
                    : HABIT.matcher(near).find() ? Standing.WINDOW : Standing.UNREAD;
        }
        if (isOfAPaper(mark, limits, near)) {
            return Standing.CITATION;
        }
        if (REPLACES.matcher(around).find() && (limits || INSTEAD.matcher(near).find())) {
            return Standing.REPLACED;
        }
        if (isQuoted(before, after) || it.isPeriod() && NAMED.matcher(before).find()) {
            return Standing.QUOTED;
        }
        if (!it.limitsByItself() && AS_OF.matcher(near).find()) {
            return over ? Standing.PAST : Standing.WINDOW;
        }
        if (over && named && !it.isPeriod() && !HAPPENED.matcher(before).find()) {
            return Standing.EXPIRED;
        }
        boolean undated = it.lastDay().isEmpty();
        if (over || !limits && (begun || undated && HAPPENED.matcher(before).find())) {
            return Standing.PAST;
        }
        if (isHorizon(it, mark, paragraph, near, around)) {
            return Standing.HORIZON;
        }
        if (FROM.matcher(near).find()) {
            return Standing.START;
        }
        boolean cell = ALONE_BEFORE.matcher(before).find()
                        && ALONE_AFTER.matcher(after).find()
                || ONLY_TIMES.matcher(around).matches();
        if (cell && !ONLY_A_YEAR.matcher(it.words()).matches()) {
            return Standing.UNREAD;
        }
        boolean window =
                it.isPeriod() && (!limits || SPAN_OF_YEARS.matcher(it.words()).matches())
                        || it.limitsByItself() && OF_THE_YEAR.matcher(after).find();
        if (window) {
            return Standing.WINDOW;
        }
        boolean meeting = !limits
                && MEETING.matcher(around).find()
                && !TO_PREPARE.matcher(around).find();
        return meeting ? Standing.MEETING : Standing.UNREAD;
    }

    private boolean isOfAPaper(Mark mark, boolean limits, String near) {
        return citations.stream().anyMatch(it -> isWithin(mark, it.mark()))
                || !limits && OF_A_PAPER.matcher(paper(near)).find();
    }

    /** Whether it says by when figures are to be reached: beside one, or in the heading above them. */
    private boolean isHorizon(TimeMentions.Found it, Mark mark, Mark paragraph, String near, String around) {
        boolean until = HORIZON.matcher(near).find();
        boolean beside = it.isPeriod() && (until || isTargetYear(it)) && isBesideFigure(mark, paragraph);
        boolean above = until
                && !targets.isEmpty()
                && (GOAL.matcher(around).find() || it.isPeriod() && around.length() < SHORT);
        return beside || above;
    }

    private boolean isBesideFigure(Mark mark, Mark paragraph) {
        return targets.stream()
                .anyMatch(target ->
                        isWithin(target.mark(), paragraph) && !target.mark().equals(paragraph)
                                || isWithin(mark, target.mark()));
    }

    private boolean isTargetYear(TimeMentions.Found it) {
        return targets.stream()
                .map(Target::year)
                .filter(Objects::nonNull)
                .anyMatch(year -> it.words().contains(year));
    }

    /** Without the word "ngày" that stands between a number and its date. */
    private static String paper(String before) {
        return before.replaceFirst("(?iu),? ?(?:ban hành |ký )?(?:ngày )?$", " ");
    }

    private static boolean isQuoted(String before, String after) {
        int opened = Math.max(before.lastIndexOf('“'), before.lastIndexOf('«'));
        int closed = Math.max(before.lastIndexOf('”'), before.lastIndexOf('»'));
        int end = after.indexOf(opened >= 0 && before.charAt(opened) == '«' ? '»' : '”');
        return opened > closed && end >= 0 && before.length() - opened + end < LONGEST_QUOTE;
    }
}
