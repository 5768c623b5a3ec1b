package vn.dondoc.documents.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and symbols in both grammars. State: {@code 4709/UBND-KSTT}, {@code 5158/QĐ-UBND}, {@code 137/2024/QH15}
 * (Nghị định 30/2020/NĐ-CP). Party: {@code 05-NQ/TU}, {@code 453-KL/TU} (Hướng dẫn 36-HD/VPTW).
 */
final class DocumentNumbers {

    private static final String PARTY = "\\d{1,5}\\s*-\\s*[A-ZĐ][A-Za-zĐđ]{0,4}\\s*/\\s*[A-ZĐƯ][A-ZĐƯa-z]+";
    private static final String STATE =
            "\\d{1,5}\\s*/\\s*(?:\\d{4}\\s*/\\s*)?[A-ZĐ][A-Za-zĐđ]*\\d*(?:\\s*-\\s*[A-ZĐ][A-Za-zĐđ]*\\d*)*";

    /** Either grammar. One group. */
    static final String NUMBER = "(" + PARTY + "|" + STATE + ")";

    private static final Pattern WHOLE = Pattern.compile(NUMBER);
    private static final Map<String, String> TYPES = new LinkedHashMap<>();
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        TYPES.put("NQ", "NGHI_QUYET");
        TYPES.put("QĐ", "QUYET_DINH");
        TYPES.put("CT", "CHI_THI");
        TYPES.put("KH", "KE_HOACH");
        TYPES.put("KL", "KET_LUAN");
        TYPES.put("TB", "THONG_BAO");
        TYPES.put("HD", "HUONG_DAN");
        TYPES.put("BC", "BAO_CAO");
        TYPES.put("TTr", "TO_TRINH");
        TYPES.put("CTr", "CHUONG_TRINH");
        TYPES.put("ĐA", "DE_AN");
        TYPES.put("CĐ", "CONG_DIEN");
        TYPES.put("NĐ", "NGHI_DINH");
        TYPES.put("TT", "THONG_TU");
        TYPES.put("CV", "CONG_VAN");
        WORDS.put("nghị quyết", "NGHI_QUYET");
        WORDS.put("quyết định", "QUYET_DINH");
        WORDS.put("chỉ thị", "CHI_THI");
        WORDS.put("kế hoạch", "KE_HOACH");
        WORDS.put("kết luận", "KET_LUAN");
        WORDS.put("thông báo", "THONG_BAO");
        WORDS.put("hướng dẫn", "HUONG_DAN");
        WORDS.put("báo cáo", "BAO_CAO");
        WORDS.put("tờ trình", "TO_TRINH");
        WORDS.put("chương trình", "CHUONG_TRINH");
        WORDS.put("đề án", "DE_AN");
        WORDS.put("công điện", "CONG_DIEN");
        WORDS.put("nghị định", "NGHI_DINH");
        WORDS.put("thông tư", "THONG_TU");
        WORDS.put("quy định", "QUY_DINH");
        WORDS.put("quy chế", "QUY_CHE");
        WORDS.put("thông tri", "THONG_TRI");
        WORDS.put("luật", "LUAT");
        WORDS.put("công văn", "CONG_VAN");
        WORDS.put("văn bản", "CONG_VAN");
    }

    private DocumentNumbers() {}

    /** The words that introduce a number, as a regular expression without groups. */
    static String typeWords() {
        return "(?:" + String.join("|", WORDS.keySet()) + ")";
    }

    /** Without blanks, and with the one spelling of TU. */
    static String canonical(String raw) {
        return raw.replaceAll("\\s+", "").replace("/TƯ", "/TU");
    }

    static Optional<String> first(String text) {
        Matcher matcher = WHOLE.matcher(text);
        return matcher.find() ? Optional.of(canonical(matcher.group(1))) : Optional.empty();
    }

    /** The type that a canonical number says, or that of a letter if it names none. */
    static @Nullable String typeOf(@Nullable String number, @Nullable String word) {
        if (word != null) {
            String known = WORDS.get(word.toLowerCase(java.util.Locale.ROOT));
            if (known != null && !known.equals("CONG_VAN")) {
                return known;
            }
        }
        if (number == null) {
            return null;
        }
        for (String part : number.split("[/-]")) {
            if (TYPES.containsKey(part)) {
                return TYPES.get(part);
            }
        }
        return number.matches(".*QH\\d+") ? "NGHI_QUYET" : "CONG_VAN";
    }
}
