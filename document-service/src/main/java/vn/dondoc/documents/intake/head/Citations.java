package vn.dondoc.documents.intake.head;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Citation;
import vn.dondoc.documents.directive.Citation.Role;
import vn.dondoc.documents.directive.DocumentNumber;
import vn.dondoc.documents.directive.DocumentType;
import vn.dondoc.documents.directive.Identity;
import vn.dondoc.documents.intake.lexicon.Bodies;
import vn.dondoc.documents.intake.text.Stretch;
import vn.dondoc.documents.intake.time.Dates;

/** The documents that a document names, each once, with the fullest of its mentions. */
public final class Citations {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int REACH = 140;
    private static final int LONGEST_TYPE = 30;

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d/.-])" + DocumentNumbers.NUMBER);
    private static final Pattern TYPE_BEFORE = Pattern.compile(
            "(?s)^.*(?<![\\p{L}])(" + DocumentNumbers.typeWords()
                    + ")\\s*(?:này\\s*)?(?:[\\p{L} ,]{0,60}?\\s)?(?:số|số:)?\\s*$",
            FLAGS);
    private static final Pattern LAW_BEFORE =
            Pattern.compile("((?:Bộ luật|Luật|Pháp lệnh) [\\p{L} ,]{3,120}?)\\s*(?:số:?)?\\s*$");
    private static final Pattern DATE_AFTER =
            Pattern.compile("^\\s*\\)?,?\\s*(?:ban hành )?(?:ngày\\s*)?" + Dates.DATE);
    private static final Pattern ISSUER_AFTER = Pattern.compile("^\\s*,?\\s*của\\s+(" + Bodies.ISSUER + ")");
    private static final Pattern LOOSE_ISSUER_AFTER = Pattern.compile(
            "^\\s*,?\\s*của\\s+(\\p{Lu}[\\p{L}]*(?: [\\p{L}]+){0,8}?)(?=\\s+(?:về|quy định|phê duyệt|ban hành|hướng dẫn|sửa đổi|công bố|triển khai|thực hiện)|[,;.(]|$)");
    private static final Pattern DATE_BEFORE = Pattern.compile("[Nn]gày\\s+" + Dates.DATE + "\\s*,\\s*(" + Bodies.ISSUER
            + ")\\s+(?:đã\\s+)?(?:có|ban hành)\\s*[\\p{L} ]{0,30}$");
    private static final Pattern ABOUT =
            Pattern.compile("^,?\\s*(?:về|quy định|phê duyệt|sửa đổi)[^;.()]{3,200}?(?=[,;.(]|$)");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[\\p{L}\\d)])(?<!TP)(?<!Tp)\\.\\s+(?=\\p{Lu})");
    private static final Pattern OPENS_BASIS = Pattern.compile(
            "^(?:[-–+] )?(?:Căn cứ|Thực hiện|(?:V/v )?thực hiện|Tiếp tục thực hiện|Triển khai|Thi hành|Theo|Trên cơ sở|Xét|Tiếp theo|Để |Ngày \\d|Phúc đáp|Nhằm)");
    private static final Pattern AMENDS = Pattern.compile(
            "(?:sửa đổi,? bổ sung|sửa đổi|bổ sung|điều chỉnh)(?: một số)?(?: điều| nội dung| điểm| khoản)?[^;.]{0,60}$",
            FLAGS);
    private static final Pattern REPLACES = Pattern.compile("thay thế(?: cho)?(?: các)?[^;.]{0,40}$", FLAGS);
    private static final Pattern REPEALS = Pattern.compile("(?:bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực)[^;.]{0,40}$", FLAGS);
    private static final Pattern ENDS_IN_FORCE = Pattern.compile("^[^;.]{0,160}(?:hết hiệu lực|được thay thế)", FLAGS);
    private static final Pattern ATTACHED = Pattern.compile("(?:ban hành )?kèm theo(?: tại)?(?: \\p{L}+)? ?$", FLAGS);
    private static final Pattern REVIEWS = Pattern.compile(
            "(?:sơ kết|tổng kết|kết quả|kiểm điểm|đánh giá)[^;.]{0,40}?(?:thực hiện|triển khai|năm)[^;.]{0,30}$",
            FLAGS);

    private static final Pattern NAMED_LAW = Pattern.compile(
            "(?<![\\p{L}])(?:Luật|Bộ luật|Pháp lệnh) (?!số)(\\p{Lu}[\\p{L}]*(?:,? (?!(?:và các|năm|của|được|về việc|số|có|này|quy|để|theo|thì|ngày|hiện)(?![\\p{L}]))[\\p{L}]+){1,9})");
    private static final Pattern HIEN_PHAP =
            Pattern.compile("Hiến pháp(?: nước Cộng hòa xã hội chủ nghĩa Việt Nam)?(?: năm \\d{4})?");
    private static final Pattern CONGRESS = Pattern.compile(
            "Nghị quyết Đại hội (?:đại biểu )?(?:toàn quốc )?(?:Đảng bộ (?:tỉnh|thành phố|huyện|xã|phường)?(?: \\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+){0,2})?|(?:lần thứ [XVI]+ )?của Đảng|XI[IV]* của Đảng|Đảng)(?: lần thứ [XVI]+)?(?:,? nhiệm kỳ \\d{4} ?[-–] ?\\d{4})?");
    private static final Pattern STANDARD =
            Pattern.compile("(?:TCVN|QCVN)(?: ISO)?(?:/IEC)? \\d+(?:-\\d+)?:\\d{4}(?:/\\p{Lu}+)?");
    private static final Pattern PARTY_RULES = Pattern.compile("Điều lệ Đảng(?: Cộng sản Việt Nam)?");
    private static final Pattern ISSUED_WITH_THIS = Pattern.compile(
            "[Bb]an hành kèm theo (?:Quyết định|Nghị quyết|Thông tư|Công văn) này (?:bản )?((?:Kế hoạch|Quy chế|Quy định|Chương trình|Đề án|Danh mục|Phương án|Hướng dẫn|Bộ tiêu chí|Bộ chỉ số) [^.;:]{5,200})");
    private static final Pattern BARE_NUMBER = Pattern.compile("(?<= số )(?<number>\\d{1,5}),? ngày " + Dates.DATE);
    private static final Pattern TYPE_OF_BARE_NUMBER =
            Pattern.compile("(?iu)(?<![\\p{L}])(" + DocumentNumbers.typeWords() + ") số $");
    private static final Pattern PROJECT_06 = Pattern.compile("Đề án (?:số )?06(?:/CP)?(?![\\d/])");
    private static final Pattern PROGRAMME = Pattern.compile(
            "(?:Chương trình|Chiến lược|Kế hoạch|Đề án) (?!này|công tác năm)[\\p{L}\\d ()–-]{12,140}? của (Chính phủ|Thủ tướng Chính phủ|Bộ Chính trị|Quốc hội)");

    private final List<Citation> found = new ArrayList<>();
    private final @Nullable String own;

    private Citations(@Nullable String own) {
        this.own = own;
    }

    /**
     * @param own the document's own number, which is no citation
     * @param bodyAt index of the first paragraph after the addressees
     */
    public static List<Citation> read(
            List<Stretch> paragraphs, List<Stretch> footnotes, @Nullable String own, int bodyAt) {
        var citations = new Citations(own);
        boolean numbered = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            String text = paragraphs.get(i).text();
            numbered |= i >= bodyAt && text.matches("^(?:1\\.|I\\.|A\\.|Điều 1).*");
            citations.paragraph(paragraphs.get(i), !numbered);
        }
        footnotes.forEach(it -> citations.paragraph(it, false));
        return List.copyOf(citations.found);
    }

    /** Each sentence before the first clause by itself: what it rests on, if it begins as grounds do. */
    private void paragraph(Stretch paragraph, boolean preamble) {
        String text = paragraph.text();
        if (!preamble) {
            sentence(paragraph, false);
            return;
        }
        Matcher end = SENTENCE_END.matcher(text);
        int from = 0;
        while (end.find()) {
            sentence(paragraph.sub(from, end.start() + 1), opensAsBasis(text.substring(from)));
            from = end.end();
        }
        sentence(paragraph.from(from), opensAsBasis(text.substring(from)));
    }

    /** Laws, rules of the Party and standards are cited, but no paper that is taken in is one: types of citations are words. */
    private static @Nullable String name(@Nullable DocumentType type) {
        return type == null ? null : type.name();
    }

    private static @Nullable String typeOfTitle(String title) {
        return name(DocumentNumbers.typeOfTitle(title));
    }

    private static boolean opensAsBasis(String sentence) {
        return OPENS_BASIS.matcher(sentence).find();
    }

    private void sentence(Stretch paragraph, boolean opensAsBasis) {
        String text = paragraph.text();
        if (text.matches("^[Ss]ố\\s*:?\\s*\\d.{0,60}$") && text.length() < 70) {
            return;
        }
        Matcher matcher = NUMBER.matcher(text);
        int after = 0;
        List<int[]> spans = new ArrayList<>();
        while (matcher.find()) {
            String number = DocumentNumber.canonical(matcher.group(1));
            boolean isOwn = number.equals(own);
            if (DocumentNumbers.isPlausible(number) && !isOwn) {
                int end = numbered(paragraph, matcher, number, Math.max(after, matcher.start() - REACH), opensAsBasis);
                spans.add(new int[] {matcher.start() - 200, end + 160});
                after = end;
            }
        }
        byName(paragraph, NAMED_LAW, "LUAT", "Quốc hội", opensAsBasis, spans, true);
        byName(paragraph, HIEN_PHAP, "HIEN_PHAP", "Quốc hội", opensAsBasis, spans, false);
        byName(paragraph, CONGRESS, "NGHI_QUYET", null, opensAsBasis, spans, false);
        byName(paragraph, STANDARD, "TIEU_CHUAN", null, false, List.of(), false);
        byName(paragraph, PARTY_RULES, "DIEU_LE", null, opensAsBasis, List.of(), false);
        attached(paragraph);
        bareNumbers(paragraph, opensAsBasis);
        byName(paragraph, PROJECT_06, "DE_AN", null, false, List.of(), false);
        Matcher programme = PROGRAMME.matcher(text);
        while (programme.find()) {
            int start = programme.start();
            boolean titled = text.substring(0, start).matches("(?s).*(?:về|phê duyệt|ban hành|triển khai) ?$")
                    && spans.stream().anyMatch(it -> start > it[0] && start < it[1]);
            if (!titled) {
                add(new Citation(
                        null,
                        typeOfTitle(programme.group()),
                        null,
                        programme.group(1),
                        programme.group(),
                        opensAsBasis ? Role.BASIS : Role.CITED,
                        paragraph.mark(programme.start(), programme.end(), 0.6)));
            }
        }
    }

    /** "Ban hành kèm theo Quyết định này Kế hoạch …" */
    private void attached(Stretch paragraph) {
        Matcher matcher = ISSUED_WITH_THIS.matcher(paragraph.text());
        while (matcher.find()) {
            add(new Citation(
                    null,
                    typeOfTitle(matcher.group(1)),
                    null,
                    null,
                    matcher.group(1).strip(),
                    Role.ATTACHED,
                    paragraph.mark(matcher.start(1), matcher.end(1), 0.8)));
        }
    }

    /** "Công điện số 1295 ngày 18/12/2023": a number that newspapers leave without its symbol. */
    private void bareNumbers(Stretch paragraph, boolean opensAsBasis) {
        String text = paragraph.text();
        Matcher matcher = BARE_NUMBER.matcher(text);
        while (matcher.find()) {
            int from = Math.max(0, matcher.start() - LONGEST_TYPE);
            Matcher type = TYPE_OF_BARE_NUMBER.matcher(text.substring(from, matcher.start()));
            if (type.find()) {
                int start = from + type.start();
                Matcher issuer = ISSUER_AFTER.matcher(text.substring(matcher.end()));
                add(new Citation(
                        matcher.group("number"),
                        name(DocumentNumbers.typeOfWord(type.group(1))),
                        Dates.at(matcher, 2).orElse(null),
                        issuer.find() ? issuer.group(1) : null,
                        text.substring(start, matcher.end()).strip(),
                        role(text, start, matcher.end(), opensAsBasis),
                        paragraph.mark(start, matcher.end(), 0.7)));
            }
        }
    }

    private int numbered(Stretch paragraph, Matcher matcher, String number, int from, boolean opensAsBasis) {
        String text = paragraph.text();
        String before = text.substring(from, matcher.start());
        Matcher type = TYPE_BEFORE.matcher(before);
        Matcher law = LAW_BEFORE.matcher(before);
        boolean hasLaw = law.find();
        boolean hasType = !hasLaw && type.find();
        int start = hasLaw ? from + law.start(1) : hasType ? from + type.start(1) : matcher.start();
        int end = matcher.end();
        @Nullable LocalDate date = null;
        @Nullable String issuer = null;
        Matcher dateAfter = DATE_AFTER.matcher(text.substring(end));
        if (dateAfter.find()) {
            date = Dates.at(dateAfter, 1).orElse(null);
            end += dateAfter.end();
        }
        Matcher issuerAfter = ISSUER_AFTER.matcher(text.substring(end));
        Matcher looseIssuer = LOOSE_ISSUER_AFTER.matcher(text.substring(end));
        if (issuerAfter.find()) {
            issuer = issuerAfter.group(1);
            end += issuerAfter.end();
        } else if (looseIssuer.find()) {
            issuer = looseIssuer.group(1);
            end += looseIssuer.end();
        }
        Matcher dateBefore = DATE_BEFORE.matcher(text.substring(0, start));
        if (dateBefore.find()) {
            date = date == null ? Dates.at(dateBefore, 1).orElse(null) : date;
            issuer = issuer == null ? dateBefore.group(4) : issuer;
        }
        Matcher about = ABOUT.matcher(text.substring(end));
        int textEnd = about.find() ? end + about.end() : end;
        @Nullable String word = hasType ? type.group(1) : null;
        @Nullable DocumentType byWord = DocumentNumbers.typeOfWord(word);
        String kind = hasLaw
                ? "LUAT"
                : byWord == null || byWord == DocumentType.CONG_VAN
                        ? DocumentNumbers.typeOfNumber(number).name()
                        : byWord.name();
        if (issuer == null) {
            issuer = impliedIssuer(number, kind);
        }
        add(new Citation(
                number,
                kind,
                date,
                issuer,
                text.substring(start, textEnd).strip(),
                role(text, start, textEnd, opensAsBasis),
                paragraph.mark(start, Math.max(end, start + 1), hasType || hasLaw ? 0.97 : 0.8)));
        return end;
    }

    /** Only what the symbol itself says: QH is the National Assembly, CP the Government. */
    private static @Nullable String impliedIssuer(String number, String kind) {
        if (number.matches(".*/QH\\d+")) {
            return "Quốc hội";
        }
        if (number.matches(".*/(?:NĐ|NQ)-CP")) {
            return "Chính phủ";
        }
        return number.endsWith("-TTg") || number.endsWith("/TTg") ? "Thủ tướng Chính phủ" : null;
    }

    private static Role role(String text, int start, int end, boolean opensAsBasis) {
        String before = text.substring(Math.max(0, start - 120), start);
        String after = text.substring(end);
        if (REPLACES.matcher(before).find()) {
            return Role.REPLACES;
        }
        if (REPEALS.matcher(before).find() || ENDS_IN_FORCE.matcher(after).find()) {
            return Role.REPEALS;
        }
        if (AMENDS.matcher(before).find() && !opensAsBasis) {
            return Role.AMENDS;
        }
        if (ATTACHED.matcher(before).find()) {
            return Role.ATTACHED;
        }
        if (REVIEWS.matcher(before).find()) {
            return Role.REVIEWS;
        }
        return opensAsBasis ? Role.BASIS : Role.CITED;
    }

    private void byName(
            Stretch paragraph,
            Pattern pattern,
            String type,
            @Nullable String issuer,
            boolean opensAsBasis,
            List<int[]> numbered,
            boolean notNumbered) {
        Matcher matcher = pattern.matcher(paragraph.text());
        while (matcher.find()) {
            String rest = paragraph.text().substring(matcher.end());
            boolean hasNumber = notNumbered && rest.matches("(?s)^[\\p{L} ,]{0,40}?\\s?số:? \\d.*");
            if (!hasNumber) {
                String text = matcher.group().strip().replaceFirst("(?:,| và)$", "");
                String number =
                        pattern == STANDARD ? text : pattern == PROJECT_06 && text.endsWith("/CP") ? "06/CP" : null;
                Matcher dated = DATE_AFTER.matcher(rest);
                add(new Citation(
                        number,
                        type,
                        dated.find() ? Dates.at(dated, 1).orElse(null) : null,
                        issuer,
                        text,
                        opensAsBasis ? Role.BASIS : Role.CITED,
                        paragraph.mark(matcher.start(), matcher.start() + text.length(), 0.7)));
            }
        }
    }

    /** The same document again adds what its first mention left out. */
    private void add(Citation citation) {
        for (int i = 0; i < found.size(); i++) {
            if (isSame(found.get(i), citation)) {
                found.set(i, fuller(found.get(i), citation));
                return;
            }
        }
        found.add(citation);
    }

    /** Numbers begin again every year and in every office, so two alike with two dates or issuers are two documents. */
    private static boolean isSame(Citation one, Citation other) {
        if (one.number() == null || other.number() == null) {
            return one.number() == null
                    && other.number() == null
                    && Objects.equals(one.type(), other.type())
                    && sameName(one.text(), other.text());
        }
        return Identity.of(one).matches(Identity.of(other));
    }

    private static boolean sameName(String one, String other) {
        return one.equalsIgnoreCase(other) || one.startsWith(other) || other.startsWith(one);
    }

    private static Citation fuller(Citation first, Citation later) {
        boolean laterTellsMore = first.date() == null && later.date() != null;
        return new Citation(
                first.number(),
                first.type(),
                Optional.ofNullable(first.date()).orElse(later.date()),
                first.issuer() == null ? later.issuer() : first.issuer(),
                laterTellsMore ? later.text() : first.text(),
                first.role() == Role.CITED ? later.role() : first.role(),
                laterTellsMore ? later.mark() : first.mark());
    }
}
