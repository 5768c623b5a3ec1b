package vn.dondoc.documents.intake.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is named where a text begins: known names of bodies, and names that begin as bodies' names do and end where a deed
 * begins.
 */
public final class Actors {

    private static final Pattern GLUE = Pattern.compile("[,;]? ?(?:và (?:cùng )?|cùng với |cùng |hoặc )|[,;] ?| ?/ ?");

    private static final String PLURAL = "(?:[Cc]ác |[Nn]hững |[Mm]ỗi |[Tt]ừng |[Tt]oàn thể |[Tt]ất cả các )?";
    private static final String HEAD =
            "(?:(?:[Tt]ập thể [Ll]ãnh đạo |Lãnh đạo (?=các (?:sở|cơ quan|đơn vị|ban|phòng) )|[Nn]gười đứng đầu |[Tt]hủ trưởng |[Đđ]ại diện |(?:Phó )?[Gg]iám đốc |(?:Phó )?[Cc]hủ tịch |(?:Phó )?Thủ tướng |(?:Phó )?[Bb]í thư |[Cc]hánh |[Tt]rưởng |[Cc]ục trưởng |[Cc]hi cục trưởng |[Hh]iệu trưởng |[Cc]hỉ huy trưởng |[Tt]ổng [Gg]iám đốc |[Hh]ạt trưởng |[Bb]ộ trưởng |[Vv]iện trưởng |[Cc]hánh án |[Tt]ổng biên tập |[Cc]án bộ |[Tt]hành viên )(?:các )?)?";

    /** How the names of bodies begin. What else begins with the same syllable is shut out. */
    private static final String NOUN =
            "(?:Sở|Bộ(?! phận(?! (?:Một|[Tt]iếp))| máy| tiêu chí| chỉ số| câu hỏi| Luật)|Ban(?! hành)"
                    + "|[UỦ][ỷy] ban|UBND|HĐND|UBMTTQ|MTTQ|UBMT|LĐLĐ|CĐCS|BHXH|BCĐ|BQL|BCH|TTYT|KBNN|NHNN|VKSND|TAND|LHPN|Hội đồng|Công an(?! toàn)|Hội(?! nghị| thảo| họp| nhập| thi| trường| chợ)|Đoàn(?! kết| viên| thể)"
                    + "|Liên đoàn|Liên hiệp|Liên minh|Hiệp hội|Trung tâm|Công ty|Tổng công ty|Tập đoàn|Cục|Tổng cục|Chi cục|Vụ(?! việc| án| mùa)|Báo(?! cáo| động| chí)|Tạp chí|Đài|Cổng"
                    + "|Phòng(?!,| chống| ngừa| trừ| vệ| bệnh| cháy)|Trạm|Bệnh viện|Trường(?! hợp)|Học viện|Viện(?! dẫn)|Đại học|Tổ(?! chức)|Nhà máy|Nhà (?:văn hóa|xuất bản)|Vườn|Hạt|Kho bạc|Quỹ|Ngân hàng|Thành [Đđ]oàn|Tỉnh [Đđ]oàn|Huyện [Đđ]oàn|Thị [Đđ]oàn|Bưu điện|Viễn thông"
                    + "|Tòa án|Viện [Kk]iểm sát|Doanh nghiệp|Hợp tác xã|Đơn vị|Cơ quan|Địa phương|Chủ đầu tư|Chủ rừng|Công chức|Bộ phận (?:Một cửa|[Tt]iếp nhận)|Nhà thầu|Mặt trận|Thanh tra(?= (?:tỉnh|[Tt]hành phố|huyện|quận|[Ss]ở|Bộ|Chính|giao|xây|lao|chuyên))|Văn phòng(?! phẩm)|Đảng (?:ủy|uỷ|đoàn|bộ)|Chi bộ|(?:Tỉnh|Thành|Huyện|Thị|Quận) [uủ][ỷy]"
                    + "|Thường trực|Chính quyền|Tiểu ban|Cấp [uủ][ỷy]|Lực lượng|Khu quản lý|Xã|Phường|Thị trấn|Quận|Huyện|Thị xã|Đặc khu|Khối|Khoa|Chủ rừng|Ấp|Thôn|Khu phố|Tổ trưởng|Thủ trưởng|Kiểm toán|Thi hành án|Kiểm lâm|chi bộ|đảng bộ|cấp [uủ][ỷy]|đảng [uủ][ỷy]|đoàn giám sát|Cảng|Điện lực|Câu lạc bộ|Bảo hiểm|Thuế(?= (?:tỉnh|[Tt]hành phố|cơ sở))|Hải quan|Bộ phận Một cửa|Bộ phận tiếp nhận)";

    private static final String LOW_NOUN =
            "(?:bộ(?=, | ngành)|ban(?=, | (?:quản|chỉ|đảng|của|xây|điều))|ngành(?=[, ])|hội(?=[, ])(?! nghị| thảo| họp)|đoàn thể|trung tâm|công ty|doanh nghiệp|phòng(?=, | (?:chuyên|ban|\\p{Lu}))|trường(?! hợp)|bệnh viện|viện|đơn vị|cơ quan|tổ chức(?= (?:cơ sở|chính trị|đảng|đoàn|hội|thành viên|liên quan|tín dụng|kinh tế))|địa phương|chủ đầu tư|chủ rừng|chủ dự án|chủ hồ|hộ(?= (?:gia đình|kinh doanh|dân))|cá nhân|nhà thầu|ngân hàng|hợp tác xã|xã|phường|thị trấn|quận|huyện|thị xã|tỉnh|thành phố|đặc khu|tổ(?! chức)|khối|thành viên|cấp [uủ][ỷy]|đồng chí|(?:tỉnh|thành|huyện|thị|quận) [uủ][ỷy]|chi, đảng bộ|đảng [uủ][ỷy]|chi bộ|đảng bộ|chính quyền|lực lượng|khu phố|ấp|thôn|cục|vụ(?=[, ])(?! việc| án)|sở(?=[, ])|cơ sở(?= (?:giáo dục|y tế|khám|đào tạo|sản xuất|kinh doanh))|tổ công tác|tổ dân phố|cao đẳng|trung cấp|tiểu học|trung học(?: cơ sở| phổ thông)?|THCS|THPT|mầm non|nhà trường|bản(?=[, ]|$)|đoàn)";

    private static final Pattern BEGINS = Pattern.compile(
            "(?:[Đđ]ồng chí )?" + HEAD + "(?:" + NOUN + "|(?<=[Cc]ác |[Nn]hững |[Mm]ỗi |[Tt]ừng |thể )" + LOW_NOUN + ")"
                    + "(?![\\p{L}])"
                    + "|(?:Đồng chí|Ông|Bà|đồng chí) \\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}*){1,4}(?:(?:,| -| –) (?:Phó )?(?:Chủ tịch|Giám đốc|Bí thư|Trưởng|Chánh|Ủy viên|Tỉnh ủy viên)(?![\\p{L}]))?"
                    + "|(?:Đồng chí )?(?:Phó )?(?:Thủ tướng|Chủ tịch|Giám đốc|Bí thư|Trưởng(?= (?:ấp|thôn|khu|bản|[Bb]an|[Pp]hòng))|Chánh(?= (?:Văn phòng|Thanh tra|án))|Thủ trưởng|Người đứng đầu|Cục trưởng|Hiệu trưởng|Chỉ huy trưởng)(?![\\p{L}])");
    /** Names that say too little to end where a noun follows. */
    private static final Pattern GENERIC =
            Pattern.compile("(?iu)(?:^|[, ])(?:cơ quan|đơn vị|tổ chức|lực lượng|địa phương|cơ sở|ngành)$");

    private static final Pattern PLURALS = Pattern.compile(PLURAL);
    private static final Pattern LOW = Pattern.compile(LOW_NOUN + "(?![\\p{L}])");
    private static final Pattern AND_ANOTHER = Pattern.compile(", | và ");
    private static final Pattern MANY = Pattern.compile("(?:^| )(?:[Cc]ác|[Nn]hững) ");
    private static final Pattern STOPS = Pattern.compile(
            "[;:.(\\[\"“”!?]|,(?! chống (?:thiên tai|tham nhũng|cháy|dịch|tội phạm|ma túy|ma tuý|tác hại|khủng bố|bão|rửa tiền|buôn lậu|bạo lực|lụt))|\\s[-–]\\s(?=\\p{Ll})| (?:nêu|nói) trên|$");
    /** Nouns that name somebody without anything after them. */
    private static final Pattern COMPLETE = Pattern.compile(
            "(?iu)(?:(?-i:[A-ZĐ]{3,6})|bệnh viện|doanh nghiệp|đơn vị|cơ quan|địa phương|chủ đầu tư|nhà thầu|UBND|[uủ][ỷy] ban|MTTQ|trưởng|người đứng đầu|thủ trưởng|đoàn thể|xã|phường|thị trấn|huyện|thôn|khu phố|ấp|trường|cấp [uủ][ỷy]|chi bộ|đảng bộ|hộ|công ty|sở|ngành|đoàn viên|giám đốc|chủ tịch|bí thư|đồng chí .*|ông .*|bà .*)$");
    /** After these, what could be a verb goes on naming. */
    private static final Pattern GOES_ON_NAMING = Pattern.compile(
            "(?iu)(?: và| -| –|thường| đê| công|chuyển|dự án|quản lý|QLDA|phòng,|trả|điều hành|giáo dục|nghề nghiệp|công tác|hoạt động|lĩnh vực|chuyên môn|tiếp công dân|kỹ thuật|dịch vụ|việc|đầu tư|đào)$");

    /** "Các cơ quan, địa phương gồm: Sở Y tế, …": those who are listed are meant. */
    private static final Pattern LISTED =
            Pattern.compile("(?iu) ?(?:(?:bao )?gồm|sau(?: đây)?|có tên sau|dưới đây)?(?: có)? ?: ?");

    private static final Pattern ANYBODY = Pattern.compile(
            "(?iu)(?:các |những )?(?:(?:cơ quan|đơn vị|địa phương|tổ chức|sở|ban|ngành)(?:, | và | )?(?:các )?){1,40}(?: (?:bao )?gồm| sau(?: đây)?)?");
    private static final Pattern AND = Pattern.compile("(?:và|hoặc)(?= (?:các |những )?)");
    private static final Pattern ASIDE = Pattern.compile("\\s*\\((?!Ban hành|Kèm)[^()]{1,160}\\)");
    private static final int LONGEST_NAME = 110;

    private Actors() {}

    /** The actors that open a text, and the length they take up with the punctuation after them. */
    public record Opening(List<String> phrases, int length) {
        public boolean isEmpty() {
            return phrases.isEmpty();
        }
    }

    /** Reads actors standing at the very beginning, with the commas, semicolons and "và" between them. */
    public static Opening opening(String text) {
        List<String> phrases = new ArrayList<>();
        Matcher glue = GLUE.matcher(text);
        int at = 0;
        int from = 0;
        for (int end = end(text, from); end > from; end = end(text, from)) {
            boolean several = MANY.matcher(text.substring(from, end)).find();
            for (int more = end; several && more > 0; more = another(text, end)) {
                end = more;
            }
            phrases.add(text.substring(from, end).strip());
            at = afterAside(text, end);
            if (!at(glue, at).lookingAt()) {
                break;
            }
            from = glue.end();
        }
        Matcher listed = LISTED.matcher(text);
        boolean generic = phrases.size() > 0
                && phrases.stream().allMatch(it -> ANYBODY.matcher(it).matches());
        if (generic && at(listed, at).lookingAt()) {
            Opening those = opening(text.substring(listed.end()));
            if (!those.isEmpty()) {
                return new Opening(those.phrases(), listed.end() + those.length());
            }
        }
        while (!phrases.isEmpty() && at < text.length() && ",;: ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return new Opening(phrases, phrases.isEmpty() ? 0 : at);
    }

    /** "Các doanh nghiệp, hợp tác xã" goes on with another sort of the same many; -1 if it does not. */
    private static int another(String text, int end) {
        Matcher glue = AND_ANOTHER.matcher(text);
        if (!at(glue, end).lookingAt()) {
            return -1;
        }
        Matcher noun = LOW.matcher(text);
        boolean sort = at(noun, glue.end()).lookingAt()
                && !at(Bodies.ACTOR.matcher(text), glue.end()).lookingAt();
        return sort ? nameEnd(text, glue.end(), noun.end(), true) : -1;
    }

    private static int afterAside(String text, int from) {
        Matcher aside = ASIDE.matcher(text);
        return at(aside, from).lookingAt() ? aside.end() : from;
    }

    /** Where the name that begins here ends; -1 if none begins. */
    private static int end(String text, int from) {
        Matcher known = Bodies.ACTOR.matcher(text);
        int end = at(known, from).lookingAt() ? known.end() : -1;
        boolean generic =
                end > from && GENERIC.matcher(text.substring(from, end)).find();
        if (end > from
                && endsThere(text, end)
                && !(generic && Verbs.mayName(text.substring(end).stripLeading()))) {
            return end;
        }
        int open = end > from ? nameEnd(text, from, end, true) : openEnd(text, from);
        boolean longer = open > end && open - from <= LONGEST_NAME;
        return longer && (end < 0 || generic || namesOn(text.substring(end, open))) ? open : end;
    }

    /** Whether what stands after a known name can belong to it, so that the name is another one. */
    private static boolean namesOn(String more) {
        return more.matches(
                "(?s)^ (?:\\p{Lu}|\\d|khu vực|các |cấp |thuộc |trực thuộc |của |từ \\p{Lu}|ven |tỉnh|thành phố|huyện|xã|phường|liên quan|có liên quan|đóng trên|trên địa bàn|chi nhánh|chuyên |cùng cấp).*");
    }

    private static boolean endsThere(String text, int end) {
        String rest = text.substring(end).stripLeading();
        return rest.isEmpty()
                || end == text.length()
                || ",;:.([".indexOf(rest.charAt(0)) >= 0
                || rest.matches("(?s)^(?:và|cùng|hoặc|-|–)(?![\\p{L}]).*")
                || Verbs.ends(rest, true);
    }

    /** The end of a name that only its beginning and the deed after it tell to be one. */
    private static int openEnd(String text, int from) {
        Matcher plural = PLURALS.matcher(text);
        int begin = at(plural, from).lookingAt() ? plural.end() : from;
        Matcher begins = BEGINS.matcher(text);
        if (!at(begins, begin).lookingAt()) {
            return -1;
        }
        return nameEnd(text, begin, begins.end(), !plural.group().isEmpty());
    }

    /** Where a name ends whose noun ends at {@code nounEnd}: before a mark, before a deed, before "và" and another actor. */
    private static int nameEnd(String text, int begin, int nounEnd, boolean several) {
        Matcher stop = STOPS.matcher(text);
        int stops = stop.find(nounEnd) ? stop.start() : text.length();
        int words = 0;
        boolean proper = COMPLETE.matcher(text.substring(begin, nounEnd)).find();
        for (int blank = text.indexOf(' ', nounEnd - 1);
                blank >= 0 && blank < stops && blank - begin <= LONGEST_NAME;
                blank = text.indexOf(' ', blank + 1)) {
            String rest = text.substring(blank + 1, Math.max(stops, blank + 1));
            boolean named = words >= 2 || proper || several && words >= 1;
            boolean ofOffice = words == 0
                    && Verbs.mayName(rest)
                    && GENERIC.matcher(text.substring(begin, nounEnd)).find();
            boolean naming = ofOffice
                    || GOES_ON_NAMING.matcher(text.substring(begin, blank)).find();
            if (!naming && Verbs.ends(rest, named) || AND.matcher(rest).lookingAt() && startsActor(text, blank + 1)) {
                return blank;
            }
            proper |= !rest.isEmpty() && Character.isUpperCase(rest.codePointAt(0));
            words++;
        }
        return stops;
    }

    /** Whether "và" joins another actor rather than two words of one name. */
    private static boolean startsActor(String text, int and) {
        int next = text.indexOf(' ', and) + 1;
        Matcher plural = PLURALS.matcher(text);
        int begin = at(plural, next).lookingAt() ? plural.end() : next;
        return at(BEGINS.matcher(text), begin).lookingAt()
                || at(Bodies.ACTOR.matcher(text), next).lookingAt();
    }

    /** From a place on, but with what stands before it in sight. */
    private static Matcher at(Matcher matcher, int from) {
        return matcher.useTransparentBounds(true).useAnchoringBounds(false).region(from, matcher.regionEnd());
    }

    /** All actors anywhere in {@code text}. */
    public static List<String> anywhere(String text) {
        List<String> phrases = new ArrayList<>();
        Matcher matcher = Bodies.ACTOR.matcher(text);
        while (matcher.find()) {
            phrases.add(matcher.group().strip());
        }
        return phrases;
    }

    /** Whether a text names actors and says nothing else. */
    public static boolean isOnlyActors(String text) {
        Opening opening = opening(text);
        return !opening.isEmpty()
                && opening.length() >= text.replaceAll("[.:;,]+$", "").length();
    }
}
