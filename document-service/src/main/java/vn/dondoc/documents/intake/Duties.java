package vn.dondoc.documents.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.directive.TimeLimit;

/**
 * Walks the outline and reads the leaf duties and the targets. A sentence is a duty when somebody named does something in
 * it, or when it opens with a verb of doing; sections on situation, views and goals give no duties. Before the document
 * calls upon anybody, only what it calls for counts.
 *
 * <p>An order (công văn, chỉ thị) gives a duty per sentence. A programme (nghị quyết, chương trình, kế hoạch) gives one
 * per paragraph, unless a later sentence names its own actor or its own time.
 */
final class Duties {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Set<String> PROGRAMMES = Set.of("NGHI_QUYET", "CHUONG_TRINH", "DE_AN", "DU_AN", "PHUONG_AN");

    private static final Pattern NO_DUTIES = Pattern.compile(
            "TÌNH HÌNH|NGUYÊN NHÂN|QUAN ĐIỂM|MỤC TIÊU|CHỈ TIÊU|KẾT QUẢ (?:ĐẠT|THỰC HIỆN|CHỦ YẾU)|HẠN CHẾ|TỒN TẠI|MỤC ĐÍCH|^YÊU CẦU$|^YÊU CẦU CHUNG$|ĐÁNH GIÁ CHUNG|BỐI CẢNH|SỰ CẦN THIẾT|CĂN CỨ PHÁP LÝ|CƠ SỞ PHÁP LÝ|ĐỐI TƯỢNG|PHẠM VI ĐIỀU CHỈNH|THÀNH PHẦN (?:DỰ|THAM DỰ|HỌP)|NHỮNG KẾT QUẢ|ƯU ĐIỂM|^THỜI GIAN,? (?:VÀ )?ĐỊA ĐIỂM|^ĐỊA ĐIỂM",
            FLAGS);
    private static final Pattern GOALS =
            Pattern.compile("MỤC TIÊU|CHỈ TIÊU|^(?:Đến|Trong|Hết) (?:hết )?năm \\d{4}|^Giai đoạn|^Năm \\d{4}", FLAGS);
    private static final Pattern CALL = Pattern.compile(
            "(?:^|(?<=[ ,;:.]))(?:[Yy]êu cầu|YÊU CẦU|[Đđ]ề nghị|[Gg]iao(?: nhiệm vụ)?(?: cho)?|[Cc]hỉ đạo(?= (?:các|Giám|Thủ|Sở|UBND|Ủy))|[Pp]hân công|CHỈ THỊ) ?:? ?");
    /** "UBND tỉnh yêu cầu thực hiện …": who urges is not who acts. */
    private static final Pattern URGED = Pattern.compile(
            "^(?:" + Bodies.ISSUER
                    + "|\\p{Lu}[\\p{L} ]{2,50}?)(?: cũng| còn| đã| vừa)* (?:yêu cầu|đề nghị|chỉ đạo)(?: phải| cần)? (?=\\p{Ll})");

    private static final Pattern CALLS_ITSELF = Pattern.compile(
            "^(?:\\p{Lu}[\\p{L} ]{2,30} )?(?:cũng|còn|đã|vừa|tiếp tục|trân trọng|nghiêm khắc phê bình[^;.]{3,80}? và| ){0,3}(?:yêu cầu|đề nghị|giao|chỉ thị|thống nhất|nhất trí|kết luận|có ý kiến|ban hành|ký)(?![\\p{L}])",
            FLAGS);
    /** "(Sở Nội vụ chủ trì)" at the end of a duty. */
    private static final Pattern IN_BRACKETS = Pattern.compile(
            "\\(((?:Giao )?\\p{Lu}[^()]{4,120}?)(?: (?:chủ trì|thực hiện|tham mưu|theo dõi|chịu trách nhiệm)[^()]{0,40})?\\)[.;]?$");

    private static final Pattern LINK = Pattern.compile(
            "^(?:Đồng thời|Bên cạnh đó|Ngoài ra|Mặt khác|Theo đó|Cụ thể|Trước mắt|Cùng với đó|Song song đó|Riêng|Trong đó|Tiếp đó)(?:,|:)? (?:với )?",
            FLAGS);
    private static final Pattern CONCERNED =
            Pattern.compile("^(?:Đối với|Về phía|Trách nhiệm của|Nhiệm vụ của|Phần việc của) ", FLAGS);
    private static final Pattern ADVERBIAL = Pattern.compile(
            "^(?:Trong|Trước|Định kỳ|Hằng|Hàng|Chậm nhất|Muộn nhất|Đến|Từ|Khi|Sau|Ngay|Căn cứ|Trên cơ sở|Để|Nhằm|Nếu|Trường hợp|Đối với|Vào|Mỗi|Theo|Qua|Đồng thời|Ngoài) ",
            FLAGS);
    private static final Pattern ALSO = Pattern.compile("^đồng thời,? ");
    /** "Cấp cơ sở: xong trong quý I": the label is what is to be done by then. */
    private static final Pattern TO_BE_DONE =
            Pattern.compile("^\\p{Lu}[^:;.]{3,60}: (?:xong|hoàn thành|kết thúc|dự kiến|từ)(?![\\p{L}])[^:]{5,80}$");
    /** An act that puts another out of force has done so; nobody has to. */
    private static final Pattern IN_FORCE =
            Pattern.compile("^(?:bãi bỏ|thay thế|hủy bỏ|huỷ bỏ) [^;]{0,60}số \\d", FLAGS);

    private static final Pattern ROLE_OF_OFFICE = Pattern.compile(
            "^(?:là|với vai trò(?: là)?) (?:cơ quan|đơn vị|đầu mối)(?: (?:thường trực|đầu mối|chủ trì))?(?: [^,;.]{0,40}?)?(?:, |(?= (?:tổng hợp|xây dựng|tham mưu|theo dõi|hướng dẫn|phối hợp))) ?",
            FLAGS);
    private static final Pattern ENUMERATED = Pattern.compile("^\\((?:[ivx]{1,4}|\\d)\\) ?");
    private static final Pattern REGULARLY = Pattern.compile(
            "^(?:định kỳ|h[àằ]ng (?:ngày|tuần|tháng|quý|năm)|0?6 tháng)(?:(?! về )[^,;.]){0,60}? (?:báo cáo|tổng hợp|gửi|sơ kết|rà soát|kiểm tra)",
            FLAGS);
    private static final int SHORTEST_DUTY = 25;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LEAD_IN = 170;
    private static final Pattern NOT_YET = Pattern.compile(
            "^(?:Căn cứ (?!vào (?:điều kiện|chức năng|tình hình))|Trên cơ sở|Để |Ngày \\d|Thực hiện (?:Nghị quyết|Kết luận|Quyết định|Chỉ thị|Kế hoạch|Văn bản|Công văn|Công điện|Thông báo|ý kiến|Luật|Nghị định|Thông tư)(?! .{0,160}(?:đảm bảo|bảo đảm) )|Theo (?!chức năng|dõi)|Xét |Thời gian qua|Trong thời gian qua|Tuy nhiên|Qua |Hiện nay|Tại |Sau khi)");
    private static final Pattern EMPTY = Pattern.compile(
            "(?:như sau|sau đây|nội dung sau|nhiệm vụ sau)\\s*:?$|(?:chịu trách nhiệm|có trách nhiệm)(?: tổ chức)? (?:thi hành|thực hiện) (?:Quyết định|Nghị quyết)(?: này)?$|(?:thực hiện|triển khai|tập trung|làm tốt|quan tâm)(?: thực hiện| triển khai| nghiêm túc| tốt| nghiêm| đồng bộ| có hiệu quả| hiệu quả| ngay| một số| các|,| và)* (?:nội dung|nhiệm vụ|công việc|giải pháp|việc|vấn đề)?(?: trọng tâm| chủ yếu| cụ thể)?,? ?(?:sau|sau đây|như sau|trên|nêu trên|dưới đây)\\s*:?$"
                    + "|^(?:khẩn trương |nghiêm túc |phối hợp )*(?:nghiêm túc )?(?:tổ chức |triển khai )?(?:thực hiện|triển khai)(?: thực hiện)?(?: nghiêm túc| ngay| tốt| kịp thời)?(?: các nội dung(?: trên)?| Chỉ thị này| Kế hoạch này| Quyết định này| Nghị quyết này| chỉ đạo| Kết luận này| Thông báo này| Công điện này)?(?: nghiêm túc)?(?:,? (?:hiệu quả|kịp thời|đầy đủ|đảm bảo [^,;]{3,40}|bảo đảm [^,;]{3,40}))*$"
                    + "|^(?:chịu trách nhiệm |có trách nhiệm )?(?:tổ chức |triển khai )?(?:thi hành|thực hiện) (?:Quyết định|Nghị quyết|Chỉ thị|Kế hoạch) này$"
                    + "|^(?:quan tâm, )?(?:phối hợp|cho ý kiến|biết|thực hiện|theo dõi|xem xét|tham dự|phối hợp thực hiện|biết, thực hiện|nghiên cứu, thực hiện|quan tâm,? chỉ đạo(?: thực hiện)?|quan tâm thực hiện)(?:, (?:thực hiện|chỉ đạo|phối hợp|theo dõi))*$",
            FLAGS);
    private static final Pattern FORMAL = Pattern.compile(
            "^(?:Chi tiết |Mọi (?:thông tin|chi tiết|vướng mắc)|Thông tin (?:liên hệ|chi tiết)|liên hệ |(?:Văn phòng[^.;]{0,60} )?(?:xin )?thông báo (?:để|đến)|(?:Quyết định|Nghị quyết|Chỉ thị|Kế hoạch|Quy chế|Thông báo|Kết luận|Hướng dẫn) này (?:có hiệu lực|thay thế|được|phổ biến)|Nghị quyết được|Trên đây là|.{0,400}chịu trách nhiệm (?:thi hành|tổ chức thực hiện|thực hiện) (?:Quyết định|Nghị quyết|Chỉ thị|Kế hoạch) này|Trân trọng|Kính |(?:Đơn vị|Cơ quan|Địa phương) nào |Rất mong|Ban hành kèm theo|Nội dung cụ thể|.{0,80}(?:có hiệu lực (?:thi hành )?(?:kể )?từ|hết hiệu lực))",
            FLAGS);
    private static final Pattern TAIL = Pattern.compile(
            ", (?=(?:bảo đảm|đảm bảo|nhằm|góp phần|qua đó|phấn đấu|coi đây|từ đó|tránh|không để|gắn với|đáp ứng)(?![\\p{L}]))| (?=(?:để|nhằm) (?:nâng cao|tạo|cán bộ|bảo đảm|đảm bảo|đáp ứng|góp phần|kịp thời|phục vụ|thúc đẩy|hạn chế|giảm|phát huy))");
    private static final int ENOUGH = 60;

    /** "Cấp ủy các cấp, trước hết là người đứng đầu, tăng cường …" */
    private static final Pattern DEED_LATER =
            Pattern.compile("^(?:trước hết là|nhất là|đặc biệt là|mà trực tiếp là|cùng) ", FLAGS);

    private static final int LONGEST_ASIDE = 110;

    private static final Pattern GOES_ON = Pattern.compile(
            "^(?:kết quả (?:báo cáo|gửi)|(?:đồng thời,? )?gửi (?:kèm )?(?:tệp|bản mềm|file|bản điện tử)|đưa vào (?:sử dụng|khai thác)|thực hiện thường xuyên|áp dụng (?:từ|kể từ)|ban hành (?:trước|trong)|bàn giao (?:trước|trong|chậm)|hoàn thành (?:trước|trong|chậm|vào|đến|xong|việc này)|xong |kết thúc |trình |gửi (?!báo cáo)|nhất là|trong đó|qua đó|góp phần|bảo đảm|đảm bảo|không để|phấn đấu|báo cáo (?!kết quả về|nhanh|định kỳ|tiến độ)|(?:thường xuyên )?cập nhật|\\p{L}+(?: \\p{L}+){0,2} (?:tối thiểu|ít nhất|đạt|trên) \\d)",
            FLAGS);
    private static final int LONGEST_ORDER = 330;
    /** A sentence that only says what figure is to be reached is a target, not a duty. */
    private static final Pattern FIGURE = Pattern.compile(
            "^(?:phấn đấu [^;]{0,100}?(?:\\d\\s?%|(?:đạt|có|từ|trên|dưới|ít nhất|tối thiểu|còn) \\d)|(?:giảm|tăng)(?: ít nhất| tối thiểu| bình quân)? \\d|(?:ít nhất|tối thiểu|trên|\\d[\\d.,]*\\s?%))",
            FLAGS);

    private static final Pattern CONDITION = Pattern.compile(
            "^(?:Trong quá trình [^,]{3,60}?,? )?(?:nếu )?(?:có |gặp |phát sinh )?(?:những )?(?:khó khăn|vướng mắc|phát sinh)[^,]{0,50}(?:, (?:vướng mắc|phát sinh)[^,]{0,50})?, (?:đề nghị |yêu cầu )?",
            FLAGS);
    private static final Pattern LABEL = Pattern.compile("^[\\p{Lu}][^:;.]{3,60}:\\s+(?=\\p{L})");
    private static final Pattern REPORTED = Pattern.compile(
            "^(?:Riêng )?(?:kết quả|nội dung|báo cáo|văn bản)(?! được gửi qua)[^,;]{0,80}(?:được |đề nghị )?(?:lồng ghép|báo cáo|gửi) ",
            FLAGS);
    private static final Pattern STATEMENT = Pattern.compile(
            "^(?:đã|là |được|có \\d|chưa|đang|vẫn|còn (?!phải)|cũng đã|cơ bản|luôn đã|nhận được|thống nhất|đánh giá cao|ghi nhận|biểu dương(?! kịp)|nhận thấy|xét thấy|cho biết|nhấn mạnh|khẳng định|vừa |trân trọng|kính|thông báo (?:ý kiến|kết luận)|yêu cầu|đề nghị|giao |chỉ đạo như sau|kết luận như sau|có ý kiến|hoan nghênh)",
            FLAGS);
    private static final Pattern COOPERATING =
            Pattern.compile("(?:phối hợp|cùng)(?: chặt chẽ)?(?: với| cùng)? (?=\\p{L})(.+)$", FLAGS | Pattern.DOTALL);
    private static final Pattern REPORT_TO = Pattern.compile(
            "(?:báo cáo|gửi|trình)(?: kết quả| tổng hợp)?(?: [^,;.]{0,90}?)?(?: với| về| cho| đến| đến)? ((?:"
                    + Bodies.ISSUER + ")(?:(?:,| và|;)(?: báo cáo)? (?:" + Bodies.ISSUER + "))*)");
    private static final Pattern AGGREGATOR = Pattern.compile("(?:gửi|về) ((?:" + Bodies.ISSUER
            + "))(?: trước [^,;]{3,40}| chậm nhất [^,;]{3,40})?,? (?:để )?(tổng hợp,? (?:tham mưu )?báo cáo .+)$");
    private static final Pattern ROLE = Pattern.compile("vai trò(?:, trách nhiệm)?(?: của|,)? (?:của )?(.+)$");
    private static final Pattern LOCATIVE =
            Pattern.compile("(?:tại|của|trong) (các cơ quan[^,;.]{0,60}(?:, đơn vị(?:, địa phương)?)?)");

    static final Pattern LEAD_LABEL = Pattern.compile(
            "^(?:[-+*•]\\s*)?(?:(?:Cơ quan|Đơn vị)(?: \\([^)]*\\))? (?:chủ trì|thực hiện|tham mưu|đầu mối)(?:,? (?:thực hiện|tham mưu|chủ trì))?|Chủ trì(?: thực hiện)?|Phân công(?: thực hiện)?|Trách nhiệm(?: thực hiện)?)\\s*:\\s*(.+)$",
            FLAGS);
    static final Pattern COOPERATING_LABEL = Pattern.compile(
            "^(?:[-+*•]\\s*)?(?:(?:Cơ quan|Đơn vị) phối hợp(?: thực hiện)?|Phối hợp(?: thực hiện)?)\\s*:\\s*(.+)$",
            FLAGS);
    static final Pattern PRODUCT_LABEL = Pattern.compile(
            "^(?:[-+*•]\\s*)?(?:Sản phẩm(?: đầu ra| hoàn thành| dự kiến)?|Kết quả(?: đầu ra| dự kiến| thực hiện)?)\\s*:\\s*(.+)$",
            FLAGS);

    private static final Pattern YEAR_OF_GOALS = Pattern.compile("năm (20\\d{2})(?!\\s?[-–])");
    private static final Pattern SENTENCE_END = Pattern.compile("\\.(?:/\\.)? (?=[\\p{Lu}“\"])");
    private static final int LONGEST_ABBREVIATION = 8;
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[ (])(?:TP|Tp|TM|KT|TL|TUQ|ThS|TS|PGS|GS|BS|St|tr|v\\.v|Q|P|số|đ/c)$|[^\\p{L}\\d)”\"%]$");
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?:gồm|sau|sau đây|như sau|nhiệm vụ|cụ thể|nội dung|trong đó|trọng tâm|chủ yếu|giải pháp|giai đoạn \\d+)\\s?: ?(?=\\p{L})|(?:trọng tâm|nhiệm vụ|nội dung|giải pháp) như:? (?=\\p{Ll})",
            FLAGS);
    private static final Pattern REPORTS_TROUBLE = Pattern.compile(", (?=kịp thời báo cáo )", FLAGS);
    private static final Pattern BODY = Pattern.compile(Bodies.ISSUER);

    private final List<Provision> provisions = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<String> addressees;
    private final List<String> footnotes;
    private final TimeLimits limits;
    private final boolean programme;
    private final boolean invitation;
    private final @Nullable String aboutYear;
    private boolean called;
    private List<String> calledUpon = List.of();

    /** Who acts in the clause beside this one: the last resort where a clause names nobody. */
    private List<String> besides = List.of();

    /** What holds for everything under a heading. */
    private record Context(
            List<String> assignees,
            List<String> cooperating,
            boolean duties,
            boolean goals,
            @Nullable String year,
            TimeLimit limit) {}

    /** One duty before it has its place. */
    private record Deed(
            Stretch text,
            List<String> assignees,
            List<String> cooperating,
            boolean implicit,
            TimeLimit limit,
            @Nullable String kind,
            List<String> reportTo,
            @Nullable String product) {
        Deed with(TimeLimit other) {
            return new Deed(text, assignees, cooperating, implicit, other, kind, reportTo, product);
        }
    }

    private Duties(
            List<String> addressees,
            List<Stretch> footnotes,
            TimeLimits limits,
            @Nullable String docType,
            @Nullable String subject) {
        this.aboutYear = Targets.yearOfSubject(subject).orElse(null);
        this.addressees = addressees;
        this.footnotes = footnotes.stream().map(Stretch::text).toList();
        this.limits = limits;
        this.invitation = "GIAY_MOI".equals(docType);
        this.programme = docType != null && PROGRAMMES.contains(docType);
    }

    /** What the body asks for. */
    record Found(List<Provision> provisions, List<Target> targets, List<String> calledUpon) {}

    static Found read(
            Outline outline,
            List<String> addressees,
            List<Stretch> footnotes,
            TimeLimits limits,
            @Nullable String docType,
            @Nullable String subject) {
        var duties = new Duties(addressees, footnotes, limits, docType, subject);
        var top = new Context(List.of(), List.of(), true, false, null, TimeLimit.NONE);
        duties.called = outline.roots().stream().noneMatch(Outline.Item::isPlain);
        for (Outline.Item root : outline.roots()) {
            duties.item(root, top);
        }
        return new Found(duties.provisions, duties.targets, duties.calledUpon);
    }

    private void item(Outline.Item item, Context above) {
        String text = item.text().text();
        called |= item.isNumbered();
        List<Outline.Item> labels =
                item.children().stream().filter(Duties::isLabel).toList();
        List<Outline.Item> children =
                item.children().stream().filter(it -> !isLabel(it)).toList();
        Context context = under(item, above);
        boolean leaf = children.isEmpty();
        if (!leaf) {
            besides = List.of();
        }
        int before = provisions.size();
        if (!text.isEmpty() && !(item.isHeading() && !leaf && !text.endsWith(":"))) {
            boolean numberedLeaf = leaf || !text.endsWith(":");
            content(item, above, context, numberedLeaf, labels);
        } else if (leaf && !labels.isEmpty()) {
            content(item, above, context, true, labels);
        }
        boolean headingIsDuty = provisions.size() == before && !labels.isEmpty() && context.duties() && !text.isEmpty();
        if (headingIsDuty) {
            Deed deed = labelled(
                    new Deed(
                            item.text(),
                            assigneesOr(above, List.of()),
                            List.of(),
                            true,
                            TimeLimit.NONE,
                            kind(text),
                            List.of(),
                            null),
                    labels);
            keep(List.of(deed), item.path());
        }
        for (Outline.Item child : children) {
            item(child, context);
        }
        if (!leaf) {
            besides = List.of();
        }
    }

    private static boolean isLabel(Outline.Item item) {
        String text = item.text().text();
        return item.children().isEmpty()
                && (TimeLimits.LABEL.matcher(text).matches()
                        || LEAD_LABEL.matcher(text).matches()
                        || COOPERATING_LABEL.matcher(text).matches()
                        || PRODUCT_LABEL.matcher(text).matches());
    }

    private Context under(Outline.Item item, Context above) {
        String text = item.text().text();
        if (item.children().isEmpty()) {
            return above;
        }
        boolean heads = item.isHeading() || text.endsWith(":");
        boolean duties = (above.duties() || text.endsWith(":") && isCall(lastSentence(text)))
                && !(heads && text.length() < 160 && NO_DUTIES.matcher(text).find() && !isCall(text));
        boolean goals = above.goals()
                || heads
                        && text.length() < 160
                        && GOALS.matcher(text).find()
                        && (!above.duties() || !duties || text.matches("(?iu).*(?:mục tiêu|chỉ tiêu).*"));
        String year =
                heads ? Targets.horizon(text).or(() -> anyYear(text, goals)).orElse(above.year()) : above.year();
        List<String> assignees = above.assignees();
        List<String> cooperating = above.cooperating();
        TimeLimit limit = above.limit();
        if (heads && duties) {
            String last = lastSentence(text);
            String call = fromCall(last);
            String lead = call.equals(last) ? fromLeadIn(last) : call;
            Actors.Opening opening = Actors.opening(lead);
            if (!opening.isEmpty()) {
                assignees = isNameAlone(item, lead, opening)
                        ? List.of(lead.replaceFirst("[:.;]+$", "").strip())
                        : opening.phrases();
                cooperating = cooperating(lead.substring(Math.min(opening.length(), lead.length())));
            }
            if (text.endsWith(":")) {
                TimeLimit named = limits.of(last);
                limit = named.kind() == TimeLimit.Kind.DATE ? named : limit;
            }
        }
        return new Context(assignees, cooperating, duties, goals, year, limit);
    }

    /** A short heading that begins as a name, and goes on without a deed, is a name as a whole. */
    private static boolean isNameAlone(Outline.Item item, String lead, Actors.Opening opening) {
        String rest = lead.substring(Math.min(opening.length(), lead.length()));
        return item.isNumbered()
                && opening.phrases().size() == 1
                && rest.length() > 2
                && lead.length() < LONGEST_NAME
                && !rest.startsWith("(")
                && !Verbs.ends(rest, true)
                && !rest.contains("sau");
    }

    private static Optional<String> anyYear(String text, boolean goals) {
        Matcher year = YEAR_OF_GOALS.matcher(text);
        return goals && text.length() < 120 && year.find() ? Optional.of(year.group(1)) : Optional.empty();
    }

    private static boolean isCall(String text) {
        return CALL.matcher(text).find() && !Actors.opening(fromCall(text)).isEmpty();
    }

    private static String lastSentence(String text) {
        List<String> sentences =
                sentences(Stretch.of(text)).stream().map(Stretch::text).toList();
        return sentences.isEmpty() ? text : sentences.getLast();
    }

    private void content(Outline.Item item, Context above, Context context, boolean leaf, List<Outline.Item> labels) {
        Stretch text = item.text();
        if (leaf) {
            if (above.duties() || above.goals()) {
                String year =
                        above.year() != null || !Targets.mayHold(text.text()) ? above.year() : yearOf(text.text());
                targets.addAll(new Targets(above.goals(), footnotes).of(item.path(), text, year));
            }
        }
        if (!above.duties() || !context.duties()) {
            return;
        }
        List<Deed> found = new ArrayList<>();
        List<String> assignees = above.assignees();
        List<String> cooperating = above.cooperating();
        for (Stretch each : sentences(text)) {
            Stretch sentence = unlabelled(each);
            boolean leadsIn = sentence.text().endsWith(":") && !item.children().isEmpty();
            int also = leadsIn ? sentence.text().indexOf("đồng thời") : -1;
            if (also > ENOUGH) {
                sentence = sentence.sub(0, also).folded();
                leadsIn = false;
            }
            if (!found.isEmpty() && attribute(sentence.text(), found)) {
                continue;
            }
            List<Stretch> parts = parts(sentence);
            String announcing = announcing(sentence.text(), parts.getFirst().text());
            if (!Actors.opening(announcing).isEmpty()) {
                assignees = Actors.opening(announcing).phrases();
                called = true;
            }
            for (Stretch part : parts) {
                Deed deed = ofTheSameReport(deed(part, assignees, cooperating, above, item, leadsIn), found);
                if (deed != null && !leadsIn) {
                    found.add(deed);
                    boolean named = !Actors.opening(fromCall(part.text())).isEmpty();
                    if (!deed.implicit() && named) {
                        besides = deed.assignees();
                        assignees = deed.assignees();
                    }
                    aggregator(part, deed, found);
                }
            }
        }
        if (programme && item.isPlain() || programme && found.size() > 1) {
            found = merged(found);
        }
        if (!found.isEmpty() && !labels.isEmpty()) {
            found.set(found.size() - 1, labelled(found.getLast(), labels));
        }
        if (found.isEmpty() && leaf && !labels.isEmpty()) {
            found.add(labelled(
                    new Deed(
                            text,
                            assigneesOr(above, List.of()),
                            above.cooperating(),
                            true,
                            limits.of(text.text()),
                            kind(text.text()),
                            List.of(),
                            null),
                    labels));
        }
        keep(found, item.path());
    }

    /** The year that a clause's own time limit falls in, or else the one the whole document is about. */
    private @Nullable String yearOf(String clause) {
        TimeLimit limit = limits.of(clause);
        return limit.date() == null || limit.relative() != null
                ? aboutYear
                : String.valueOf(limit.date().getYear());
    }

    /** Who puts together a periodic report does so in its period. */
    private static @Nullable Deed ofTheSameReport(@Nullable Deed deed, List<Deed> before) {
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

    /** Of a programme's paragraph, what has neither its own actor nor its own time goes with what stands before it. */
    private static List<Deed> merged(List<Deed> deeds) {
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
                                last.kind(),
                                last.reportTo(),
                                last.product()));
            }
        }
        return merged;
    }

    private void keep(List<Deed> found, String path) {
        for (int i = 0; i < found.size(); i++) {
            Deed it = found.get(i);
            String text =
                    it.text().text().replaceFirst("(?:\\.|;|/\\.|,|:)+$", "").strip();
            double confidence = it.implicit() ? 0.7 : 0.85;
            provisions.add(new Provision(
                    found.size() == 1 ? path : path + "." + (i + 1),
                    text,
                    excerpt(text, programme),
                    it.assignees(),
                    it.cooperating(),
                    it.implicit(),
                    it.limit(),
                    it.kind(),
                    it.reportTo(),
                    it.product(),
                    it.text().mark(confidence)));
        }
    }

    private boolean attribute(String sentence, List<Deed> found) {
        Deed last = found.getLast();
        Deed changed = labelled(last, sentence);
        if (changed.equals(last)) {
            return false;
        }
        boolean ofAll = !changed.limit().equals(last.limit());
        found.replaceAll(it -> ofAll && it.limit().isNone() ? it.with(changed.limit()) : it);
        found.set(found.size() - 1, changed);
        return true;
    }

    private Deed labelled(Deed deed, List<Outline.Item> labels) {
        Deed labelled = deed;
        for (Outline.Item label : labels) {
            labelled = labelled(labelled, label.text().text());
        }
        return labelled;
    }

    private Deed labelled(Deed it, String label) {
        Matcher time = TimeLimits.LABEL.matcher(label);
        if (time.matches()) {
            return it.with(limits.ofCell(time.group(1) == null ? time.group(2) : time.group(1)));
        }
        Matcher lead = LEAD_LABEL.matcher(label);
        if (lead.matches()) {
            return new Deed(
                    it.text(),
                    names(lead.group(1)),
                    it.cooperating(),
                    false,
                    it.limit(),
                    it.kind(),
                    it.reportTo(),
                    it.product());
        }
        Matcher with = COOPERATING_LABEL.matcher(label);
        if (with.matches()) {
            return new Deed(
                    it.text(),
                    it.assignees(),
                    names(with.group(1)),
                    it.implicit(),
                    it.limit(),
                    it.kind(),
                    it.reportTo(),
                    it.product());
        }
        Matcher product = PRODUCT_LABEL.matcher(label);
        if (product.matches()) {
            return new Deed(
                    it.text(),
                    it.assignees(),
                    it.cooperating(),
                    it.implicit(),
                    it.limit(),
                    it.kind(),
                    it.reportTo(),
                    product.group(1).replaceFirst("[.;]$", ""));
        }
        return it;
    }

    /** The actors a cell or label lists; the cell itself if none is recognised. */
    static List<String> names(String cell) {
        String plain = cell.replaceFirst("[.;]$", "").strip();
        if (plain.isEmpty() || plain.equals("-")) {
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

    /** Sentences end with a full stop before a capital; not after an abbreviation. */
    static List<Stretch> sentences(Stretch text) {
        List<Stretch> sentences = new ArrayList<>();
        Matcher end = SENTENCE_END.matcher(text.text());
        int from = 0;
        while (end.find()) {
            String before = text.text().substring(Math.max(from, end.start() - LONGEST_ABBREVIATION), end.start());
            if (!ABBREVIATION.matcher(before).find()) {
                sentences.add(text.sub(from, end.start()).folded());
                from = end.end();
            }
        }
        sentences.add(text.from(from).folded());
        return sentences.stream().filter(it -> !it.isEmpty()).toList();
    }

    /** A semicolon divides duties where somebody else is named after it, or where a list of them was announced. */
    private List<Stretch> parts(Stretch sentence) {
        String text = sentence.text();
        boolean orders = text.length() < LONGEST_ORDER;
        Matcher list = ANNOUNCED.matcher(text);
        boolean announced = text.indexOf(';') > 0
                && list.find()
                && text.indexOf(';', list.end()) > 0
                && Verbs.does(text.substring(list.end()));
        int from = 0;
        if (announced) {
            from = list.end();
        }
        List<Stretch> parts = new ArrayList<>();
        int begin = announced ? from : 0;
        for (int at = text.indexOf(';', from); at >= 0; at = text.indexOf(';', at + 1)) {
            String piece = ENUMERATED.matcher(text.substring(at + 1).strip()).replaceFirst("");
            String body = piece.replaceFirst("(?iu)^(?:đồng thời,? |và )?(?:giao |đề nghị |yêu cầu )?", "");
            Actors.Opening opening = Actors.opening(body);
            boolean ownActor =
                    !opening.isEmpty() && Verbs.does(body.substring(Math.min(opening.length(), body.length())));
            int next = text.indexOf(';', at + 1);
            String alone = next < 0 ? piece : text.substring(at + 1, next).strip();
            boolean begins = Verbs.does(piece) && !GOES_ON.matcher(piece).find();
            boolean ownTime = begins && (isTimed(limits.of(alone)) || isTimed(limits.of(text.substring(begin, at))));
            boolean ownDuty = announced && Verbs.does(piece)
                    || begins && orders
                    || ownTime
                    || piece.matches("(?iu)^chịu trách nhiệm trước .*");
            String before = text.substring(begin, at).strip();
            boolean enough =
                    Verbs.does(deedOf(before)) || FIGURE.matcher(before).find();
            if ((ownActor || ownDuty) && enough) {
                parts.add(sentence.sub(begin, at).folded());
                begin = at + 1;
            }
        }
        Stretch rest = sentence.from(begin).folded();
        Matcher report = REPORTS_TROUBLE.matcher(rest.text());
        if (report.find() && report.start() > 60 && rest.text().matches("(?iu).*(?:phát sinh|vướng mắc|khó khăn).*")) {
            parts.add(rest.sub(0, report.start()));
            parts.add(rest.from(report.end()));
        } else {
            parts.add(rest);
        }
        return parts.stream().flatMap(it -> atCommas(it).stream()).toList();
    }

    /** A comma divides two duties where each has its own time, or where the second is said to be done at the same time. */
    private List<Stretch> atCommas(Stretch part) {
        String text = part.text();
        for (int comma = text.indexOf(", "); comma > 0; comma = text.indexOf(", ", comma + 1)) {
            String left = text.substring(0, comma);
            String right = text.substring(comma + 2);
            boolean also = ALSO.matcher(right).find()
                    && Verbs.opens(ALSO.matcher(right).replaceFirst(""))
                    && comma > SHORTEST_DUTY;
            boolean both =
                    comma > SHORTEST_DUTY && Verbs.does(right) && isTimed(limits.of(right)) && isTimed(limits.of(left));
            boolean regularly =
                    comma > SHORTEST_DUTY && REGULARLY.matcher(right).find();
            boolean inBrackets = left.endsWith(")") && Verbs.does(right) && isTimed(limits.of(left));
            if ((also || both || regularly || inBrackets)
                    && Verbs.does(deedOf(left))
                    && !GOES_ON.matcher(right).find()) {
                List<Stretch> apart = new ArrayList<>(List.of(part.sub(0, comma).folded()));
                apart.addAll(atCommas(part.from(comma + 2).folded()));
                return apart;
            }
        }
        return List.of(part);
    }

    /** From the one called upon, where a sentence calls upon somebody before the list it announces; nothing otherwise. */
    private static String announcing(String sentence, String firstPart) {
        int list = sentence.indexOf(firstPart);
        String before = list > 0 ? sentence.substring(0, list) : "";
        String call = fromCall(before);
        return call.equals(before) ? fromLeadIn(before) : call;
    }

    private static boolean isTimed(TimeLimit limit) {
        return limit.kind() == TimeLimit.Kind.DATE || limit.recurrence() != null;
    }

    /**
     * What follows whoever it calls upon, or the verb of calling where the deed itself follows; all of it if it calls upon
     * nobody.
     */
    private static String fromCall(String sentence) {
        Actors.Opening acts = Actors.opening(sentence);
        String rest = sentence.substring(Math.min(acts.length(), sentence.length()));
        if (!acts.isEmpty() && !CALLS_ITSELF.matcher(rest).find()) {
            return sentence;
        }
        Matcher call = CALL.matcher(sentence);
        while (call.find()) {
            String after = sentence.substring(call.end());
            if (!Actors.opening(after).isEmpty()) {
                return after;
            }
        }
        Matcher urged = URGED.matcher(sentence);
        return urged.find() && Verbs.ends(sentence.substring(urged.end()), true)
                ? sentence.substring(urged.end())
                : sentence;
    }

    /** What follows "Đối với …", a time or a condition, where it names who acts; all of it otherwise. */
    private static String fromLeadIn(String sentence) {
        Matcher link = LINK.matcher(sentence);
        String rest = link.find() ? sentence.substring(link.end()) : sentence;
        Matcher concerned = CONCERNED.matcher(rest);
        if (concerned.find()) {
            String named = rest.substring(concerned.end());
            if (!Actors.opening(named).isEmpty()) {
                return named;
            }
        }
        if (Actors.opening(rest).isEmpty() && ADVERBIAL.matcher(rest).find()) {
            for (int comma = rest.indexOf(", ");
                    comma > 0 && comma < LONGEST_LEAD_IN;
                    comma = rest.indexOf(", ", comma + 1)) {
                String after = rest.substring(comma + 2);
                Actors.Opening opening = Actors.opening(after);
                if (!opening.isEmpty() && Verbs.does(after.substring(Math.min(opening.length(), after.length())))) {
                    return after;
                }
            }
        }
        return Actors.opening(rest).isEmpty() ? sentence : rest;
    }

    private static String deedOf(String sentence) {
        String after = fromCall(ENUMERATED.matcher(sentence.strip()).replaceFirst(""));
        return withoutRole(after.substring(Math.min(Actors.opening(after).length(), after.length())));
    }

    private static boolean doesLater(String words) {
        Matcher aside = DEED_LATER.matcher(words);
        if (!aside.find()) {
            return false;
        }
        for (int blank = words.indexOf(' ', aside.end() + 3);
                blank > 0 && blank < LONGEST_ASIDE;
                blank = words.indexOf(' ', blank + 1)) {
            if (Verbs.opens(words.substring(blank + 1))) {
                return true;
            }
        }
        return false;
    }

    /** "là cơ quan thường trực, theo dõi …" does what stands after what it is. */
    private static String withoutRole(String words) {
        return ROLE_OF_OFFICE.matcher(words).replaceFirst("");
    }

    private @Nullable Deed deed(
            Stretch part,
            List<String> inherited,
            List<String> inheritedWith,
            Context above,
            Outline.Item item,
            boolean leadsIn) {
        String whole = part.text();
        Matcher enumerated = ENUMERATED.matcher(whole);
        if (enumerated.find()) {
            return deed(part.from(enumerated.end()), inherited, inheritedWith, above, item, leadsIn);
        }
        Matcher condition = CONDITION.matcher(whole);
        if (condition.find()) {
            called = true;
            return deed(part.from(condition.end()), inherited, inheritedWith, above, item, leadsIn);
        }
        if (isBareLabel(whole)
                || Layout.isCapitals(whole)
                || FIGURE.matcher(whole).find()) {
            return null;
        }
        String after = fromCall(whole);
        boolean calls = !after.equals(whole)
                || CALL.matcher(whole).find()
                        && CALL.matcher(whole).replaceFirst("").equals(after);
        Actors.Opening opening = Actors.opening(after);
        if (!calls) {
            String acts = fromLeadIn(whole);
            Actors.Opening other = Actors.opening(acts);
            boolean leads = opening.isEmpty() && !other.isEmpty();
            after = leads ? acts : after;
            opening = leads ? other : opening;
        }
        called |= calls && URGED.matcher(whole).find();
        if (calls && !opening.isEmpty()) {
            called = true;
            if (calledUpon.isEmpty() && item.isPlain()) {
                calledUpon = opening.phrases();
            }
        }
        if (IN_FORCE.matcher(
                        whole.substring(Math.min(whole.length() - after.length() + opening.length(), whole.length())))
                .find()) {
            return null;
        }
        if (leadsIn || FORMAL.matcher(whole).find() && !calls || !called) {
            return null;
        }
        if (!calls && opening.isEmpty() && NOT_YET.matcher(whole).find() && !item.isNumbered() && !programme) {
            return null;
        }
        int shift = whole.length() - after.length() + opening.length();
        String words = whole.substring(Math.min(shift, whole.length())).replaceFirst("^[,:;\\s]+", "");
        words = withoutRole(words);
        Stretch deed = calls ? part.from(whole.length() - after.length()).folded() : part;
        if (item.isNumbered() && TO_BE_DONE.matcher(whole).find() && isTimed(limits.of(whole))) {
            return new Deed(
                    part, assigneesOr(above, inherited), List.of(), true, limits.of(whole), null, List.of(), null);
        }
        if (words.length() < 8 || STATEMENT.matcher(words).find() && (opening.isEmpty() || !calls)) {
            return null;
        }
        if (invitation && opening.isEmpty() && above.assignees().isEmpty()) {
            return null;
        }
        boolean ordered = !programme
                && !above.assignees().isEmpty()
                && words.length() > 25
                && !words.matches("(?iu)^(?:\\S+ ){0,6}(?:là|được|đã|có|bị|gồm|đạt) .*");
        boolean does = Verbs.does(words)
                || !opening.isEmpty() && doesLater(words)
                || REPORTED.matcher(whole).find()
                || ordered;
        if (!does && (opening.isEmpty() || words.length() < 20 || !calls && !item.isNumbered())) {
            return null;
        }
        TimeLimit own = limits.of(whole);
        TimeLimit limit = own.isNone() ? above.limit() : own;
        String kind = kind(words);
        if (EMPTY.matcher(withoutEnd(words)).find()) {
            int report = words.indexOf("báo cáo kết quả");
            boolean rest = deed.text().matches("(?iu).*(?:;|,) ?đồng thời,?.*")
                    && deed.text().indexOf("đồng thời") > 30;
            if (rest) {
                deed = deed.sub(0, Math.max(1, deed.text().indexOf("đồng thời")))
                        .folded();
            } else if (report > 0) {
                deed = deed.from(deed.text().indexOf("báo cáo kết quả"));
            } else if (own.kind() != TimeLimit.Kind.DATE) {
                return null;
            }
        } else if ("PERIODIC_REPORT".equals(kind)
                && words.matches("(?iu)^(?:triển khai|tổ chức)? ?thực hiện nghiêm túc.*")) {
            int report = deed.text().indexOf("báo cáo");
            deed = report > 0 ? deed.from(report) : deed;
        }
        List<String> assignees = opening.phrases();
        boolean implicit = opening.isEmpty();
        if (implicit) {
            Matcher role = ROLE.matcher(words);
            List<String> named = role.find() ? Actors.anywhere(role.group(1)) : List.of();
            Matcher at = LOCATIVE.matcher(words);
            boolean nobody = assigneesOr(above, inherited).isEmpty();
            if (!named.isEmpty() && words.matches("(?iu)^(?:nâng cao|đề cao|phát huy).*")) {
                assignees = named;
                implicit = false;
            } else if (nobody
                    && at.find()
                    && !Actors.opening(words.substring(at.start(1))).isEmpty()) {
                assignees = Actors.opening(words.substring(at.start(1))).phrases();
                implicit = false;
            } else {
                assignees = assigneesOr(above, inherited);
            }
        }
        Matcher inBrackets = IN_BRACKETS.matcher(whole);
        if (implicit && inBrackets.find() && Actors.isOnlyActors(inBrackets.group(1))) {
            assignees = Actors.opening(inBrackets.group(1)).phrases();
            implicit = false;
        }
        List<String> with = cooperating(words);
        List<String> cooperating = with.isEmpty() && implicit ? inheritedWith : with;
        return new Deed(deed, assignees, cooperating, implicit, limit, kind, reportTo(words), null);
    }

    /** "Chế độ báo cáo: Các sở …" is a heading and a sentence on one line. */
    private static Stretch unlabelled(Stretch sentence) {
        Matcher label = LABEL.matcher(sentence.text());
        boolean titled = label.find()
                && Actors.opening(label.group()).isEmpty()
                && !isBareLabel(sentence.text())
                && (Character.isUpperCase(sentence.text().codePointAt(label.end()))
                        || Verbs.does(sentence.text().substring(label.end())));
        return titled
                        && !TO_BE_DONE
                                .matcher(sentence.text().replaceFirst("[.;]$", ""))
                                .find()
                ? sentence.from(label.end())
                : sentence;
    }

    private static boolean isBareLabel(String text) {
        return LEAD_LABEL.matcher(text).matches()
                || COOPERATING_LABEL.matcher(text).matches()
                || TimeLimits.LABEL.matcher(text).matches()
                || PRODUCT_LABEL.matcher(text).matches();
    }

    private static String withoutEnd(String words) {
        return words.replaceFirst("(?:/\\.|[.;,])+$", "").strip();
    }

    private List<String> assigneesOr(Context above, List<String> inherited) {
        if (!inherited.isEmpty()) {
            return inherited;
        }
        if (!above.assignees().isEmpty()) {
            return above.assignees();
        }
        boolean umbrella = calledUpon.size() == 1 && addressees.size() > 1;
        List<String> called = calledUpon.isEmpty() || umbrella ? addressees : calledUpon;
        return called.isEmpty() ? besides : called;
    }

    /** "…gửi Sở Nội vụ tổng hợp, báo cáo UBND tỉnh" gives the one it is sent to something to do as well. */
    private void aggregator(Stretch part, Deed deed, List<Deed> found) {
        Matcher matcher = AGGREGATOR.matcher(part.text());
        if (matcher.find() && !deed.assignees().contains(matcher.group(1))) {
            String rest = matcher.group(2);
            found.add(new Deed(
                    part.sub(matcher.start(), part.text().length()),
                    List.of(matcher.group(1)),
                    List.of(),
                    false,
                    TimeLimit.NONE,
                    "AGGREGATION",
                    reportTo(rest),
                    null));
        }
    }

    private static List<String> cooperating(String deed) {
        Matcher matcher = COOPERATING.matcher(deed);
        if (!matcher.find()) {
            return List.of();
        }
        Actors.Opening opening = Actors.opening(matcher.group(1));
        return opening.phrases();
    }

    private static List<String> reportTo(String deed) {
        Matcher matcher = REPORT_TO.matcher(deed);
        List<String> bodies = new ArrayList<>();
        while (matcher.find()) {
            Matcher body = BODY.matcher(matcher.group(1));
            while (body.find()) {
                if (!bodies.contains(body.group())) {
                    bodies.add(body.group());
                }
            }
        }
        return bodies;
    }

    /** The clause without what it is for and how well it is to be done, as long as most of it is left. */
    private static String excerpt(String text, boolean programme) {
        String first = programme ? sentences(Stretch.of(text)).getFirst().text() : text;
        Matcher tail = TAIL.matcher(first);
        while (tail.find()) {
            if (tail.start() >= 45 && tail.start() * 10 >= first.length() * 4) {
                return first.substring(0, tail.start()).strip();
            }
        }
        return first;
    }

    private static @Nullable String kind(String deed) {
        String text = deed.toLowerCase(Locale.ROOT);
        if (text.contains("vấn đề phát sinh") && text.contains("báo cáo")) {
            return text.contains("đôn đốc") ? "SUPERVISION" : "AD_HOC_REPORT";
        }
        if (text.matches(
                        ".*(?:theo dõi|đôn đốc|tổng hợp).*tổng hợp,? (?:kết quả,? )?(?:tham mưu |và )?báo cáo.*|^tổng hợp.*báo cáo.*")
                && !text.contains("lồng ghép")) {
            return "AGGREGATION";
        }
        if (text.contains("báo cáo kết quả") || text.matches("^(?:định kỳ |hằng |hàng )?.{0,40}báo cáo .*")) {
            return "PERIODIC_REPORT";
        }
        if (text.matches(".*(đôn đốc|giám sát|thanh tra, kiểm tra|kiểm tra, ).*")) {
            return "SUPERVISION";
        }
        if (text.matches(".*chịu trách nhiệm trước.*")) {
            return "ACCOUNTABILITY";
        }
        if (text.matches(".*(thi đua|đánh giá, xếp loại).*")) {
            return "EVALUATION";
        }
        if (text.matches(".*(khắc phục|chấn chỉnh).*(hạn chế|tồn tại|khuyết điểm).*")) {
            return "REMEDIATION";
        }
        if (text.matches("^(?:tổ chức )?(?:sơ kết|tổng kết).*")) {
            return "REVIEW";
        }
        return text.matches(".*xây dựng (?:và ban hành |các |và triển khai )?kế hoạch.*|.*ban hành kế hoạch.*")
                ? "PLANNING"
                : null;
    }
}
