package vn.dondoc.documents.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bodies that issue documents and the phrases that name who must act. */
final class Bodies {

    /** Fields of administration, as departments and ministries are named after them. */
    private static final String FIELDS =
            "(?:Nội vụ|Tài chính|Tư pháp|Y tế|Công Thương|Công thương|Xây dựng|Du lịch|Ngoại vụ|Ngoại giao"
                    + "|Tài nguyên và Môi trường|Nông nghiệp và Phát triển nông thôn|Nông nghiệp và Môi trường|Thông tin và Truyền thông"
                    + "|Kế hoạch và Đầu tư|Giáo dục và Đào tạo|Khoa học và Công nghệ|Lao động - Thương binh và Xã hội"
                    + "|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao|Giao thông vận tải|Dân tộc và Tôn giáo|Quốc phòng|Công an)";

    /** A body that issues documents. No groups. */
    static final String ISSUER =
            "(?:Ban Chấp hành (?:Trung ương|Đảng bộ tỉnh)|Ban Thường vụ (?:Tỉnh|Thành) ủy|Ban Bí thư|Bộ Chính trị|Tỉnh ủy|Thành ủy"
                    + "|Thủ tướng Chính phủ|Chính phủ|Quốc hội|Ủy ban Thường vụ Quốc hội"
                    + "|Chủ tịch (?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố)|(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân) (?:tỉnh|thành phố)"
                    + "|Văn phòng Chính phủ|Bộ trưởng Bộ " + FIELDS + "|Bộ " + FIELDS + "|Sở " + FIELDS + ")";

    private static final String HEADS =
            "(?:[Nn]gười đứng đầu|[Tt]hủ trưởng|[Gg]iám đốc(?: \\(Thủ trưởng\\))?|[Cc]hủ tịch|[Bb]í thư|[Ll]ãnh đạo) ";
    private static final String PLURAL = "(?:[Cc]ác |[Nn]hững )?";

    /** Who acts, longest alternatives first. */
    private static final Pattern ASSIGNEE = Pattern.compile("(?:(?:" + HEADS + ")?" + PLURAL + "(?:"
            + "[Ss]ở, [Bb]an,? [Nn]gành(?:, đoàn thể)?(?: cấp tỉnh)?"
            + "|[Bb]an, ngành(?: cấp tỉnh)?"
            + "|[Ss]ở, ngành(?:, địa phương)?"
            + "|[Ss]ở(?=[,;])"
            + "|[Cc]ơ quan, đơn vị(?:, địa phương)?"
            + "|[Cc]ơ quan chịu trách nhiệm chủ trì, phối hợp"
            + "|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân) (?:các |cấp )(?:huyện|thành phố|thị xã|xã|phường)(?:, (?:huyện|thành phố|thị xã|xã|phường|thị trấn))*"
            + ")"
            + "|Sở " + FIELDS
            + "|Văn phòng (?:UBND tỉnh|Ủy ban nhân dân tỉnh|Tỉnh ủy)|Thanh tra tỉnh|Ban Dân tộc|Ban Quản lý [\\p{L} ]{5,50}?(?=[,;:])"
            + "|Đài Phát thanh và Truyền hình(?: tỉnh)?|Báo [\\p{Lu}]\\p{L}+ [\\p{Lu}]\\p{L}+|Cổng [Tt]hông tin điện tử tỉnh|Trung tâm Phục vụ hành chính công tỉnh"
            + "|Cấp ủy(?: đảng)? các cấp|Chính quyền các cấp|Hội đồng nhân dân các cấp|[Ủủ]y ban nhân dân các cấp|Các cấp ủy, tổ chức đảng"
            + "|Đảng đoàn (?:Hội đồng nhân dân|Mặt trận Tổ quốc) tỉnh|Ban cán sự đảng Ủy ban nhân dân tỉnh|Ban (?:Tuyên giáo|Dân vận|Tổ chức|Nội chính) Tỉnh ủy"
            + "|Các ban Đảng|Ủy ban Kiểm tra|Mặt trận Tổ quốc(?: Việt Nam)?(?: tỉnh)?|MTTQ|[Cc]ác tổ chức chính trị - xã hội|[Cc]ơ quan thường trực"
            + ")");

    private static final Map<String, String> AUTHORITIES = new LinkedHashMap<>();

    static {
        AUTHORITIES.put("HỘI ĐỒNG NHÂN DÂN", "Hội đồng nhân dân tỉnh");
        AUTHORITIES.put("ỦY BAN NHÂN DÂN", "Ủy ban nhân dân tỉnh");
        AUTHORITIES.put("UỶ BAN NHÂN DÂN", "Ủy ban nhân dân tỉnh");
        AUTHORITIES.put("BAN CHẤP HÀNH ĐẢNG BỘ", "Ban Chấp hành Đảng bộ tỉnh");
        AUTHORITIES.put("BAN THƯỜNG VỤ", "Ban Thường vụ Tỉnh ủy");
        AUTHORITIES.put("TỈNH ỦY", "Tỉnh ủy");
    }

    private Bodies() {}

    /** The assignees that open {@code text}, and the length they take up. */
    record Opening(List<String> phrases, int length) {}

    /** Reads assignees standing at the very beginning, with the commas, semicolons and "và" between them. */
    static Opening opening(String text) {
        List<String> phrases = new ArrayList<>();
        int at = 0;
        Matcher matcher = ASSIGNEE.matcher(text);
        while (matcher.find(at) && text.substring(at, matcher.start()).matches("(?:[,;:]? ?(?:và )?)?")) {
            phrases.add(matcher.group());
            at = matcher.end();
            matcher = ASSIGNEE.matcher(text);
        }
        while (at < text.length() && ",;: ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return new Opening(phrases, phrases.isEmpty() ? 0 : at);
    }

    /** All assignee phrases anywhere in {@code text}. */
    static List<String> anywhere(String text) {
        List<String> phrases = new ArrayList<>();
        Matcher matcher = ASSIGNEE.matcher(text);
        while (matcher.find()) {
            phrases.add(matcher.group());
        }
        return phrases;
    }

    /** The issuing body named by a line in capitals, in full with its province. */
    static Optional<String> issuerOf(String capitals, @Nullable String province) {
        for (Map.Entry<String, String> it : AUTHORITIES.entrySet()) {
            if (capitals.contains(it.getKey())) {
                return Optional.of(province == null ? it.getValue() : it.getValue() + " " + province);
            }
        }
        return Optional.empty();
    }
}
