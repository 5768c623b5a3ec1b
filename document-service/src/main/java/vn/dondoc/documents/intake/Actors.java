package vn.dondoc.documents.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is named where a text begins: known names of bodies, and names that begin as bodies' names do and end where a deed
 * begins.
 */
final class Actors {

    private static final Pattern GLUE =
            Pattern.compile("[,;]? ?(?:và (?:cùng )?|cùng với |cùng |hoặc )|[,;] ?| ?/ ?");

    private static final String PLURAL = "(?:[Cc]ác |[Nn]hững |[Mm]ỗi |[Tt]ừng |[Tt]oàn thể |[Tt]ất cả các )?";
    private static final String HEAD =
            "(?:(?:[Tt]ập thể )?[Ll]ãnh đạo |[Nn]gười đứng đầu |[Tt]hủ trưởng |[Đđ]ại diện |(?:Phó )?[Gg]iám đốc |(?:Phó )?[Cc]hủ tịch |(?:Phó )?[Bb]í thư |[Cc]hánh |[Tt]rưởng |[Cc]ục trưởng |[Cc]hi cục trưởng |[Hh]iệu trưởng |[Cc]hỉ huy trưởng |[Tt]ổng [Gg]iám đốc |[Hh]ạt trưởng |[Bb]ộ trưởng |[Vv]iện trưởng |[Cc]hánh án |[Tt]ổng biên tập |[Cc]án bộ |[Tt]hành viên )?";

    /** How the names of bodies begin. What else begins with the same syllable is shut out. */
    private static final String NOUN = "(?:Sở|Bộ(?! phận| máy| tiêu chí| chỉ số| câu hỏi| Luật)|Ban(?! hành)"
            + "|[UỦ][ỷy] ban|UBND|HĐND|UBMTTQ|MTTQ|UBMT|LĐLĐ|CĐCS|BHXH|BCĐ|BQL|BCH|TTYT|KBNN|NHNN|VKSND|TAND|LHPN|Hội đồng|Công an(?! toàn)|Hội(?! nghị| thảo| họp| nhập| thi| trường| chợ)|Đoàn(?! kết| viên| thể)"
            + "|Liên đoàn|Liên hiệp|Liên minh|Hiệp hội|Trung tâm|Công ty|Tổng công ty|Tập đoàn|Cục|Tổng cục|Chi cục|Vụ(?! việc| án| mùa)|Báo(?! cáo| động| chí)|Tạp chí|Đài|Cổng"
            + "|Phòng(?!,| chống| ngừa| trừ| vệ| bệnh| cháy)|Trạm|Bệnh viện|Trường(?! hợp)|Học viện|Viện(?! dẫn)|Đại học|Tổ(?! chức)|Nhà máy|Nhà (?:văn hóa|xuất bản)|Vườn|Hạt|Kho bạc|Quỹ|Ngân hàng|Thành [Đđ]oàn|Tỉnh [Đđ]oàn|Huyện [Đđ]oàn|Thị [Đđ]oàn|Bưu điện|Viễn thông"
            + "|Tòa án|Viện [Kk]iểm sát|Doanh nghiệp|Hợp tác xã|Đơn vị|Cơ quan|Địa phương|Chủ đầu tư|Nhà thầu|Mặt trận|Thanh tra(?= (?:tỉnh|[Tt]hành phố|huyện|quận|Sở|Bộ|Chính))|Văn phòng(?! phẩm)|Đảng (?:ủy|uỷ|đoàn|bộ)|Chi bộ|(?:Tỉnh|Thành|Huyện|Thị|Quận) [uủ][ỷy]"
            + "|Thường trực|Tiểu ban|Cấp [uủ][ỷy]|Lực lượng|Khu quản lý|Xã|Phường|Thị trấn|Quận|Huyện|Thị xã|Đặc khu|Khối|Khoa|Chủ rừng|Ấp|Thôn|Khu phố|Tổ trưởng|Thủ trưởng|Kiểm toán|Kiểm lâm|Cảng|Điện lực|Câu lạc bộ|Bảo hiểm|Thuế(?= (?:tỉnh|[Tt]hành phố|cơ sở))|Hải quan|Bộ phận Một cửa|Bộ phận tiếp nhận)";

    private static final String LOW_NOUN =
            "(?:bộ(?=, | ngành)|ban(?=, | (?:quản|chỉ|đảng|của|xây|điều))|ngành(?=[, ])|hội(?=[, ])(?! nghị| thảo| họp)|đoàn thể|trung tâm|công ty|doanh nghiệp|phòng(?=, | (?:chuyên|ban|\\p{Lu}))|trường(?! hợp)|bệnh viện|viện|đơn vị|cơ quan|tổ chức(?= (?:chính trị|đảng|đoàn|hội|thành viên|liên quan|tín dụng|kinh tế))|địa phương|chủ đầu tư|nhà thầu|ngân hàng|hợp tác xã|xã|phường|thị trấn|quận|huyện|thị xã|tỉnh|thành phố|đặc khu|tổ(?! chức)|khối|thành viên|cấp [uủ][ỷy]|đồng chí|huyện [uủ][ỷy]|đảng [uủ][ỷy]|chi bộ|đảng bộ|lực lượng|khu phố|ấp|thôn|cục|vụ(?=[, ])(?! việc| án)|sở(?=[, ])|cơ sở(?= (?:giáo dục|y tế|khám|đào tạo|sản xuất|kinh doanh))|tổ công tác|đoàn)";

    private static final Pattern BEGINS = Pattern.compile(
            "(?:[Đđ]ồng chí )?" + HEAD + "(?:" + NOUN + "|(?<=[Cc]ác |[Nn]hững |[Mm]ỗi |[Tt]ừng |thể )" + LOW_NOUN + ")"
                    + "(?![\\p{L}])"
                    + "|(?:Đồng chí|Ông|Bà|đồng chí) \\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}*){1,4}(?:(?:,| -| –) (?:Phó )?(?:Chủ tịch|Giám đốc|Bí thư|Trưởng|Chánh|Ủy viên|Tỉnh ủy viên)(?![\\p{L}]))?"
                    + "|(?:Đồng chí )?(?:Phó )?(?:Chủ tịch|Giám đốc|Bí thư|Trưởng(?= (?:ấp|thôn|khu|bản|[Bb]an|[Pp]hòng))|Chánh(?= (?:Văn phòng|Thanh tra|án))|Thủ trưởng|Người đứng đầu|Cục trưởng|Hiệu trưởng|Chỉ huy trưởng)(?![\\p{L}])");
    private static final Pattern PLURALS = Pattern.compile(PLURAL);
    private static final Pattern STOPS = Pattern.compile("[,;:.(\\[\"“”!?]|\\s[-–]\\s(?=\\p{Ll})|$");
    /** Nouns that name somebody without anything after them. */
    private static final Pattern COMPLETE = Pattern.compile(
            "(?iu)(?:[A-ZĐ]{3,6}|bệnh viện|doanh nghiệp|đơn vị|cơ quan|địa phương|chủ đầu tư|nhà thầu|UBND|[uủ][ỷy] ban|MTTQ|trưởng|người đứng đầu|thủ trưởng|đoàn thể|xã|phường|thị trấn|huyện|thôn|khu phố|ấp|trường|cấp [uủ][ỷy]|giám đốc|chủ tịch|bí thư|đồng chí .*|ông .*|bà .*)$");
    /** After these, what could be a verb goes on naming. */
    private static final Pattern GOES_ON_NAMING = Pattern.compile(
            "(?iu)(?: và| -| –|dự án|quản lý|điều hành|giáo dục|nghề nghiệp|công tác|hoạt động|lĩnh vực|chuyên môn|tiếp công dân|kỹ thuật|dịch vụ)$");
    private static final Pattern AND = Pattern.compile("(?:và|hoặc)(?= (?:các |những )?)");
    private static final Pattern ASIDE = Pattern.compile("\\s*\\((?!Ban hành|Kèm)[^()]{1,160}\\)");
    private static final int LONGEST_NAME = 110;

    private Actors() {}

    /** The actors that open a text, and the length they take up with the punctuation after them. */
    record Opening(List<String> phrases, int length) {
        boolean isEmpty() {
            return phrases.isEmpty();
        }
    }

    /** Reads actors standing at the very beginning, with the commas, semicolons and "và" between them. */
    static Opening opening(String text) {
        List<String> phrases = new ArrayList<>();
        Matcher glue = GLUE.matcher(text);
        int at = 0;
        int from = 0;
        for (int end = end(text, from); end > from; end = end(text, from)) {
            phrases.add(text.substring(from, end).strip());
            at = afterAside(text, end);
            if (!at(glue, at).lookingAt()) {
                break;
            }
            from = glue.end();
        }
        while (!phrases.isEmpty() && at < text.length() && ",;: ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return new Opening(phrases, phrases.isEmpty() ? 0 : at);
    }

    private static int afterAside(String text, int from) {
        Matcher aside = ASIDE.matcher(text);
        return at(aside, from).lookingAt() ? aside.end() : from;
    }

    /** Where the name that begins here ends; -1 if none begins. */
    private static int end(String text, int from) {
        Matcher known = Bodies.ACTOR.matcher(text);
        int end = at(known, from).lookingAt() ? known.end() : -1;
        if (end > from && endsThere(text, end)) {
            return end;
        }
        int open = openEnd(text, from);
        boolean longer = open > end && open - from <= LONGEST_NAME;
        return longer && (end < 0 || namesOn(text.substring(end, open))) ? open : end;
    }

    /** Whether what stands after a known name can belong to it, so that the name is another one. */
    private static boolean namesOn(String more) {
        return more.matches("(?s)^ (?:\\p{Lu}|\\d|khu vực|các |cấp |thuộc |trực thuộc |của |tỉnh|thành phố|huyện|xã|phường|liên quan|có liên quan|đóng trên|trên địa bàn|chi nhánh|chuyên |cùng cấp).*");
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
        Matcher stop = STOPS.matcher(text);
        int stops = stop.find(begins.end()) ? stop.start() : text.length();
        int words = 0;
        boolean proper = COMPLETE.matcher(begins.group()).find();
        for (int blank = text.indexOf(' ', begins.end() - 1); blank >= 0 && blank < stops; blank = text.indexOf(' ', blank + 1)) {
            String rest = text.substring(blank + 1, Math.max(stops, blank + 1));
            boolean named = words >= 2 || proper || plural.group().length() > 0 && words >= 1;
            boolean naming = GOES_ON_NAMING.matcher(text.substring(begin, blank)).find();
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
        return at(BEGINS.matcher(text), begin).lookingAt() || at(Bodies.ACTOR.matcher(text), next).lookingAt();
    }

    /** From a place on, but with what stands before it in sight. */
    private static Matcher at(Matcher matcher, int from) {
        return matcher.useTransparentBounds(true).useAnchoringBounds(false).region(from, matcher.regionEnd());
    }

    /** All actors anywhere in {@code text}. */
    static List<String> anywhere(String text) {
        List<String> phrases = new ArrayList<>();
        Matcher matcher = Bodies.ACTOR.matcher(text);
        while (matcher.find()) {
            phrases.add(matcher.group().strip());
        }
        return phrases;
    }

    /** Whether a text names actors and says nothing else. */
    static boolean isOnlyActors(String text) {
        Opening opening = opening(text);
        return !opening.isEmpty()
                && opening.length() >= text.replaceAll("[.:;,]+$", "").length();
    }
}
