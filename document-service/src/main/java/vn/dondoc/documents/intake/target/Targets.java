package vn.dondoc.documents.intake.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.intake.text.Sentences;
import vn.dondoc.documents.intake.text.Stretch;

/** Figures to be reached: comparator, value, unit, year and baseline, out of one clause at a time. */
public final class Targets {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String BOUND =
            "(trên|hơn|tối thiểu(?: là)?|ít nhất(?: là)?|không dưới|không thấp hơn|từ|dưới|không quá|không vượt quá|tối đa(?: là)?|đạt)?";

    static final String NUMBER = "(\\d{1,3}(?:\\.\\d{3}){1,5}(?:,\\d{1,6})?|\\d{1,15}(?:[.,]\\d{1,6})?)(?!\\d)";

    static final String UNIT =
            "(điểm %|điểm phần trăm|%|‰|điểm|nghìn tỷ đồng|tỷ đồng|triệu đồng(?:/người(?:/năm)?)?|tỷ USD|triệu USD|triệu lượt(?: khách)?|nghìn lượt|mô hình|xã|phường|huyện|thôn|hộ(?: nghèo)?|người|lao động|doanh nghiệp|hợp tác xã|sản phẩm|cơ sở|trường|km|ha|hecta|căn(?: hộ)?|dự án|thủ tục|dịch vụ|cuộc|lượt(?: người)?|giường bệnh(?:/(?:vạn|10\\.000) dân)?|bác sĩ(?:/(?:vạn|10\\.000) dân)?|máy|điểm cầu|chỉ tiêu|bậc|hạng|đơn vị|ngày|giờ|phút|đại biểu|hồ sơ|trường hợp|lớp|cán bộ|tiêu chí(?:/xã)?|lần|chiến sĩ|buổi|cây|bản|tổ|mặt hàng|vùng|điểm du lịch|phòng|giải pháp|sáng kiến|đề tài|m2|MW|kWh|tấn|con|chợ|cụm|khu|tuyến|công trình|nhiệm vụ|m3|triệu (?:m3|tấn|cây|liều)|nghìn tấn|triệu người|triệu lao động|mét vuông|%/năm|USD|(?!(?:tháng|năm|tuổi|quý|cấp|kỳ|trở|đến|và|của|theo|này|so|với|trong|từ|các|hoặc|hay|thì|là|có|được|khoản|điều|mục|bên|mặt|đạt|nhằm|để)(?![\\p{L}]))\\p{Ll}{2,}(?![\\p{L}]))";

    private static final Pattern KNOWN_UNIT = Pattern.compile(
            "(?iu)%|‰|.*(?:đồng|USD).*|điểm.*|xã|phường|huyện|thôn|hộ.*|người|lao động|doanh nghiệp|hợp tác xã|sản phẩm|cơ sở|trường|km|ha|hecta|căn.*|dự án|thủ tục|dịch vụ|cuộc|lượt.*|giường.*|bác sĩ.*|mô hình|tấn|con|MW|m2|m3|.*triệu.*|.*nghìn.*|bậc|hạng|đơn vị|cán bộ|chiến sĩ|lớp|công trình|tiêu chí.*|ngày|giờ|phút|lần|buổi|chỉ tiêu|nhiệm vụ");

    /** Numbers that count no thing: they date, number or rank it. */
    private static final Pattern NO_COUNT = Pattern.compile(
            "(?iu)(?:năm|tháng|ngày|quý|số|khoản|điều|mục|điểm|phụ lục|biểu|mẫu số|giai đoạn|nhiệm kỳ|khóa|khoá|lần thứ|thứ|cấp|mức|nhóm|loại|đề án|chương trình|chỉ thị|nghị quyết|khu vực|giờ|mùng|đợt|vòng|lớp|\\d[/.-])\\s?$");

    static final String UP_TO = "(?:\\s?%?\\s?(?:đến|tới|[-–])\\s?" + NUMBER + ")?";

    private static final Pattern VALUE = Pattern.compile("\\d\\s?" + UNIT, FLAGS);

    private static final Pattern QUANTITY = Pattern.compile(
            "(?<![\\p{L}\\d/.-])" + BOUND + "\\s?" + NUMBER + "(?:/\\d{2,3}(?=\\s))?" + UP_TO + "\\s?" + UNIT
                    + "(?![\\p{L}])",
            FLAGS);

    private static final Pattern SETS_GOALS = Pattern.compile(
            "^(?:Phấn đấu|Mục tiêu|Chỉ tiêu|Theo đó, (?:đến|trong|phấn đấu)|Cụ thể, đến|Đến (?:hết |cuối )?năm \\d{4})(?![\\p{L}])|(?:các chỉ tiêu|mục tiêu)[^:.;]{0,40}:",
            FLAGS);

    private static final Pattern HORIZON = Pattern.compile(
            "(?<!so với )(?:[Đđ]ến|[Tt]rong|[Hh]ết|[Cc]uối|[Tt]rước|[Cc]ả)(?: hết| cuối)? (?:ngày \\d{1,2}[/-]\\d{1,2}[/-]|tháng \\d{1,2}[/-]|quý [IV]+[/-]|quý [IV]+ )?(?:năm )?(20\\d{2})(?![/\\d])|^[Nn]ăm (20\\d{2})");

    private static final Pattern MILESTONE = Pattern.compile(
            "(?:đến )?năm (\\d{4}),? ((?:tỉnh |thành phố |huyện )?(?:[^,;.%]{0,40}?)(?:đạt chuẩn|trở thành|đạt tiêu chí|cơ bản đạt)[^,;.]*)");

    private static final Pattern SATISFACTION = Pattern.compile("nâng cao (mức độ hài lòng [^,;.]+)", FLAGS);

    private static final Pattern RAISED_INDICES =
            Pattern.compile("(?:cải thiện|nâng|tăng)(?: mạnh)? (?:thứ hạng|điểm số|vị trí)[^;.]*", FLAGS);

    private static final Pattern RAISED = Pattern.compile(
            "(?:tăng )?từ (\\d[\\d,]*)\\s?%(?: (?:năm|của năm) (\\d{4}))?,? (?:lên|tăng lên) (?:mức )?(?:tối thiểu )?(\\d[\\d,]*)\\s?%",
            FLAGS);

    /** Figures that were reached, counted or supposed, rather than asked for. */
    private static final Pattern NOT_YET_TO_REACH = Pattern.compile(
            "(?:(?<![\\p{L}])đã (?:bàn giao|giải ngân|cắt giảm|thực hiện được|giải quyết|xử lý|phát hiện|phê duyệt|cấp)|đã đạt|đạt được|mới đạt|chỉ đạt|còn thấp|hiện có|tính đến|cùng kỳ|đã có|đã hoàn thành|đạt tỷ lệ \\d|tuy nhiên|hiện nay|đến nay|nếu |mới giải ngân|ước đạt|năm trước|năm qua|nhiệm kỳ qua|hiện còn|còn chiếm|thấp hơn|số phiếu|dự báo|có nơi|thống nhất đánh giá|biểu dương|ghi nhận)",
            FLAGS);

    private static final Pattern PRODUCES = Pattern.compile(
            "(?:đào tạo|bổ sung|phát triển(?: mới)?|thu hút|tạo việc làm(?: mới)?(?: cho)?|xây dựng|hỗ trợ|giải quyết việc làm(?: mới)?(?: cho)?|trồng(?: mới)?|hoàn thành|giải ngân|kết nạp|thành lập(?: mới)?)(?: [^,;.]{0,25})? $",
            FLAGS);

    /** How often or how long something is done, rather than how much is to be reached. */
    private static final Pattern OFTEN = Pattern.compile("(?iu)lần|buổi|ngày|giờ|phút|năm|tháng|tuần|tuổi");

    private static final Pattern FIGURES = Pattern.compile("\\d|mức độ hài lòng");

    private static final Pattern LABEL = Pattern.compile(
            "^(?:\\(?[a-zđ\\d]{1,2}\\) ?)|^[^:\\d%]{3,110}: (?=.*\\d)|^(?:Đến|Năm|Trong) [^:%]{3,40}: ",
            Pattern.DOTALL);

    /** "(hiện nay là 89,4%)" says how things are. */
    private static final Pattern AS_IT_IS = Pattern.compile(
            " ?\\((?:hiện nay|hiện|hiện tại|hiện trạng|cùng kỳ|thực hiện năm \\d{4}|năm \\d{4}(?: là| đạt|:))[^()]{0,80}\\)",
            FLAGS);

    private static final Pattern PIECE_ENDS = Pattern.compile(
            "[.;](?=\\s|$)|,(?= (?:giảm|tăng) )|,(?= (?:tỷ lệ|tỉ lệ|số|riêng|tổng|tốc độ|diện tích|thu nhập|kim ngạch|mức) )");

    private static final Pattern ONE_YEAR = Pattern.compile("(?iu)(?:năm |quý [IV]{1,3}[/-])(20\\d{2})(?!\\s?[-–]|/)");

    private static final Pattern UNTIL = Pattern.compile("(?iu)đến năm (20\\d{2})");

    private final boolean goals;

    private final List<String> footnotes;

    /** @param goals whether the clause stands in a section of goals, where every quantity is one to be reached */
    public Targets(boolean goals, List<String> footnotes) {
        this.goals = goals;
        this.footnotes = footnotes;
    }

    /** The one year that a subject is about: "Kế hoạch … năm 2026", "… đến năm 2030"; nothing for a span of years. */
    public static Optional<String> yearOfSubject(@Nullable String subject) {
        if (subject == null) {
            return Optional.empty();
        }
        Matcher until = UNTIL.matcher(subject);
        if (until.find()) {
            return Optional.of(until.group(1));
        }
        List<String> years = ONE_YEAR.matcher(subject)
                .results()
                .map(it -> it.group(1))
                .distinct()
                .toList();
        return years.size() == 1 ? Optional.of(years.getFirst()) : Optional.empty();
    }

    /**
     * Reads the targets of one clause.
     *
     * @param path its place; a number is added where it holds several
     * @param year horizon of the section it stands in
     */
    public List<Target> of(String path, Stretch clause, @Nullable String year) {
        if (!goals && !FIGURES.matcher(clause.text()).find()) {
            return List.of();
        }
        if (!goals && SETS_GOALS.matcher(clause.text()).find()) {
            return new Targets(true, footnotes).of(path, clause, year);
        }
        List<Target> found = new ArrayList<>();
        String carried = year;
        for (Stretch piece : pieces(clause)) {
            carried = horizon(piece.text()).or(() -> onlyYear(piece.text())).orElse(carried);
            for (Target it : inPiece(path, piece, carried)) {
                boolean unnamed = it.name().startsWith("so với") || it.name().length() < 3;
                if (!unnamed) {
                    found.add(it);
                } else if (!found.isEmpty()) {
                    found.add(it.named(found.getLast().name()));
                }
            }
        }
        if (found.size() < 2) {
            return found;
        }
        List<Target> numbered = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            numbered.add(found.get(i).at(path + "." + (i + 1)));
        }
        return numbered;
    }

    /** Whether a text holds a figure at all. */
    public static boolean mayHold(String text) {
        return VALUE.matcher(text).find();
    }

    /** The horizon that a heading or clause names. */
    public static Optional<String> horizon(String text) {
        Matcher matcher = HORIZON.matcher(text);
        return matcher.find()
                ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
                : Optional.empty();
    }

    /** The one year a clause names, unless it is what a change is measured from. */
    private static Optional<String> onlyYear(String text) {
        Matcher matcher = ONE_YEAR.matcher(text);
        while (matcher.find()) {
            String before = text.substring(0, matcher.start());
            boolean baseline = before.matches("(?su).*so với (?:cuối |đầu |hết |ước thực hiện |kế hoạch )?$")
                    || before.endsWith("cùng kỳ ")
                    || before.endsWith("thực hiện ")
                    || before.endsWith("từ ")
                    || before.matches("(?s).*từ [\\d.,]+\\s?% $");
            if (!baseline) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    /** What stands between full stops and semicolons; a second change after a comma is a piece of its own. */
    private static List<Stretch> pieces(Stretch clause) {
        List<Stretch> pieces = new ArrayList<>();
        Matcher ends = PIECE_ENDS.matcher(clause.text());
        int from = 0;
        while (ends.find()) {
            boolean comma = clause.text().charAt(ends.start()) == ',';
            if (!comma
                    || VALUE.matcher(clause.text().substring(from, ends.start()))
                                    .find()
                            && VALUE.matcher(clause.text().substring(ends.end()))
                                    .find()) {
                pieces.add(clause.sub(from, ends.start()).folded());
                from = ends.end();
            }
        }
        pieces.add(clause.from(from).folded());
        return pieces.stream()
                .filter(it -> !it.isEmpty() && !Sentences.isTooLong(it.text()))
                .toList();
    }

    private List<Target> inPiece(String path, Stretch piece, @Nullable String year) {
        String text = piece.text();
        Matcher now = AS_IT_IS.matcher(text);
        if (now.find()) {
            return inPiece(path, Stretch.ofAll(List.of(piece.sub(0, now.start()), piece.from(now.end()))), year);
        }
        Matcher label = LABEL.matcher(text);
        if (label.find() && label.end() < text.length()) {
            return inPiece(path, piece.from(label.end()), horizon(label.group()).orElse(year));
        }
        Matcher lifted = RAISED.matcher(text);
        if (lifted.find()) {
            return List.of(new Target(
                    path,
                    TargetNames.of(text.substring(0, lifted.start())),
                    "=",
                    number(lifted.group(3)),
                    null,
                    null,
                    "%",
                    year,
                    lifted.group(2),
                    number(lifted.group(1)),
                    null,
                    Indices.only(text),
                    period(text),
                    text,
                    piece.mark(0.85)));
        }
        if (!goals && NOT_YET_TO_REACH.matcher(text).find()) {
            return List.of();
        }
        List<Target> found = new ArrayList<>(Ranks.of(path, piece, year));
        Matcher ranked = Ranks.BEGIN.matcher(text);
        if (!found.isEmpty() && ranked.find()) {
            found.addAll(quantities(path, piece.sub(0, ranked.start()).folded(), year));
        }
        if (found.isEmpty()) {
            Changes.of(path, piece, year, goals).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            found.addAll(quantities(path, piece, year));
        }
        if (found.isEmpty()) {
            found.addAll(inWords(path, piece, year));
        }
        return found;
    }

    private List<Target> quantities(String path, Stretch piece, @Nullable String year) {
        String text = piece.text();
        List<Target> found = new ArrayList<>();
        Matcher quantity = QUANTITY.matcher(text);
        int from = 0;
        List<int[]> spans = new ArrayList<>();
        while (quantity.find()) {
            boolean known = KNOWN_UNIT.matcher(quantity.group(4)).matches();
            String standsBefore = text.substring(0, quantity.start(2));
            boolean percent = quantity.group(4).contains("%");
            boolean urged = quantity.group(1) != null
                    || text.matches("(?iu)^.{0,25}(?:phấn đấu|phân đấu|phân đâu|đạt|hoàn thành|tối thiểu).*");
            boolean least = quantity.group(1) != null
                    && quantity.group(1).matches("(?iu)(?:tối thiểu|ít nhất|không dưới|trên)(?: là)?");
            if (!known && (NO_COUNT.matcher(standsBefore).find() || !goals && quantity.group(1) == null)) {
                continue;
            }
            boolean counts =
                    goals || least || percent && urged || percent && !text.matches("(?iu).*(?:vốn|kinh phí|chiếm).*");
            boolean ofDuty = !goals && (OFTEN.matcher(quantity.group(4)).matches() || isCondition(text, quantity));
            boolean perUnit = "trên".equalsIgnoreCase(String.valueOf(quantity.group(1)))
                    && number(quantity.group(2)).compareTo(BigDecimal.ONE) == 0;
            boolean rate = text.substring(quantity.end()).matches("(?su)^[^,;.]{0,12}/(?:tháng|quý|tuần|ngày).*");
            boolean stars = quantity.group(4).matches("sao|tầng|chiều");
            counts |= !goals
                    && quantity.group(1) == null
                    && PRODUCES.matcher(standsBefore).find()
                    && onlyYear(text).isPresent();
            if (counts && !perUnit && !(rate && !goals) && !stars && !ofDuty && !isDuration(quantity, text)) {
                spans.add(new int[] {quantity.start(), quantity.end()});
            }
        }
        quantity.reset();
        while (quantity.find()) {
            int[] span = {quantity.start(), quantity.end()};
            if (spans.stream().noneMatch(it -> it[0] == span[0])) {
                continue;
            }
            int next = spans.stream()
                    .mapToInt(it -> it[0])
                    .filter(it -> it > span[0])
                    .min()
                    .orElse(text.length());
            String before = text.substring(from, span[0]);
            String after = text.substring(span[1], next);
            boolean nameFirst = TargetNames.standsBefore(before, quantity)
                    || after.matches(
                                    "(?su)^[ ,]*(?:trong |trước |/|mỗi |đến |vào |hằng |hàng |của năm|trở lên[,;.]?$|trở xuống[,;.]?$).*")
                            && TargetNames.of(before).length() >= 8;
            String name = nameFirst
                    ? TargetNames.of(before)
                    : TargetNames.trimmed(
                            after.replaceFirst("(?:, | và )(?:trên|tối thiểu|ít nhất|có|đạt|trong đó)?\\s*$", ""));
            if (name.length() < 3) {
                name = nameFirst ? TargetNames.trimmed(after) : TargetNames.of(before);
            }
            if (!quantity.group(4).contains("%") && !nameFirst) {
                name = quantity.group(4) + " " + name;
            }
            from = nameFirst ? span[1] : next;
            if (name.length() >= 3) {
                boolean range = quantity.group(3) != null;
                found.add(new Target(
                        path,
                        name.strip(),
                        range ? "range" : comparator(quantity.group(1), after),
                        number(quantity.group(2)),
                        quantity.group(3) == null ? null : number(quantity.group(3)),
                        null,
                        quantity.group(4),
                        year,
                        null,
                        null,
                        null,
                        Indices.only(text),
                        period(text),
                        text,
                        piece.mark(span[0], span[1], 0.9)));
            }
        }
        return found;
    }

    /** "dự án có tỷ lệ giải ngân dưới 40%" says which projects, not what to reach. */
    private static boolean isCondition(String text, Matcher quantity) {
        String before = text.substring(0, quantity.start());
        return before.matches(
                "(?su).*(?:các|những|đơn vị|dự án|hộ|trường hợp|người đứng đầu|địa phương|danh sách|cơ sở)(?![\\p{L}])[^,;]* có (?:(?:tỷ lệ|diện tích|số|mức|kết quả|quy mô|tổng|vốn)[^,;]*)?$|.*(?:trường hợp|bị thiệt hại|thiệt hại)[^,;]*$");
    }

    private static boolean isDuration(Matcher quantity, String text) {
        String unit = quantity.group(4);
        return (unit.equals("ngày") || unit.equals("giờ") || unit.equals("phút"))
                        && text.substring(quantity.end())
                                .matches("^(?:\\s?làm việc)?(?: kể từ| sau| trước|/|,? ngày| \\d).*")
                || unit.equals("ngày") && text.substring(quantity.end()).matches("^ \\d.*");
    }

    private List<Target> inWords(String path, Stretch piece, @Nullable String year) {
        String text = piece.text();
        List<Target> found = new ArrayList<>();
        Matcher satisfaction = SATISFACTION.matcher(text);
        if (satisfaction.find()) {
            found.add(qualitative(path, satisfaction.group(1), "increase", null, year, piece));
            return found;
        }
        if (!goals) {
            return found;
        }
        Matcher raised = RAISED_INDICES.matcher(text);
        if (raised.find()) {
            Map<String, String> named = Indices.in(text);
            if (named.isEmpty()) {
                named = Indices.in(String.join(" ", footnotes));
            }
            named.forEach((code, name) -> found.add(qualitative(path, name, "increase", code, year, piece)));
            return found;
        }
        Matcher milestone = MILESTONE.matcher(text);
        while (milestone.find()) {
            found.add(qualitative(path, milestone.group(2), null, null, milestone.group(1), piece));
        }
        if (found.isEmpty() && text.matches("(?iu)^p[hỉ]?[ấâa]n đ[ấầâa]u .{15,}") && text.length() < 260) {
            found.add(qualitative(path, text.replaceFirst("(?iu)^\\S+ \\S+ (?:đạt )?", ""), null, null, year, piece));
        }
        return found;
    }

    private static Target qualitative(
            String path,
            String name,
            @Nullable String comparator,
            @Nullable String index,
            @Nullable String year,
            Stretch piece) {
        return new Target(
                path,
                name,
                comparator,
                null,
                null,
                null,
                index == null ? null : "thứ hạng",
                year,
                null,
                null,
                null,
                index,
                period(piece.text()),
                piece.text(),
                piece.mark(0.6));
    }

    /** ANNUAL for what is to be reached each year. */
    static @Nullable String period(String text) {
        return text.matches("(?iu).*(?:h[àằ]ng năm|mỗi năm|qua từng năm|bình quân/năm).*") ? "ANNUAL" : null;
    }

    private static String comparator(@Nullable String bound, String after) {
        if (after.matches("(?su)^ ?trở lên.*")) {
            return ">=";
        }
        if (after.matches("(?su)^ ?trở xuống.*")) {
            return "<=";
        }
        return comparator(bound);
    }

    private static String comparator(@Nullable String bound) {
        if (bound == null) {
            return "=";
        }
        return switch (bound.toLowerCase(Locale.ROOT).replace(" là", "")) {
            case "trên", "hơn" -> ">";
            case "dưới" -> "<";
            case "không quá", "không vượt quá", "tối đa" -> "<=";
            case "đạt" -> "=";
            default -> ">=";
        };
    }

    /** "1.250" is twelve hundred and fifty, "97,5" is ninety-seven and a half. */
    public static BigDecimal number(String text) {
        boolean thousands = text.matches("\\d{1,3}(?:\\.\\d{3}){1,200}(?:,\\d+)?");
        return new BigDecimal(thousands ? text.replace(".", "").replace(',', '.') : text.replace(',', '.'));
    }
}
