package vn.dondoc.documents.directive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a document (số, ký hiệu) in either grammar: {@code 4709/UBND-KSTT}, {@code 12/2024/NQ-HĐND} of the state
 * (Nghị định 30/2020/NĐ-CP), {@code 05-NQ/TU} of the Party (Hướng dẫn 36-HD/VPTW). One document has one canonical form, however it
 * was typed.
 *
 * @param running the number that begins again every year, with the letter that may follow it
 * @param notation what stands after it, with the year where the state writes one
 * @param party whether a dash joins them, as the Party does, rather than a slash
 */
public record DocumentNumber(String running, String notation, boolean party) {

    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,6}\\p{L}?|\\d{1,4}-\\d{1,4})([/-])((?:\\d{4}/)?\\p{Lu}[\\p{L}\\d/.&()_-]*)");
    private static final Pattern LABEL = Pattern.compile("^[Ss]ố:?(?=\\d)");

    /** A type and its organ with a slash between: {@code NQ/TU}; the state puts a dash there, or should. */
    private static final Pattern OF_THE_PARTY = Pattern.compile("\\p{Lu}\\p{L}{0,4}/(?!UBND|HĐND|CP|TTg|QH)\\p{Lu}.*");

    private static final Pattern TU = Pattern.compile("/T[ƯU](?=$|-)");

    /** Of words that are one; empty for others. */
    public static Optional<DocumentNumber> of(String raw) {
        Matcher number = NUMBER.matcher(canonical(raw));
        return number.matches()
                ? Optional.of(new DocumentNumber(
                        number.group(1), number.group(3), number.group(2).equals("-")))
                : Optional.empty();
    }

    /** Of its two parts, as an envelope carries them: what joins them follows from the second. */
    public static DocumentNumber of(String running, String notation) {
        String joined = canonical(notation);
        return new DocumentNumber(
                canonical(running), joined, OF_THE_PARTY.matcher(joined).matches());
    }

    /** Words without blanks, with one kind of dash and one spelling of TU, whether or not they are a number. */
    public static String canonical(String raw) {
        String plain = raw.replaceAll("[\\s\\u00A0]+", "").replaceAll("[–—−]", "-");
        return LABEL.matcher(TU.matcher(plain).replaceAll("/TU")).replaceFirst("");
    }

    /** As it is stored, compared and shown. */
    public String canonical() {
        return running + (party ? "-" : "/") + notation;
    }
}
