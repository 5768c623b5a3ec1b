package vn.dondoc.documents.agency;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes two spellings of one phrase equal. Offices write the tone on either vowel (uỷ, ủy; hoà, hòa), i or y after a
 * consonant (kì, kỳ), capitals at will, and their names in short (UBND, TP., KH&ĐT). So the tone moves to the end of its
 * syllable as a digit, and the short forms that are always read the same way are written out.
 */
final class VietnameseSpelling {

    /** Grave, acute, tilde, hook above, dot below; the circumflex, breve and horn belong to the letter and stay. */
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private static final Pattern JOINED_CAPITALS = Pattern.compile("(?<=\\p{Lu})(-|,|\\s*&\\s*)(?=\\p{Lu})");
    private static final Pattern AMPERSAND = Pattern.compile("(?<=\\p{L})\\s*&\\s*(?=\\p{L})");
    private static final Pattern DASH = Pattern.compile("(?<=\\p{L})\\s*-\\s*(?=\\p{L})");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ENDS_IN_Y = Pattern.compile("[bcdđghklmnpqrstvx]+y");

    /** Always read the same way, so written out; in the folded spelling already. */
    private static final List<ShortForm> SHORT_FORMS = List.of(
            new ShortForm("ubnd", "(?<![\\p{L}\\d])ubnd(?![\\p{L}\\d])", "uy4 ban nhân dân"),
            new ShortForm("hđnd", "(?<![\\p{L}\\d])hđnd(?![\\p{L}\\d])", "hôi5 đông1 nhân dân"),
            new ShortForm("mttq", "(?<![\\p{L}\\d])mttq(?![\\p{L}\\d])", "măt5 trân5 tô4 quôc2"),
            new ShortForm("vp", "(?<![\\p{L}\\d])vp (?=uy4 ban|hôi5 đông1|tinh4)", "văn phong1 "),
            new ShortForm("tp", "(?<![\\p{L}\\d])tp\\.? ?(?=\\p{L})", "thanh1 phô2 "),
            new ShortForm("tx", "(?<![\\p{L}\\d])tx\\.? ?(?=\\p{L})", "thi5 xa3 "));

    private record ShortForm(String letters, Pattern pattern, String inFull) {
        ShortForm(String letters, String pattern, String inFull) {
            this(letters, Pattern.compile(pattern), inFull);
        }

        String writtenOutIn(String text) {
            return text.contains(letters) ? pattern.matcher(text).replaceAll(inFull) : text;
        }
    }

    private VietnameseSpelling() {}

    /** The phrase in the form in which it is compared; regular expressions without letter escapes survive it. */
    static String folded(String phrase) {
        String joined = Normalizer.normalize(phrase, Normalizer.Form.NFC).replace('\u2013', '-');
        // a catalogue is folded whole whenever a directive is issued, and few names have any of these
        if (joined.indexOf('&') >= 0 || joined.indexOf('-') >= 0 || joined.indexOf(',') >= 0) {
            joined = JOINED_CAPITALS.matcher(joined).replaceAll("");
            joined = AMPERSAND.matcher(joined).replaceAll(" và ");
            joined = DASH.matcher(joined).replaceAll(" - ");
        }
        joined = BLANKS.matcher(joined).replaceAll(" ").strip();
        return writtenOut(tonesLast(joined.toLowerCase(Locale.ROOT)));
    }

    /** First letters of the words of a name, as offices shorten it: Kế hoạch và Đầu tư is khđt. */
    static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (String word : NO_LETTERS.split(plain)) {
            if (!word.isEmpty() && !word.equals("và")) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }

    private static String tonesLast(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 16);
        StringBuilder word = new StringBuilder();
        int tone = -1;
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int n = 0; n < decomposed.length(); n++) {
            char letter = decomposed.charAt(n);
            if (TONES.indexOf(letter) >= 0) {
                tone = TONES.indexOf(letter);
            } else if (Character.isLetter(letter) || Character.getType(letter) == Character.NON_SPACING_MARK) {
                word.append(letter);
            } else {
                append(folded, word, tone);
                tone = -1;
                folded.append(letter);
            }
        }
        append(folded, word, tone);
        return folded.toString();
    }

    private static void append(StringBuilder folded, StringBuilder word, int tone) {
        String letters = Normalizer.normalize(word, Normalizer.Form.NFC);
        folded.append(
                ENDS_IN_Y.matcher(letters).matches() ? letters.substring(0, letters.length() - 1) + "i" : letters);
        if (tone >= 0) {
            folded.append(tone + 1);
        }
        word.setLength(0);
    }

    private static String writtenOut(String folded) {
        String text = folded;
        for (ShortForm it : SHORT_FORMS) {
            text = it.writtenOutIn(text);
        }
        return text;
    }
}
