package vn.dondoc.documents.intake.head;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.DocumentType;

/**
 * Types, numbers and symbols in both grammars. State: {@code 4709/UBND-KSTT}, {@code 5158/QĐ-UBND}, {@code
 * 137/2024/QH15} (Nghị định 30/2020/NĐ-CP, Phụ lục III). Party: {@code 05-NQ/TU}, {@code 453-KL/TU} (Hướng dẫn
 * 36-HD/VPTW).
 */
public final class DocumentNumbers {

    private static final String WORD = "[A-ZĐƯ][A-Za-zĐđƯư]*\\d*";
    private static final String PARTY =
            "\\d{1,5}\\s?[-–]\\s?[A-ZĐ][A-Za-zĐđ]{0,4}\\s?/\\s?" + WORD + "(?:\\s?[-–.]\\s?" + WORD + "){0,200}";
    private static final String STATE = "\\d{1,5}[a-z]?\\s?/\\s?(?:\\d{4}\\s?/\\s?)?" + WORD + "(?:\\s?[-–.]\\s?" + WORD
            + "|\\s?&\\s?" + WORD + "){0,200}";

    /** Either grammar. One group. */
    public static final String NUMBER = "(" + PARTY + "|" + STATE + ")(?![\\p{L}\\d])";

    private static final Map<String, DocumentType> SYMBOLS = new LinkedHashMap<>();
    private static final Map<String, DocumentType> WORDS = new LinkedHashMap<>();
    private static final Map<String, String> DEPARTMENTS = Map.ofEntries(
            Map.entry("SNV", "Nội vụ"),
            Map.entry("STC", "Tài chính"),
            Map.entry("STP", "Tư pháp"),
            Map.entry("SYT", "Y tế"),
            Map.entry("SCT", "Công Thương"),
            Map.entry("SXD", "Xây dựng"),
            Map.entry("SDL", "Du lịch"),
            Map.entry("SGDĐT", "Giáo dục và Đào tạo"),
            Map.entry("SKHCN", "Khoa học và Công nghệ"),
            Map.entry("SKHĐT", "Kế hoạch và Đầu tư"),
            Map.entry("SNNMT", "Nông nghiệp và Môi trường"),
            Map.entry("SNNPTNT", "Nông nghiệp và Phát triển nông thôn"),
            Map.entry("STNMT", "Tài nguyên và Môi trường"),
            Map.entry("STTTT", "Thông tin và Truyền thông"),
            Map.entry("SGTVT", "Giao thông vận tải"),
            Map.entry("SLĐTBXH", "Lao động - Thương binh và Xã hội"),
            Map.entry("SVHTTDL", "Văn hóa, Thể thao và Du lịch"));

    static {
        String[] symbols = {
            "NQ=NGHI_QUYET",
            "QĐ=QUYET_DINH",
            "CT=CHI_THI",
            "QC=QUY_CHE",
            "QyĐ=QUY_DINH",
            "QĐi=QUY_DINH",
            "TC=THONG_CAO",
            "TB=THONG_BAO",
            "HD=HUONG_DAN",
            "CTr=CHUONG_TRINH",
            "KH=KE_HOACH",
            "PA=PHUONG_AN",
            "ĐA=DE_AN",
            "DA=DU_AN",
            "BC=BAO_CAO",
            "BB=BIEN_BAN",
            "TTr=TO_TRINH",
            "HĐ=HOP_DONG",
            "CĐ=CONG_DIEN",
            "BGN=BAN_GHI_NHO",
            "BTT=BAN_THOA_THUAN",
            "GUQ=GIAY_UY_QUYEN",
            "GM=GIAY_MOI",
            "GGT=GIAY_GIOI_THIEU",
            "GNP=GIAY_NGHI_PHEP",
            "PG=PHIEU_GUI",
            "PC=PHIEU_CHUYEN",
            "PB=PHIEU_BAO",
            "NĐ=NGHI_DINH",
            "TT=THONG_TU",
            "TTLT=THONG_TU_LIEN_TICH",
            "KL=KET_LUAN",
            "CV=CONG_VAN",
            "L=LUAT",
            "PL=PHAP_LENH",
            "VBHN=VAN_BAN_HOP_NHAT"
        };
        for (String it : symbols) {
            SYMBOLS.put(it.substring(0, it.indexOf('=')), DocumentType.valueOf(it.substring(it.indexOf('=') + 1)));
        }
        String[] words = {
            "nghị quyết=NGHI_QUYET",
            "quyết định=QUYET_DINH",
            "chỉ thị=CHI_THI",
            "quy chế=QUY_CHE",
            "quy định=QUY_DINH",
            "thông cáo=THONG_CAO",
            "thông báo=THONG_BAO",
            "hướng dẫn=HUONG_DAN",
            "chương trình=CHUONG_TRINH",
            "kế hoạch=KE_HOACH",
            "phương án=PHUONG_AN",
            "đề án=DE_AN",
            "dự án=DU_AN",
            "báo cáo=BAO_CAO",
            "biên bản=BIEN_BAN",
            "tờ trình=TO_TRINH",
            "hợp đồng=HOP_DONG",
            "công văn=CONG_VAN",
            "công điện=CONG_DIEN",
            "bản ghi nhớ=BAN_GHI_NHO",
            "bản thỏa thuận=BAN_THOA_THUAN",
            "giấy ủy quyền=GIAY_UY_QUYEN",
            "giấy mời=GIAY_MOI",
            "giấy giới thiệu=GIAY_GIOI_THIEU",
            "giấy nghỉ phép=GIAY_NGHI_PHEP",
            "phiếu gửi=PHIEU_GUI",
            "phiếu chuyển=PHIEU_CHUYEN",
            "phiếu báo=PHIEU_BAO",
            "thư công=THU_CONG",
            "kết luận=KET_LUAN",
            "thông tri=THONG_TRI",
            "nghị định=NGHI_DINH",
            "thông tư liên tịch=THONG_TU_LIEN_TICH",
            "thông tư=THONG_TU",
            "bộ luật=LUAT",
            "luật=LUAT",
            "pháp lệnh=PHAP_LENH",
            "văn bản=CONG_VAN"
        };
        for (String it : words) {
            WORDS.put(it.substring(0, it.indexOf('=')), DocumentType.valueOf(it.substring(it.indexOf('=') + 1)));
        }
    }

    private static final Pattern TITLE = Pattern.compile(
            "^(" + String.join("|", WORDS.keySet()) + ")(?![\\p{L}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private DocumentNumbers() {}

    /** The department that a symbol names as the one that issues or drafts: {@code HD-SNV}, {@code SNNMT-CCTL}. */
    static @Nullable String departmentOf(@Nullable String symbol) {
        if (symbol == null) {
            return null;
        }
        for (String part : symbol.split("[/.&-]")) {
            String field = DEPARTMENTS.get(part);
            if (field != null) {
                return "Sở " + field;
            }
        }
        return null;
    }

    /** The words that introduce a number, as a regular expression without groups. */
    static String typeWords() {
        return "(?:" + String.join("|", WORDS.keySet()) + ")";
    }

    /** What stands after the running number. */
    static String symbol(String number) {
        return number.replaceFirst("^\\d+[a-z]?[/-](?:\\d{4}/)?", "");
    }

    /** The type that a word says; {@code null} for words that say none. */
    static @Nullable DocumentType typeOfWord(@Nullable String word) {
        return word == null ? null : WORDS.get(word.toLowerCase(Locale.ROOT));
    }

    /** The type that a title in capitals opens with. */
    static @Nullable DocumentType typeOfTitle(String line) {
        Matcher matcher = TITLE.matcher(line);
        return matcher.find() ? WORDS.get(matcher.group(1).toLowerCase(Locale.ROOT)) : null;
    }

    /** The type that a canonical number says by its symbol; a letter if it names a unit that drafted. */
    public static DocumentType typeOfNumber(String number) {
        String symbol = symbol(number);
        boolean party = number.matches("^\\d+[-–].*");
        DocumentType type =
                party && symbol.startsWith("TT/") ? DocumentType.THONG_TRI : SYMBOLS.get(symbol.split("[/.-]")[0]);
        if (type != null) {
            return type;
        }
        if (number.matches(".*/QH\\d+")) {
            return DocumentType.NGHI_QUYET;
        }
        return DocumentType.CONG_VAN;
    }

    /** Whether a token that looks like a number can be one: "24/7" and "3/4" cannot. */
    public static boolean isPlausible(String canonical) {
        return canonical.matches(".*\\p{Lu}{2}.*") || canonical.matches(".*/\\p{Lu}\\p{L}*-\\p{Lu}.*");
    }
}
