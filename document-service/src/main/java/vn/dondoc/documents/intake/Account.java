package vn.dondoc.documents.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Citation;
import vn.dondoc.documents.directive.Finding;
import vn.dondoc.documents.directive.Mark;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.directive.TimeLimit;
import vn.dondoc.documents.directive.TimeMention;
import vn.dondoc.documents.directive.TimeMention.Standing;

/**
 * Accounts for every time that the paper names: a time that is the limit of no duty and nothing else for a reason is found,
 * so that no limit is missed in silence. It looks at the text by itself and not at how duties were read; whatever they leave
 * out is seen here.
 *
 * <p>When in doubt it finds: a finding too many costs a glance, a limit that nobody sees costs the duty.
 */
final class Account {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int LONGEST_QUOTE = 120;
    private static final int REACH = 60;
    private static final int WIDE = 300;

    /** What makes a limit of the time after it, up to where that begins. */
    private static final Pattern LIMITS = Pattern.compile(
            "(?<![\\p{L}])(?:trước|chậm nhất|muộn nhất|trễ nhất|không quá|không muộn hơn|không chậm hơn|hết|hạn|hoàn thành|hoàn thiện|xong|trong|vào|đến|thời (?:gian|hạn)[^.;]{0,40}|tiến độ[^.;]{0,30}|dự kiến|tại (?:kỳ họp|hội nghị|phiên họp)[^.;]{0,30})"
                    + "(?: (?:là|vào|trong|đến|trước|của|cuối|đầu|hết|hoàn thành|các|sau|cùng|chót|thời điểm|khoảng))*:?,? *"
                    + "(?:\\(?\\d{1,2}\\s?(?:giờ|h|g|:)\\s?(?:\\d{2})?(?:\\s?(?:phút|p|’|'))?,? ?)?(?:\\(?thứ \\p{L}+\\)?,? |\\(?Chủ nhật\\)?,? )?(?:các )?(?:ngày )?$",
            FLAGS);

    /** "Tháng 3/2021, các bộ lập tổ công tác": the time stands first. */
    private static final Pattern BEGINS = Pattern.compile("^(?:trong )?(?:tháng|quý|ngày) [^,.;]{1,20},", FLAGS);

    /** The date of another paper: its number or kind stands right before. */
    private static final Pattern OF_A_PAPER = Pattern.compile(
            "(?:(?:số|Số)[: ]*[\\d/]+[\\p{L}\\d/.-]*|\\d+[-/]\\p{Lu}[\\p{L}\\d/.-]*)[^.;]{0,30}$"
                    + "|(?:Luật|Bộ luật|Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Công văn|Công điện|Kế hoạch|Kết luận|Thông báo|Hướng dẫn|Chương trình|Báo cáo|Tờ trình|Quy định|Quy chế|Văn bản|Hiến pháp|Pháp lệnh|Điều lệ|Đề án|Biên bản|Giấy mời|Công ước)(?: [^.;,:]{0,60})? $");

    /** The name of a programme has its time in it. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:Chương trình|Chiến lược|Đề án|Kế hoạch|Quy hoạch|Dự án|Phong trào|Cuộc vận động)[^.;:]{0,160}(?:đến|giai đoạn|tầm nhìn|định hướng)(?: đến)? $"
                    + "|(?:Nghị quyết|Quyết định|Kết luận)[^.;:]{0,140} (?:về|phê duyệt) (?:(?!phấn đấu|yêu cầu|hoàn thành)[^.;:]){0,160}(?:đến|tầm nhìn|định hướng)(?: đến)? $");

    private static final Pattern SPAN_OF_YEARS =
            Pattern.compile("^(?:giai đoạn|thời kỳ|nhiệm kỳ|\\d{4}\\s?[-–]).*", FLAGS);
    private static final Pattern AS_OF = Pattern.compile(
            "(?<![\\p{L}])(?:tính (?:đến|từ)|từ đầu (?:năm|tháng|quý|nhiệm kỳ)[^.;]{0,20}|đến thời điểm|số liệu[^.;,]{0,30}|lũy kế[^.;]{0,20}|trong kỳ)(?: hết| từ| đến| ngày [\\d/.-]+)* ?(?:ngày )?$",
            FLAGS);
    private static final Pattern OF_THE_YEAR = Pattern.compile("^ (?:đầu|cuối|qua|gần|vừa|trở lại)", FLAGS);
    private static final Pattern GOAL =
            Pattern.compile("(?<![\\p{L}])(?:mục tiêu|chỉ tiêu|phấn đấu|phân đâu)(?![\\p{L}])", FLAGS);
    private static final int SHORT = 90;

    private static final Pattern HAPPENED = Pattern.compile(
            "(?<![\\p{L}])(?:đã|vừa qua|thời gian qua|tính đến|đến nay|tính từ|kết quả|trong năm qua|qua \\d+|có hiệu lực|được (?:ban hành|ký|phê duyệt|thành lập|công bố)|sinh|diễn biến|xảy ra|theo báo cáo|qua kiểm tra|ghi nhận|theo (?:bản )?tin|dự báo|xuất hiện)(?![\\p{L}])",
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
    private static final Pattern HORIZON =
            Pattern.compile("(?<![\\p{L}])(?:đến|tới)(?: hết| cuối)?(?: ngày)? ?$", FLAGS);
    private static final Pattern REPLACES = Pattern.compile(
            "(?<![\\p{L}])(?:thay vì|thay cho|thay thế (?:thời hạn|thời gian)|điều chỉnh (?:thời hạn|thời gian|tiến độ)|gia hạn|lùi (?:thời hạn|thời gian)|kéo dài (?:thời hạn|thời gian)|sửa đổi|sửa thành)(?![\\p{L}])",
            FLAGS);
    private static final Pattern ORDERS = Pattern.compile(
            "(?<![\\p{L}])(?:yêu cầu|giao|đề nghị|chỉ đạo|chịu trách nhiệm|có trách nhiệm|phải|khẩn trương|tổ chức thực hiện|báo cáo)(?![\\p{L}])",
            FLAGS);
    private static final Pattern CELLS = Pattern.compile("^\\|.*\\p{L}.*", Pattern.DOTALL);
    private static final int ROWS_OF_A_TABLE = 3;

    private final List<Provision> provisions;
    private final TreeMap<Integer, List<Provision>> byStart = new TreeMap<>();

    /** Those whose limit does not stand in their own words, but in a heading, a label or another sentence. */
    private final List<Provision> limitedFromElsewhere;

    private final List<Target> targets;
    private final List<Citation> citations;
    private final @Nullable LocalDate issued;
    private final List<TimeMention> times = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param issued the day of the paper, or the first of its month */
    Account(List<Provision> provisions, List<Target> targets, List<Citation> citations, @Nullable LocalDate issued) {
        this.provisions = provisions;
        provisions.forEach(it -> byStart.computeIfAbsent(it.mark().start(), any -> new ArrayList<>())
                .add(it));
        this.limitedFromElsewhere = provisions.stream()
                .filter(it -> !contains(
                        it.text(), Objects.requireNonNullElse(it.limit().phrase(), it.text())))
                .toList();
        this.targets = targets;
        this.citations = citations;
        this.issued = issued;
    }

    List<TimeMention> times() {
        return List.copyOf(times);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** @param paragraphs of the body and of what is attached, rows of tables between bars */
    void take(List<Stretch> paragraphs) {
        List<Stretch> rows = new ArrayList<>();
        boolean orders = false;
        for (Stretch paragraph : paragraphs) {
            orders |= ORDERS.matcher(paragraph.text()).find();
            if (CELLS.matcher(paragraph.text()).matches()) {
                rows.add(paragraph);
            } else {
                table(rows);
                rows.clear();
            }
            boolean row = paragraph.text().startsWith("|");
            for (Stretch sentence : row ? List.of(paragraph) : Sentences.sentences(paragraph)) {
                sentence(sentence, paragraph.mark(1));
            }
        }
        table(rows);
        if (orders && provisions.isEmpty()) {
            findings.addFirst(Finding.of(
                    Finding.Code.NO_DUTIES,
                    "văn bản có giao việc nhưng không đọc được nhiệm vụ nào",
                    "the paper gives orders, and no duty was read"));
        }
        inherited();
    }

    /** A table of which nothing was read. */
    private void table(List<Stretch> rows) {
        if (rows.size() < ROWS_OF_A_TABLE) {
            return;
        }
        Mark all =
                new Mark(rows.getFirst().mark(1).start(), rows.getLast().mark(1).end(), 1);
        boolean read = provisions.stream().anyMatch(it -> isWithin(it.mark(), all))
                || targets.stream().anyMatch(it -> isWithin(it.mark(), all));
        if (!read) {
            findings.add(new Finding(
                    Finding.Code.UNREAD_TABLE,
                    all,
                    "bảng " + rows.size() + " dòng chưa đọc được",
                    "a table of " + rows.size() + " rows was left unread"));
        }
    }

    private void sentence(Stretch sentence, Mark paragraph) {
        List<TimeMention> unread = new ArrayList<>();
        String text = sentence.text();
        for (TimeMentions.Found it : TimeMentions.in(text)) {
            Mark mark = sentence.mark(it.start(), it.end(), 1);
            TimeMention mention = mention(it, text, mark, paragraph);
            times.add(mention);
            switch (mention.standing()) {
                case UNREAD, EXPIRED, REPLACED -> unread.add(mention);
                default -> {}
            }
        }
        unread.stream()
                .collect(Collectors.groupingBy(it -> code(it, paragraph)))
                .forEach((code, mentions) -> findings.add(finding(code, mentions, sentence)));
    }

    /** The duty in whose words something stands. */
    private Optional<Provision> within(Mark mark, Mark paragraph) {
        return of(paragraph).filter(duty -> isWithin(mark, duty.mark())).findFirst();
    }

    /** The duties that stand in a paragraph. */
    private Stream<Provision> of(Mark paragraph) {
        return byStart.subMap(paragraph.start(), true, paragraph.end(), true).values().stream()
                .flatMap(List::stream)
                .filter(duty -> isWithin(duty.mark(), paragraph));
    }

    private Finding.Code code(TimeMention it, Mark paragraph) {
        return switch (it.standing()) {
            case EXPIRED -> Finding.Code.EXPIRED_LIMIT;
            case REPLACED -> Finding.Code.REPLACED_LIMIT;
            default ->
                within(it.mark(), paragraph)
                                .filter(duty -> !duty.limit().isNone())
                                .isPresent()
                        ? Finding.Code.SECOND_LIMIT_DROPPED
                        : Finding.Code.UNREAD_LIMIT;
        };
    }

    private static Finding finding(Finding.Code code, List<TimeMention> mentions, Stretch sentence) {
        String words =
                mentions.stream().map(it -> "«" + it.words() + "»").distinct().collect(Collectors.joining(", "));
        String path = mentions.getFirst().path();
        String at = path == null ? "" : "mục " + path + ": ";
        String atEn = path == null ? "" : "clause " + path + ": ";
        Mark mark = sentence.mark(1);
        return switch (code) {
            case EXPIRED_LIMIT ->
                new Finding(
                        code,
                        mark,
                        at + words + " đã qua khi văn bản ban hành",
                        atEn + words + " had passed when the paper was issued");
            case REPLACED_LIMIT ->
                new Finding(
                        code,
                        mark,
                        at + words + " thay cho một thời hạn khác; có thể cần sửa đổi văn bản trước",
                        atEn + words + " takes the place of another limit; the earlier paper may have to be amended");
            case SECOND_LIMIT_DROPPED ->
                new Finding(
                        code,
                        mark,
                        at + words + " chưa dùng làm hạn, nhiệm vụ chỉ giữ một hạn",
                        atEn + words + " is not used; the duty keeps one limit");
            default ->
                new Finding(code, mark, words + " chưa gắn với nhiệm vụ nào", words + " is the limit of no duty");
        };
    }

    private TimeMention mention(TimeMentions.Found it, String sentence, Mark mark, Mark paragraph) {
        Optional<Provision> limited = limited(it, mark, paragraph);
        if (limited.isPresent()) {
            return new TimeMention(
                    it.words(), mark, Standing.LIMIT, limited.get().path());
        }
        Optional<Provision> within = within(mark, paragraph);
        String path = within.map(Provision::path).orElse(null);
        return new TimeMention(it.words(), mark, standing(it, sentence, mark, paragraph), path);
    }

    /** The duty whose limit it is: one of the same paragraph, or one whose limit stands elsewhere, in a heading or a label. */
    private Optional<Provision> limited(TimeMentions.Found it, Mark mark, Mark paragraph) {
        return of(paragraph)
                .filter(duty -> says(duty, it.words())
                        || it.comesRound()
                                && isWithin(mark, duty.mark())
                                && duty.limit().recurrence() != null)
                .min(Comparator.comparing(duty -> !isWithin(mark, duty.mark())))
                .or(() -> limitedFromElsewhere.stream()
                        .filter(duty -> says(duty, it.words()))
                        .findFirst());
    }

    private static boolean says(Provision duty, String words) {
        TimeLimit limit = duty.limit();
        return contains(limit.phrase(), words) || contains(limit.embeddedIn(), words);
    }

    private static boolean contains(@Nullable String text, String words) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static boolean isWithin(Mark inner, Mark outer) {
        return inner.start() >= outer.start() && inner.end() <= outer.end();
    }

    private Standing standing(TimeMentions.Found it, String sentence, Mark mark, Mark paragraph) {
        String before = sentence.substring(Math.max(0, it.start() - WIDE), it.start());
        String near = before.substring(Math.max(0, before.length() - REACH));
        String after = sentence.substring(it.end(), Math.min(sentence.length(), it.end() + WIDE));
        String around = before + it.words() + after;
        boolean limits = it.limitsByItself()
                || LIMITS.matcher(near).find()
                || it.start() == 0 && BEGINS.matcher(around).find();
        boolean over = issued != null
                && it.lastDay().filter(day -> day.isBefore(issued)).isPresent();
        boolean begun = issued != null
                && it.lastDay().filter(day -> !day.isAfter(issued)).isPresent();
        if (it.comesRound()) {
            return HABIT.matcher(near).find() ? Standing.WINDOW : Standing.UNREAD;
        }
        if (isOfAPaper(mark, limits, near)) {
            return Standing.CITATION;
        }
        if (isQuoted(before, after) || it.isPeriod() && NAMED.matcher(before).find()) {
            return Standing.QUOTED;
        }
        if (REPLACES.matcher(around).find() && limits) {
            return Standing.REPLACED;
        }
        if (!it.limitsByItself() && AS_OF.matcher(near).find()) {
            return over ? Standing.PAST : Standing.WINDOW;
        }
        if (over && limits && !it.isPeriod() && !HAPPENED.matcher(before).find()) {
            return Standing.EXPIRED;
        }
        if (over || !limits && (begun || HAPPENED.matcher(before).find())) {
            return Standing.PAST;
        }
        if (isHorizon(it, mark, paragraph, near, around)) {
            return Standing.HORIZON;
        }
        if (FROM.matcher(near).find()) {
            return Standing.START;
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
        boolean beside = it.isPeriod()
                && (until || isTargetYear(it))
                && targets.stream()
                        .anyMatch(target -> isWithin(target.mark(), paragraph)
                                        && !target.mark().equals(paragraph)
                                || isWithin(mark, target.mark()));
        boolean above = until
                && !targets.isEmpty()
                && (GOAL.matcher(around).find() || it.isPeriod() && around.length() < SHORT);
        return beside || above;
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

    /** Where what was read leans on something that stands elsewhere. */
    private void inherited() {
        paths(provisions.stream()
                        .filter(it -> it.assigneesImplicit() && !it.assignees().isEmpty()))
                .ifPresent(it -> findings.add(Finding.of(
                        Finding.Code.DOER_INHERITED,
                        "cơ quan thực hiện lấy từ đề mục hoặc nơi gửi: mục " + it,
                        "the doer comes from a heading or the addressees: clauses " + it)));
        paths(provisions.stream().filter(it -> it.limit().yearInferred()))
                .ifPresent(it -> findings.add(Finding.of(
                        Finding.Code.YEAR_INFERRED,
                        "hạn không ghi năm, năm được suy ra: mục " + it,
                        "the limit has no year, which was inferred: clauses " + it)));
    }

    private static Optional<String> paths(Stream<Provision> some) {
        String paths = some.map(Provision::path).collect(Collectors.joining(", "));
        return paths.isEmpty() ? Optional.empty() : Optional.of(paths);
    }
}
