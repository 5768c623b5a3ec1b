package vn.dondoc.documents.intake.lexicon;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of places and of bodies, written as they are in running text although the heading has them in capitals. */
public final class Names {

    private static final Set<String> CITIES = Set.of("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế");

    /** Words of a body's name that are written in capitals inside it. */
    private static final String[] PROPER = {
        "Nội vụ",
        "Tài chính",
        "Tư pháp",
        "Y tế",
        "Công Thương",
        "Xây dựng",
        "Du lịch",
        "Ngoại vụ",
        "Ngoại giao",
        "Quốc phòng",
        "Công an",
        "Tài nguyên và Môi trường",
        "Nông nghiệp và Phát triển nông thôn",
        "Nông nghiệp và Môi trường",
        "Thông tin và Truyền thông",
        "Kế hoạch và Đầu tư",
        "Giáo dục và Đào tạo",
        "Khoa học và Công nghệ",
        "Lao động - Thương binh và Xã hội",
        "Văn hóa, Thể thao và Du lịch",
        "Văn hóa và Thể thao",
        "Giao thông vận tải",
        "Dân tộc và Tôn giáo",
        "Đảng bộ",
        "Đảng ủy",
        "Tỉnh ủy",
        "Thành ủy",
        "Huyện ủy",
        "Thị ủy",
        "Thường vụ",
        "Quốc hội",
        "Chính phủ",
        "Chấp hành",
        "Trung ương",
        "Nhà nước",
        "Việt Nam",
        "Tổ chức",
        "Tuyên giáo",
        "Dân vận",
        "Nội chính",
        "Kiểm tra",
        "Ủy ban",
        "MTTQ",
        "Mặt trận Tổ quốc",
        "Liên hiệp Phụ nữ",
        "Nông dân",
        "Cựu chiến binh",
        "TNCS Hồ Chí Minh",
        "Cộng sản",
        "Lao động"
    };

    /** The names of departments as newspapers shorten them. */
    private static final Map<String, String> SHORT_FIELDS = Map.ofEntries(
            Map.entry("LĐ-?TB ?(?:&|và|-)? ?XH", "Lao động - Thương binh và Xã hội"),
            Map.entry("GTVT", "Giao thông vận tải"),
            Map.entry("TN ?(?:&|và|-)? ?MT", "Tài nguyên và Môi trường"),
            Map.entry("NN ?(?:&|và|-)? ?PTNT", "Nông nghiệp và Phát triển nông thôn"),
            Map.entry("NN ?(?:&|và|-)? ?MT", "Nông nghiệp và Môi trường"),
            Map.entry("GD ?(?:&|và|-)? ?ĐT", "Giáo dục và Đào tạo"),
            Map.entry("KH ?(?:&|và|-)? ?ĐT", "Kế hoạch và Đầu tư"),
            Map.entry("KH ?(?:&|và|-)? ?CN", "Khoa học và Công nghệ"),
            Map.entry("TT ?(?:&|và|-)? ?TT", "Thông tin và Truyền thông"),
            Map.entry("VH,? ?TT ?(?:&|và|-)? ?DL", "Văn hóa, Thể thao và Du lịch"));

    private final List<String> provinces;

    public Names() {
        provinces = provinceNames();
    }

    boolean isProvince(String name) {
        return provinces.contains(name);
    }

    public static boolean isCity(@Nullable String province) {
        return province != null && CITIES.contains(province);
    }

    /** The province named most, weighing where it is called one. */
    @Nullable
    public String province(String text) {
        String best = null;
        int most = 0;
        for (String name : provinces) {
            int count = occurrences(text, name)
                    + 2 * occurrences(text, "tỉnh " + name)
                    + 2 * occurrences(text, name.toUpperCase(Locale.ROOT));
            if (count > most) {
                most = count;
                best = name;
            }
        }
        return best;
    }

    private static int occurrences(String text, String name) {
        int count = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            int end = at + name.length();
            boolean whole = end == text.length() || !Character.isLetter(text.charAt(end));
            count += whole ? 1 : 0;
        }
        return count;
    }

    /** The province that a place or a body's name contains. */
    @Nullable
    public String provinceIn(String text) {
        for (String name : provinces) {
            if (occurrences(text, name) + occurrences(text, name.toUpperCase(Locale.ROOT)) > 0) {
                return name;
            }
        }
        return null;
    }

    /** "ỦY BAN NHÂN DÂN TỈNH LÀO CAI" as "Ủy ban nhân dân tỉnh Lào Cai". */
    public String inRunningText(String capitals) {
        String name = capitals.replaceAll("\\bUBND\\b", "ỦY BAN NHÂN DÂN")
                .replaceAll("\\bHĐND\\b", "HỘI ĐỒNG NHÂN DÂN")
                .replaceAll("\\bBCH\\b", "BAN CHẤP HÀNH")
                .toLowerCase(Locale.ROOT)
                .replace("uỷ", "ủy")
                .replaceAll("hoà(?![\\p{L}])", "hòa")
                .replaceAll("\\s+", " ")
                .strip();
        for (String proper : PROPER) {
            name = replaceWord(name, proper);
        }
        for (String province : provinces) {
            name = replaceWord(name, province);
        }
        name = name.replace("ban thường trực", "ban Thường trực").replaceAll("(?<![\\p{L}])ban bí thư", "ban Bí thư");
        Matcher committee = Pattern.compile(
                        "^((?:huyện|thị|quận|thành|đảng|Huyện|Thị|Thành|Đảng) ủy )((?:\\p{L}+ ?){1,4})$")
                .matcher(name);
        if (committee.matches() && !committee.group(2).matches("^(?:xã|phường|khối|các|đặc khu) .*")) {
            name = committee.group(1) + eachWord(committee.group(2));
        }
        Matcher unit = Pattern.compile(
                        "(?<![\\p{L}])(?:huyện(?! ủy)|quận(?! ủy)|thị xã|thành phố|xã(?! hội)|phường|thị trấn|đặc khu|thị) ((?:\\p{L}+ ?){1,4})$")
                .matcher(name);
        if (unit.find()) {
            name = name.substring(0, unit.start(1)) + eachWord(unit.group(1));
        }
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** "Sở LĐ-TBXH" as "Sở Lao động - Thương binh và Xã hội". */
    public String fieldInFull(String body) {
        String full = body;
        for (Map.Entry<String, String> it : SHORT_FIELDS.entrySet()) {
            full = full.replaceAll("(?<=(?:Sở|Bộ) )" + it.getKey() + "(?![\\p{L}])", it.getValue());
        }
        return full;
    }

    private static String replaceWord(String text, String proper) {
        return Pattern.compile(
                        "(?<![\\p{L}])" + Pattern.quote(proper) + "(?![\\p{L}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(proper));
    }

    private static String eachWord(String words) {
        return List.of(words.split(" ")).stream()
                .map(it -> it.isEmpty() ? it : it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static List<String> provinceNames() {
        return WordList.lines(Names.class, "provinces.txt").stream()
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }
}
