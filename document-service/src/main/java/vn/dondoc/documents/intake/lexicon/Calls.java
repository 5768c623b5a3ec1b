package vn.dondoc.documents.intake.lexicon;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a sentence calls upon somebody to act, and what it says before it comes to the deed. */
public final class Calls {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern CALL = Pattern.compile(
            "(?:^|(?<=[ ,;:.]))(?:[Yy]êu cầu|YÊU CẦU|[Đđ]ề nghị|[Gg]iao(?: nhiệm vụ)?(?: cho)?|[Cc]hỉ đạo(?= (?:các|Giám|Thủ|Sở|UBND|Ủy))|[Pp]hân công|CHỈ THỊ) ?:? ?");

    private static final Pattern CALLS_ITSELF = Pattern.compile(
            "^(?:\\p{Lu}[\\p{L} ]{2,30} )?(?:cũng|còn|đã|vừa|tiếp tục|trân trọng|nghiêm khắc phê bình[^;.]{3,80}? và| ){0,3}(?:yêu cầu|đề nghị|giao|chỉ thị|thống nhất|nhất trí|kết luận|có ý kiến|ban hành|ký)(?![\\p{L}])",
            FLAGS);

    /** "UBND tỉnh yêu cầu thực hiện …": who urges is not who acts. */
    private static final Pattern URGED = Pattern.compile(
            "^(?:" + Bodies.ISSUER
                    + "|\\p{Lu}[\\p{L} ]{2,50}?)(?: cũng| còn| đã| vừa){0,200} (?:yêu cầu|đề nghị|chỉ đạo)(?: phải| cần)? (?=\\p{Ll})");

    private static final Pattern LINK = Pattern.compile(
            "^(?:Đồng thời|Bên cạnh đó|Ngoài ra|Mặt khác|Theo đó|Cụ thể|Trước mắt|Cùng với đó|Song song đó|Riêng|Trong đó|Tiếp đó)(?:,|:)? (?:với )?",
            FLAGS);

    private static final Pattern CONCERNED =
            Pattern.compile("^(?:Đối với|Về phía|Trách nhiệm của|Nhiệm vụ của|Phần việc của) ", FLAGS);

    private static final Pattern ADVERBIAL = Pattern.compile(
            "^(?:Trong|Trước|Định kỳ|Hằng|Hàng|Chậm nhất|Muộn nhất|Đến|Từ|Khi|Sau|Ngay|Căn cứ|Trên cơ sở|Để|Nhằm|Nếu|Trường hợp|Đối với|Vào|Mỗi|Theo|Qua|Đồng thời|Ngoài) ",
            FLAGS);

    private static final int LONGEST_LEAD_IN = 170;

    private static final Pattern ENUMERATED = Pattern.compile("^\\((?:[ivx]{1,4}|\\d)\\) ?");

    private static final Pattern ROLE_OF_OFFICE = Pattern.compile(
            "^(?:là|với vai trò(?: là)?) (?:cơ quan|đơn vị|đầu mối)(?: (?:thường trực|đầu mối|chủ trì))?(?: [^,;.]{0,40}?)?(?:, |(?= (?:tổng hợp|xây dựng|tham mưu|theo dõi|hướng dẫn|phối hợp))) ?",
            FLAGS);

    /** "Cấp ủy các cấp, trước hết là người đứng đầu, tăng cường …" */
    private static final Pattern DEED_LATER =
            Pattern.compile("^(?:trước hết là|nhất là|đặc biệt là|mà trực tiếp là|cùng) ", FLAGS);

    private static final int LONGEST_ASIDE = 110;

    private Calls() {}

    /** From whoever a sentence has act, by calling upon them or by leading in with them; all of it if it names nobody so. */
    public static String whom(String sentence) {
        String call = fromCall(sentence);
        return call.equals(sentence) ? fromLeadIn(sentence) : call;
    }

    /** Whether {@code after} is what a sentence says after calling upon somebody, rather than all of it. */
    public static boolean calls(String sentence, String after) {
        return !after.equals(sentence)
                || CALL.matcher(sentence).find()
                        && CALL.matcher(sentence).replaceFirst("").equals(after);
    }

    /** Whether somebody urges what is to be done without saying upon whom. */
    public static boolean urges(String sentence) {
        return URGED.matcher(sentence).find();
    }

    /** A piece of a list in a sentence without its "(i)". */
    public static String withoutNumber(String piece) {
        return ENUMERATED.matcher(piece).replaceFirst("");
    }

    public static boolean isCall(String text) {
        return CALL.matcher(text).find() && !Actors.opening(fromCall(text)).isEmpty();
    }

    /**
     * What follows whoever it calls upon, or the verb of calling where the deed itself follows; all of it if it calls upon
     * nobody.
     */
    public static String fromCall(String sentence) {
        Actors.Opening acts = Actors.opening(sentence);
        String rest = sentence.substring(Math.min(acts.length(), sentence.length()));
        if (!acts.isEmpty() && !CALLS_ITSELF.matcher(rest).find()) {
            return sentence;
        }
        Matcher call = CALL.matcher(sentence);
        while (call.find()) {
            String after = sentence.substring(call.end());
            if (!Actors.opening(after).isEmpty()) {
                return after;
            }
        }
        Matcher urged = URGED.matcher(sentence);
        return urged.find() && Verbs.ends(sentence.substring(urged.end()), true)
                ? sentence.substring(urged.end())
                : sentence;
    }

    /** What follows "Đối với …", a time or a condition, where it names who acts; all of it otherwise. */
    public static String fromLeadIn(String sentence) {
        Matcher link = LINK.matcher(sentence);
        String rest = link.find() ? sentence.substring(link.end()) : sentence;
        Matcher concerned = CONCERNED.matcher(rest);
        if (concerned.find()) {
            String named = rest.substring(concerned.end());
            if (!Actors.opening(named).isEmpty()) {
                return named;
            }
        }
        if (Actors.opening(rest).isEmpty() && ADVERBIAL.matcher(rest).find()) {
            for (int comma = rest.indexOf(", ");
                    comma > 0 && comma < LONGEST_LEAD_IN;
                    comma = rest.indexOf(", ", comma + 1)) {
                String after = rest.substring(comma + 2);
                Actors.Opening opening = Actors.opening(after);
                if (!opening.isEmpty() && Verbs.does(after.substring(Math.min(opening.length(), after.length())))) {
                    return after;
                }
            }
        }
        return Actors.opening(rest).isEmpty() ? sentence : rest;
    }

    public static String deedOf(String sentence) {
        String after = fromCall(ENUMERATED.matcher(sentence.strip()).replaceFirst(""));
        return withoutRole(after.substring(Math.min(Actors.opening(after).length(), after.length())));
    }

    public static boolean doesLater(String words) {
        Matcher aside = DEED_LATER.matcher(words);
        if (!aside.find()) {
            return false;
        }
        for (int blank = words.indexOf(' ', aside.end() + 3);
                blank > 0 && blank < LONGEST_ASIDE;
                blank = words.indexOf(' ', blank + 1)) {
            if (Verbs.opens(words.substring(blank + 1))) {
                return true;
            }
        }
        return false;
    }

    /** "là cơ quan thường trực, theo dõi …" does what stands after what it is. */
    public static String withoutRole(String words) {
        return ROLE_OF_OFFICE.matcher(words).replaceFirst("");
    }
}
