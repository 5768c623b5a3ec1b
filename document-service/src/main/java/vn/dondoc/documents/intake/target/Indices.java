package vn.dondoc.documents.intake.target;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The indices by which provinces are measured: PAR INDEX, SIPAS, PAPI, PCI, DTI, DDCI. */
final class Indices {

    private static final Map<String, Pattern> INDICES = new LinkedHashMap<>();

    static {
        INDICES.put("PAR_INDEX", Pattern.compile("[Cc]hỉ số cải cách hành chính|(?i:par\\s?[- ]?index)"));
        INDICES.put("SIPAS", Pattern.compile("[Cc]hỉ số hài lòng[^,;.(]*(?:, tổ chức[^,;.(]*)?|SIPAS"));
        INDICES.put("PAPI", Pattern.compile("[Cc]hỉ số hiệu quả quản trị[^,;.(]*|PAPI"));
        INDICES.put("DDCI", Pattern.compile("DDCI"));
        INDICES.put("PCI", Pattern.compile("[Cc]hỉ số năng lực cạnh tranh cấp tỉnh|(?<![\\p{L}])PCI"));
        INDICES.put("DTI", Pattern.compile("[Cc]hỉ số chuyển đổi số[^,;.(]*|(?<![\\p{L}])DTI"));
    }

    private Indices() {}

    /** Their names as the text has them, by code. */
    static Map<String, String> in(String text) {
        Map<String, String> named = new LinkedHashMap<>();
        INDICES.forEach((code, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                named.put(code, matcher.group().strip());
            }
        });
        return named;
    }

    /** The code of the one that a text names; {@code null} if it names none or several. */
    static @Nullable String only(String text) {
        Map<String, String> named = in(text);
        return named.size() == 1 ? named.keySet().iterator().next() : null;
    }
}
