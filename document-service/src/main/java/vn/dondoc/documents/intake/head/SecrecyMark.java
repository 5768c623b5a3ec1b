package vn.dondoc.documents.intake.head;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Mark;

/**
 * A mark of secrecy (Luật Bảo vệ bí mật nhà nước 2018, article 8), wherever it stands and however it is spelt: looked
 * for in the document as it was taken in, not in what the reader makes of it. A mark stands by itself, on a line or in
 * a cell; "văn bản mật" in a sentence is none. In doubt it is one: a paper refused by mistake can be handed in again, a
 * secret that was kept cannot be taken back.
 *
 * @param level MAT, TOI_MAT or TUYET_MAT
 */
public record SecrecyMark(String level, Mark mark) {

    private static final int LONGEST = 200;

    /** Where a cell ends: at a bar, a tab, or the gap between two columns. */
    private static final Pattern CELL_END = Pattern.compile("[|\\t]|[ \\u00A0]{3,}|$");

    private static final String URGENCY = "HỎATỐC(?:HẸNGIỜ)?|THƯỢNGKHẨN|KHẨN";

    /** The letters of a mark alone, so that neither what is put between them nor what is put around them hides it. */
    private static final Pattern LETTERS = Pattern.compile("(?<kind>VĂNBẢN|TÀILIỆU|HỒSƠ)?"
            + "(?:" + URGENCY + ")?(?:MỨC)?(?:(?:ĐỘ|DẤU)(?:BÍ)?MẬT)?"
            + "(?<level>TUYỆTMẬT|TUYETMAT|TỐIMẬT|TOIMAT|MẬT|MAT|BÍMẬTNHÀNƯỚC)"
            + "(?:" + URGENCY + "|BÍMẬTNHÀNƯỚC|BẢNSỐ|SỐBẢN)?");

    /** In capitals beside the nation or the document's number, with nothing but a space between. */
    private static final Pattern BESIDE =
            Pattern.compile("^(TUYỆT MẬT|TỐI MẬT|MẬT) (?:CỘNG H\\S{1,3} XÃ|ĐẢNG CỘNG SẢN|Số ?:)"
                    + "|^(?i:Số) ?:.{1,60}[^\\p{L}](TUYỆT MẬT|TỐI MẬT|MẬT)\\P{L}*$");

    /** What a line ends with that is broken before a word of secrecy, in a title mostly. */
    private static final Pattern GOES_ON = Pattern.compile(
            "(?:BẢO VỆ|CÔNG TÁC|DANH MỤC|PHẠM VI|QUẢN LÝ|LỘ|LỌT|VỀ|BẢO|BÍ|GIỮ|THUỘC|CHỨA|VĂN BẢN|TÀI LIỆU|HỒ SƠ|ĐỘ|,)$");

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    /** Marks on a letter that bears none in Vietnamese, and marks that no letter bears, such as a line through it. */
    private static final Pattern SCRIBBLE = Pattern.compile("(?<=[\\p{L}&&[^aeiouyAEIOUY]])\\p{M}+"
            + "|[\\p{M}&&[^\\u0300\\u0301\\u0302\\u0303\\u0306\\u0309\\u031B\\u0323]]");

    /** Letters of Cyrillic and Greek, and those of ours that they look like. */
    private static final String ALIKE = "АВЕКМНОРСТУХІΑΒΕΖΗΙΚΜΝΟΡΤΥΧаеорсухіο";

    private static final String OURS = "ABEKMHOPCTYXIABEZHIKMNOPTYXaeopcyxio";

    /** The first mark in a document. */
    public static Optional<SecrecyMark> in(String document) {
        int start = 0;
        String before = "";
        for (String line : document.split("\n", -1)) {
            @Nullable SecrecyMark found = inLine(line, start, before);
            if (found != null) {
                return Optional.of(found);
            }
            before = asRead(line);
            start += line.length() + 1;
        }
        return Optional.empty();
    }

    private static @Nullable SecrecyMark inLine(String line, int start, String before) {
        boolean row = line.indexOf('|') >= 0;
        String whole = level(line, row, before);
        if (whole != null) {
            return new SecrecyMark(whole, new Mark(start, start + line.length(), 0.99));
        }
        Matcher end = CELL_END.matcher(line);
        for (int from = 0; end.find(); from = end.end()) {
            String level = level(line.substring(from, end.start()), row, row ? "" : before);
            if (level != null) {
                return new SecrecyMark(level, new Mark(start + from, start + end.start(), 0.99));
            }
        }
        return null;
    }

    private static @Nullable String level(String cell, boolean row, String before) {
        if (cell.length() > LONGEST) {
            return null;
        }
        String text = asRead(cell);
        Matcher beside = BESIDE.matcher(text);
        if (beside.find()) {
            return levelOf((beside.group(1) == null ? beside.group(2) : beside.group(1)).replace(" ", ""));
        }
        String letters = text.replaceAll("\\P{L}", "");
        String capitals = letters.toUpperCase(Locale.ROOT).replace("HOẢ", "HỎA");
        Matcher mark = LETTERS.matcher(capitals);
        if (!mark.matches()) {
            return null;
        }
        boolean inCapitals = letters.equals(letters.toUpperCase(Locale.ROOT));
        boolean small = letters.equals(letters.toLowerCase(Locale.ROOT));
        // Without its diacritics the word is also an eye, a face, a loss: only a stamp is in capitals on a line of its
        // own.
        boolean capitalsOnly = mark.group("kind") != null || mark.group("level").equals("MAT");
        boolean unlikely = capitalsOnly && !inCapitals || mark.group("level").equals("MAT") && row;
        return small || unlikely || goesOn(before, inCapitals) ? null : levelOf(mark.group("level"));
    }

    /** Whether the line before runs on into this one. */
    private static boolean goesOn(String before, boolean inCapitals) {
        String capitals = before.toUpperCase(Locale.ROOT);
        return before.equals(capitals) == inCapitals
                && GOES_ON.matcher(capitals).find();
    }

    private static String levelOf(String letters) {
        return letters.startsWith("TUY") ? "TUYET_MAT" : letters.startsWith("T") ? "TOI_MAT" : "MAT";
    }

    /** The text as the eye reads it: without what is invisible, with the letters of ours that others look like. */
    private static String asRead(String text) {
        String apart = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        var ours = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            int alike = ALIKE.indexOf(apart.charAt(i));
            ours.append(alike < 0 ? apart.charAt(i) : OURS.charAt(alike));
        }
        return Normalizer.normalize(SCRIBBLE.matcher(ours).replaceAll(""), Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
