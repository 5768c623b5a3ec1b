package vn.dondoc.documents.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.directive.TimeLimit;

/**
 * Walks the body of a document in its own numbering and reads the leaf duties and targets. A sentence is a duty when,
 * after whoever it names, it opens with a verb of doing; sections on situation, views and goals give no duties.
 */
final class Provisions {

    private static final Pattern MARKER =
            Pattern.compile("^(?:([IVX]{1,5})\\.|(\\d{1,2}(?:\\.\\d{1,2})*)[.)]|([a-zđ])\\)|([-–+•]))\\s+(.*)$");
    private static final Pattern NO_DUTIES = Pattern.compile(
            "TÌNH HÌNH|NGUYÊN NHÂN|QUAN ĐIỂM|MỤC TIÊU|CHỈ TIÊU|KẾT QUẢ ĐẠT|HẠN CHẾ|MỤC ĐÍCH|YÊU CẦU$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CALL = Pattern.compile("(?:^|(?<=[ ,;]))(?:[Yy]êu cầu|[Đđ]ề nghị|[Gg]iao) ");
    private static final Pattern BASIS = Pattern.compile(
            "^(?:Căn cứ (?!vào)|Trên cơ sở|Để |Ngày \\d|Thực hiện (?:Nghị quyết|Kết luận|Quyết định|Chỉ thị|Kế hoạch|Văn bản|Công văn|Thông báo|ý kiến))");
    private static final Pattern CLOSING = Pattern.compile("^(?:Trên đây|Yêu cầu|.{0,30}yêu cầu|Đề nghị|Giao ).*");
    private static final Pattern EMPTY_CALL = Pattern.compile(
            "nghiêm túc (?:thực hiện|triển khai)|thực hiện nghiêm túc|một số (?:nội dung|nhiệm vụ)|(?:nội dung|nhiệm vụ) (?:trên|sau)");
    private static final Pattern TAIL = Pattern.compile(
            "; |, (?=(?:bảo đảm|đảm bảo|nhằm|góp phần|qua đó|phấn đấu|coi đây|trong đó)\\b)| để (?=nâng cao|tạo|cán bộ)");
    private static final Pattern DUTY = Pattern.compile(
            "^(?:trực tiếp|tổ chức|chỉ đạo|tăng cường|thường xuyên|tiếp tục|đa dạng|phối hợp|chủ trì|chủ động|nâng cao|đẩy mạnh|triển khai|thực hiện|rà soát|"
                    + "xây dựng|hoàn thiện|hoàn thành|ban hành|bố trí|bảo đảm|đảm bảo|siết chặt|đưa |báo cáo|định kỳ|kịp thời|ưu tiên|tập trung|quan tâm|gắn |"
                    + "đề cao|xác định|h[àằ]ng (?:năm|quý|tháng)|cải cách|đổi mới|củng cố|phát huy|cải thiện|thí điểm|tham mưu|căn cứ|quán triệt|khẩn trương|"
                    + "chịu trách nhiệm|đôn đốc|theo dõi|kiểm tra|tổng hợp|hướng dẫn|cung cấp|công bố|công khai|cập nhật|gửi|lập|chuẩn bị|tuyên truyền|phê duyệt|"
                    + "trình|xử lý|niêm yết|số hóa|thẩm định|giám sát|phát triển|sắp xếp|kiện toàn|tinh giản|khắc phục|đăng ký|thống kê|bổ sung|sửa đổi|lấy |tạo |"
                    + "theo chức năng|mạnh dạn|nghiên cứu|tiến hành|duy trì|giao |phổ biến|đề xuất|thành lập|phân công|bồi dưỡng|đào tạo|tiếp nhận|giải quyết)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern COOPERATING = Pattern.compile(
            "phối hợp (?:với )?((?:(?!\\b(?:hướng dẫn|tổ chức|triển khai|để|xây dựng|tham mưu|thực hiện|vận động|rà soát)\\b).)+)");
    private static final Pattern REPORT_TO = Pattern.compile("(?:báo cáo|gửi)(?: kết quả)?(?: với| về| cho)? ((?:"
            + Bodies.ISSUER + ")(?:(?:,| và) (?:" + Bodies.ISSUER + "))*)");

    private final List<Provision> provisions = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<String> addressees;
    private final Path path = new Path();

    private Provisions(List<String> addressees) {
        this.addressees = addressees;
    }

    /** What the body asks for. */
    record Found(List<Provision> provisions, List<Target> targets) {}

    static Found read(List<String> body, List<String> addressees) {
        var reader = new Provisions(addressees);
        for (int i = 0; i < body.size(); i++) {
            reader.paragraph(body.get(i), i > body.size() - 3);
        }
        return new Found(reader.provisions, reader.targets);
    }

    private void paragraph(String paragraph, boolean nearEnd) {
        Matcher marker = MARKER.matcher(paragraph);
        if (!marker.matches()) {
            if (paragraph.matches("^[\\p{Lu}\\s\\d,\\-–]+$")) {
                return;
            }
            boolean closing = nearEnd && CLOSING.matcher(paragraph).matches();
            content(closing ? path.afterLast() : path.nextBullet(), paragraph, List.of());
            return;
        }
        String text = marker.group(5);
        String place = path.enter(marker);
        if (isHeading(text)) {
            path.title(text);
        } else {
            content(place, text, List.of());
        }
    }

    private static boolean isHeading(String text) {
        return !text.matches(".*[.;]$|.*/\\.$") && !text.contains("%") || text.endsWith(":");
    }

    private void content(String place, String text, List<String> inherited) {
        if (text.contains("%")) {
            targets.addAll(Targets.of(place, text, path.horizon()));
        }
        if (path.titled(NO_DUTIES)) {
            return;
        }
        List<Provision> found = new ArrayList<>();
        List<String> assignees = new ArrayList<>(inherited);
        for (String sentence : sentences(text)) {
            for (String part : parts(sentence)) {
                Provision provision = duty(part, assignees);
                if (provision != null) {
                    found.add(provision);
                    if (!provision.assigneesImplicit()) {
                        assignees = new ArrayList<>(provision.assignees());
                    }
                }
            }
        }
        for (int i = 0; i < found.size(); i++) {
            String at = found.size() == 1 ? place : place + "." + (i + 1);
            provisions.add(withPath(found.get(i), at));
        }
    }

    private static List<String> sentences(String text) {
        return List.of(text.replaceAll("\\./\\.$|\\.$", "").split("(?<=[\\p{Ll}\\p{Lu})\\d])\\. (?=\\p{Lu})"));
    }

    /** A semicolon divides duties where somebody else is named after it. */
    private static List<String> parts(String sentence) {
        List<String> parts = new ArrayList<>();
        for (String piece : sentence.split("; ")) {
            boolean ownActor = !Bodies.opening(piece).phrases().isEmpty()
                    && DUTY.matcher(piece.substring(Bodies.opening(piece).length()))
                            .find();
            if (parts.isEmpty()
                    || ownActor && DUTY.matcher(deed(parts.getLast())).find()) {
                parts.add(piece);
            } else {
                parts.set(parts.size() - 1, parts.getLast() + "; " + piece);
            }
        }
        return parts;
    }

    /** The sentence from whoever it calls upon; all of it if it calls upon nobody. */
    private static String fromCall(String sentence) {
        Matcher call = CALL.matcher(sentence);
        while (call.find()) {
            String after = sentence.substring(call.end());
            if (!Bodies.opening(after).phrases().isEmpty()) {
                return after;
            }
        }
        return sentence;
    }

    private static String deed(String sentence) {
        String rest = fromCall(sentence);
        return rest.substring(Bodies.opening(rest).length());
    }

    private @Nullable Provision duty(String sentence, List<String> inherited) {
        String rest = fromCall(sentence);
        boolean called = !rest.equals(sentence);
        if (!called && BASIS.matcher(sentence).find()) {
            return null;
        }
        Bodies.Opening opening = Bodies.opening(rest);
        String deed = rest.substring(opening.length());
        if (!DUTY.matcher(deed).find()) {
            return null;
        }
        TimeLimit limit = TimeLimits.of(deed);
        String kind = kind(deed);
        if (called
                && limit.kind() == TimeLimit.Kind.NONE
                && kind == null
                && EMPTY_CALL.matcher(deed).find()) {
            return null;
        }
        if (kind != null && kind.equals("PERIODIC_REPORT")) {
            int report = deed.indexOf("báo cáo kết quả");
            deed = report > 0 && !deed.toLowerCase(Locale.ROOT).startsWith("định kỳ") ? deed.substring(report) : deed;
        }
        boolean implicit = opening.phrases().isEmpty();
        List<String> assignees = !implicit ? opening.phrases() : inherited.isEmpty() ? addressees : inherited;
        return new Provision("", shortened(deed), assignees, cooperating(deed), implicit, limit, kind, reportTo(deed));
    }

    private static String shortened(String deed) {
        String text = TAIL.split(deed)[0].strip();
        return text.length() < 20 ? deed.strip() : text;
    }

    private static List<String> cooperating(String deed) {
        Matcher matcher = COOPERATING.matcher(deed);
        return matcher.find() ? Bodies.anywhere(matcher.group(1)) : List.of();
    }

    private static List<String> reportTo(String deed) {
        Matcher matcher = REPORT_TO.matcher(deed);
        List<String> bodies = new ArrayList<>();
        while (matcher.find()) {
            Matcher body = Pattern.compile(Bodies.ISSUER).matcher(matcher.group(1));
            while (body.find()) {
                bodies.add(body.group());
            }
        }
        return bodies;
    }

    private static @Nullable String kind(String deed) {
        String text = deed.toLowerCase(Locale.ROOT);
        if (text.contains("vấn đề phát sinh") && text.contains("báo cáo")) {
            return text.contains("đôn đốc") ? "SUPERVISION" : "AD_HOC_REPORT";
        }
        if (text.matches(".*tổng hợp,? báo cáo.*") && !text.contains("lồng ghép")) {
            return "AGGREGATION";
        }
        if (text.contains("báo cáo kết quả")) {
            return "PERIODIC_REPORT";
        }
        if (text.matches(".*(đôn đốc|giám sát|thanh tra, kiểm tra|kiểm tra, ).*")) {
            return "SUPERVISION";
        }
        if (text.matches(".*(thi đua|đánh giá, xếp loại).*")) {
            return "EVALUATION";
        }
        return text.contains("xây dựng kế hoạch") || text.contains("xây dựng các kế hoạch") ? "PLANNING" : null;
    }

    private static Provision withPath(Provision it, String place) {
        return new Provision(
                place,
                it.text(),
                it.assignees(),
                it.cooperating(),
                it.assigneesImplicit(),
                it.limit(),
                it.kind(),
                it.reportTo());
    }
}
