package vn.dondoc.documents.intake.duty;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.DocumentType;
import vn.dondoc.documents.directive.TimeLimit;
import vn.dondoc.documents.intake.lexicon.Calls;
import vn.dondoc.documents.intake.lexicon.Verbs;
import vn.dondoc.documents.intake.text.Layout;
import vn.dondoc.documents.intake.text.Outline;
import vn.dondoc.documents.intake.text.Stretch;
import vn.dondoc.documents.intake.time.TimeLimits;

/** Whether a sentence asks somebody for something, or only looks as if it did. */
final class Asking {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** An act that puts another out of force has done so; nobody has to. */
    private static final Pattern IN_FORCE =
            Pattern.compile("^(?:bãi bỏ|thay thế|hủy bỏ|huỷ bỏ) [^;]{0,60}số \\d", FLAGS);

    private static final int SHORTEST_DEED = 8;

    private static final Pattern NOT_YET = Pattern.compile(
            "^(?:Căn cứ (?!vào (?:điều kiện|chức năng|tình hình))|Trên cơ sở|Để |Ngày \\d|Thực hiện (?:Nghị quyết|Kết luận|Quyết định|Chỉ thị|Kế hoạch|Văn bản|Công văn|Công điện|Thông báo|ý kiến|Luật|Nghị định|Thông tư)(?! .{0,160}(?:đảm bảo|bảo đảm) )|Theo (?!chức năng|dõi)|Xét |Thời gian qua|Trong thời gian qua|Tuy nhiên|Qua |Hiện nay|Tại |Sau khi)");

    private static final Pattern EMPTY = Pattern.compile(
            "(?:như sau|sau đây|nội dung sau|nhiệm vụ sau)\\s*:?$|(?:chịu trách nhiệm|có trách nhiệm)(?: tổ chức)? (?:thi hành|thực hiện) (?:Quyết định|Nghị quyết)(?: này)?$|(?:thực hiện|triển khai|tập trung|làm tốt|quan tâm)(?: thực hiện| triển khai| nghiêm túc| tốt| nghiêm| đồng bộ| có hiệu quả| hiệu quả| ngay| một số| các|,| và){0,200} (?:nội dung|nhiệm vụ|công việc|giải pháp|việc|vấn đề)?(?: trọng tâm| chủ yếu| cụ thể)?,? ?(?:sau|sau đây|như sau|trên|nêu trên|dưới đây)\\s*:?$"
                    + "|^(?:khẩn trương |nghiêm túc |phối hợp ){0,200}(?:nghiêm túc )?(?:tổ chức |triển khai )?(?:thực hiện|triển khai)(?: thực hiện)?(?: nghiêm túc| ngay| tốt| kịp thời)?(?: các nội dung(?: trên)?| Chỉ thị này| Kế hoạch này| Quyết định này| Nghị quyết này| chỉ đạo| Kết luận này| Thông báo này| Công điện này)?(?: nghiêm túc)?(?:,? (?:hiệu quả|kịp thời|đầy đủ|đảm bảo [^,;]{3,40}|bảo đảm [^,;]{3,40})){0,200}$"
                    + "|^(?:chịu trách nhiệm |có trách nhiệm )?(?:tổ chức |triển khai )?(?:thi hành|thực hiện) (?:Quyết định|Nghị quyết|Chỉ thị|Kế hoạch) này$"
                    + "|^(?:quan tâm, )?(?:phối hợp|cho ý kiến|biết|thực hiện|theo dõi|xem xét|tham dự|phối hợp thực hiện|biết, thực hiện|nghiên cứu, thực hiện|quan tâm,? chỉ đạo(?: thực hiện)?|quan tâm thực hiện)(?:, (?:thực hiện|chỉ đạo|phối hợp|theo dõi)){0,200}$",
            FLAGS);

    private static final Pattern FORMAL = Pattern.compile(
            "^(?:Chi tiết |Mọi (?:thông tin|chi tiết|vướng mắc)|Thông tin (?:liên hệ|chi tiết)|liên hệ |(?:Văn phòng[^.;]{0,60} )?(?:xin )?thông báo (?:để|đến)|(?:Quyết định|Nghị quyết|Chỉ thị|Kế hoạch|Quy chế|Thông báo|Kết luận|Hướng dẫn) này (?:có hiệu lực|thay thế|được|phổ biến)|Nghị quyết được|Trên đây là|.{0,400}chịu trách nhiệm (?:thi hành|tổ chức thực hiện|thực hiện) (?:Quyết định|Nghị quyết|Chỉ thị|Kế hoạch) này|Trân trọng|Kính |(?:Đơn vị|Cơ quan|Địa phương) nào |Rất mong|Ban hành kèm theo|Nội dung cụ thể|.{0,80}(?:có hiệu lực (?:thi hành )?(?:kể )?từ|hết hiệu lực))",
            FLAGS);

    private static final Pattern REPORTED = Pattern.compile(
            "^(?:Riêng |(?:Kể )?từ [^,;]{3,30}, )?(?:kết quả|nội dung|báo cáo|văn bản)(?! được gửi qua)[^,;]{0,80}(?:được |đề nghị )?(?:lồng ghép|báo cáo|gửi) ",
            FLAGS);

    private static final Pattern STATEMENT = Pattern.compile(
            "^(?:đã|là |được(?! (?:giao|yêu cầu|đề nghị|phân công|chỉ đạo))|có \\d|chưa|đang|vẫn|còn (?!phải)|cũng đã|cơ bản|luôn đã|nhận được|thống nhất(?! với)|đánh giá cao|ghi nhận|biểu dương(?! kịp)|nhận thấy|xét thấy|cho biết|nhấn mạnh|khẳng định|vừa |trân trọng|kính|thông báo (?:ý kiến|kết luận)|yêu cầu|đề nghị|giao |chỉ đạo như sau|kết luận như sau|có ý kiến|hoan nghênh)",
            FLAGS);

    /** "Thủ trưởng các đơn vị chưa nộp hồ sơ giải trình …": which of them, before what they do. */
    private static final Pattern WHICH_OF_THEM =
            Pattern.compile("^(?:chưa|đã|đang|còn|có) (?:[\\p{L}\\d]+ ){1,6}?(?=[\\p{L}])");

    /** "Việc rà soát … hoàn thành trước ngày 15/3": the deed is a noun. */
    private static final Pattern MATTER = Pattern.compile("^(?:Việc|Công tác|Công việc) ");

    private final TimeLimits limits;
    private final Parts parts;
    private final boolean resolution;
    private final boolean invitation;

    Asking(TimeLimits limits, Parts parts, @Nullable DocumentType docType) {
        this.limits = limits;
        this.parts = parts;
        this.resolution = docType == DocumentType.NGHI_QUYET;
        this.invitation = docType == DocumentType.GIAY_MOI;
    }

    /** What looks like a sentence of duty and is a label, a figure, a formality, a ground or a statement. */
    boolean isNone(Telling telling, Context above, Outline.Item item) {
        String whole = telling.whole();
        boolean ground = telling.namesNobody()
                && !telling.calls()
                && !item.isNumbered()
                && !resolution
                && NOT_YET.matcher(whole).find();
        boolean statement = STATEMENT.matcher(telling.words()).find()
                && (telling.namesNobody() || !telling.calls())
                && !saysWhichOfThem(telling);
        return Deed.isLabel(whole)
                || Layout.isCapitals(whole)
                || Parts.isFigure(whole)
                || IN_FORCE.matcher(telling.words()).find()
                || FORMAL.matcher(whole).find() && !telling.calls()
                || ground
                || (statement || telling.words().length() < SHORTEST_DEED)
                        && !(item.isNumbered() && Parts.isToBeDone(whole))
                || invitation && telling.namesNobody() && above.assignees().isEmpty();
    }

    private boolean saysWhichOfThem(Telling telling) {
        String words = telling.words();
        LocalDate day = limits.of(words).date();
        boolean ahead = day != null && limits.issued() != null && !day.isBefore(limits.issued());
        if (telling.namesNobody() || !ahead || !WHICH_OF_THEM.matcher(words).find()) {
            return false;
        }
        int blank = words.indexOf(' ');
        for (int i = 0; i < 7 && blank > 0; i++) {
            if (i > 0 && Verbs.opens(words.substring(blank + 1))) {
                return true;
            }
            blank = words.indexOf(' ', blank + 1);
        }
        return false;
    }

    /** Whether the words ask for something: by a verb of doing, or because of who is told and where. */
    boolean isThere(Telling telling, Context above, Outline.Item item) {
        String words = telling.words();
        boolean ordered = !resolution
                && !above.assignees().isEmpty()
                && words.length() > 25
                && !words.matches("(?iu)^(?:\\S+ ){0,6}(?:là|được|đã|có|bị|gồm|đạt) .*");
        boolean does = Verbs.does(words)
                || parts.asksAfterLimit(words)
                || saysWhichOfThem(telling)
                || item.isNumbered() && MATTER.matcher(words).find() && Parts.isTimed(limits.of(words))
                || !telling.namesNobody() && Calls.doesLater(words)
                || REPORTED.matcher(telling.whole()).find()
                || ordered;
        return does || !telling.namesNobody() && words.length() >= 20 && (telling.calls() || item.isNumbered());
    }

    /**
     * A sentence that says no more than "thực hiện nghiêm túc" asks for nothing, unless it has a limit, or something else
     * after the formula; then that is the deed.
     */
    static @Nullable Stretch withoutFormula(Stretch deed, String words, TimeLimit limit) {
        String text = deed.text();
        if (EMPTY.matcher(withoutEnd(words)).find()) {
            int also = text.indexOf("đồng thời");
            boolean rest = also > 30 && text.matches("(?iu).*(?:;|,) ?đồng thời,?.*");
            int report = text.indexOf("báo cáo kết quả");
            if (rest) {
                return deed.sub(0, also).folded();
            }
            if (report > 0) {
                return deed.from(report);
            }
            return limit.kind() == TimeLimit.Kind.DATE ? deed : null;
        }
        boolean reports = "PERIODIC_REPORT".equals(DutyDetails.kind(words))
                && words.matches("(?iu)^(?:triển khai|tổ chức)? ?thực hiện nghiêm túc.*");
        int report = text.indexOf("báo cáo");
        return reports && report > 0 ? deed.from(report) : deed;
    }

    private static String withoutEnd(String words) {
        return words.replaceFirst("(?:/\\.|[.;,]){1,200}$", "").strip();
    }
}
