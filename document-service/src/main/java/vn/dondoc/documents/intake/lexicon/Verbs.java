package vn.dondoc.documents.intake.lexicon;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that a duty begins with, and that therefore end the name of whoever has it. */
public final class Verbs {

    /** Verbs of doing by their first syllable, longest first. */
    private static final Map<String, List<String>> DOING =
            WordList.lines(Verbs.class, "verbs.txt").stream().collect(Collectors.groupingBy(it -> it.split(" ")[0]));

    /** Words that cannot be part of a body's name, so that they end it wherever they stand. */
    private static final Pattern ALWAYS = Pattern.compile(
            "^(?:chủ trì|phối hợp|cùng|cũng|cần|phải|sẽ|lãnh đạo(?= (?:UBND|Ủy ban|HĐND|chính quyền|việc|thực hiện|tổ chức))|có (?:trách nhiệm|nhiệm vụ|kế hoạch|văn bản|giải pháp)|chịu trách nhiệm|tiếp tục|tăng cường|triển khai|thực hiện|khẩn trương|chủ động|căn cứ|rà soát|tham mưu|báo cáo|đẩy mạnh|đẩy nhanh|nâng cao|nghiêm túc|thường xuyên|kịp thời|đôn đốc|theo dõi|quán triệt|tập trung|trực tiếp|phân công|bố trí|định kỳ|hằng|hàng|duy trì|khôi phục|trình(?! độ)|gửi|lập|cử(?! tri)|mở|công khai|công bố|cập nhật|hoàn thành|hoàn thiện|ban hành|giao(?! thông| dịch)|không|sớm|quan tâm|theo|trong|nếu|khi|để|xem xét|nghiên cứu|sẵn sàng|phát động|tích cực|ưu tiên|huy động|đề xuất|đồng thời|tạo|rút ngắn|đưa|đặt|nhân rộng|niêm yết|tiếp nhận|bổ sung|lồng ghép|đề cao|tự|bám sát|nắm|số hóa|số hoá|sử dụng|được|trên cơ sở|thông qua|nhằm|bằng|từ(?! \\p{Lu})|đã|đang|chưa|là|có (?=\\d|biện pháp|báo cáo|ý kiến|hướng dẫn|hình thức|phương án|công văn|nhiều|đủ|thể|tỷ lệ|kết quả|sự|các|một)|tháo gỡ|kiểm đếm|tổng kiểm tra|cấm|đắp|tự|vào cuộc|nhất là|đặc biệt|mà |phải|ngay|làm việc với|hoàn tất|tiêm phòng|kiên quyết|nhắc nhở)(?![\\p{L}])");

    /** What begins as a verb and is a name. */
    private static final Pattern NAMES = Pattern.compile(
            "^(?:nhân (?:dân|sự|viên|lực)|chi (?:bộ|đoàn|cục|nhánh|hội|đảng)|làm việc|phân (?:hiệu|viện|xưởng)|điều (?:hành|phối)|quản trị|thường trực|trực thuộc|kết hợp quân|giao (?:thông|dịch|ban))");

    /** What may stand before the verb of a duty: how, when, on what grounds. */
    private static final Pattern BEFORE = Pattern.compile(
            "^(?:cần|phải|cũng|sẽ|cùng|và|đồng thời,?|tuyệt đối|quá thời hạn [^,]{2,20},|ngay|trực tiếp|được (?:giao|yêu cầu|đề nghị|phân công|chỉ đạo)(?: nhiệm vụ| trách nhiệm| phải| tiếp tục)?|có nhiệm vụ|(?:định kỳ )?(?:0?6 tháng(?:,| và)? ?(?:cuối |hằng |cả )?năm|(?:h[àằ]ng|mỗi) (?:ngày|tuần|tháng|quý|năm)),?|tập trung|trong đó,?|ngoài ra,?|ngay sau [^,]{5,60},|trước mắt,?|trước ngày [^,]{4,30},|(?:trong|sau khi|trước khi|vào) [^,:;]{3,70},|chậm nhất [^,]{4,40},|trong (?:tháng|quý|năm|thời hạn) [^,]{1,60},|đến hết [^,]{4,30},|từ [^,]{3,50},|khi [^,]{5,80},|đối với [^,:]{5,140}[,:]|trên cơ sở [^,]{5,140},|theo (?:chức năng|thẩm quyền)[^,]{0,60},|căn cứ [^,]{5,160},|thông qua [^,]{5,80},)\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LONGEST_GROUND = 60;

    /** Words for doing that name what an office is for as well, as in "cơ quan truyền thông". */
    private static final Pattern NOUNISH = Pattern.compile(
            "^(?:truyền thông|thông tin (?:và|đại chúng|truyền thông)|quản lý (?:nhà nước|thuế|dự án)|giáo dục|đào tạo|báo chí|tố tụng|tổ chức cán bộ|thuế|chuyên môn|chức năng)(?![\\p{L}])");

    private Verbs() {}

    /** Whether a text opens with a word that may go on naming an office. */
    static boolean mayName(String text) {
        return NOUNISH.matcher(text).find();
    }

    /** Whether a text opens with a word that ends a name before it; {@code unclear} words are taken for verbs as well. */
    public static boolean ends(String text, boolean unclear) {
        return ALWAYS.matcher(text).find()
                || unclear
                        && !text.isEmpty()
                        && Character.isLowerCase(text.codePointAt(0))
                        && opens(text)
                        && !NAMES.matcher(text).find();
    }

    /** Whether a text opens with a verb of doing, whatever its case. A verb of several syllables may have lost its last blank. */
    public static boolean opens(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        List<String> candidates = DOING.get(text.substring(0, end).toLowerCase(Locale.ROOT));
        if (candidates == null) {
            return false;
        }
        for (String verb : candidates) {
            if (text.regionMatches(true, 0, verb, 0, verb.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text tells somebody to do something: a verb of doing, after how, when and on what grounds. */
    public static boolean does(String text) {
        String rest = text;
        while (true) {
            if (opens(rest)) {
                return true;
            }
            if (rest.regionMatches(true, 0, "theo ", 0, 5) && opensAfterGround(rest)) {
                return true;
            }
            Matcher before = BEFORE.matcher(rest);
            if (!before.find()) {
                return false;
            }
            rest = rest.substring(before.end());
        }
    }

    /** "theo lĩnh vực được phân công trực tiếp chỉ đạo" has no comma after its ground. */
    private static boolean opensAfterGround(String text) {
        for (int blank = text.indexOf(' ', 8);
                blank > 0 && blank < LONGEST_GROUND;
                blank = text.indexOf(' ', blank + 1)) {
            if (text.substring(0, blank).indexOf(';') >= 0) {
                return false;
            }
            if (opens(text.substring(blank + 1))) {
                return true;
            }
        }
        return false;
    }
}
