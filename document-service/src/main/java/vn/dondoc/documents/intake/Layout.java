package vn.dondoc.documents.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a document joined into paragraphs, in reading order. Takes away what belongs to the page and not to the
 * text: hard line breaks, footnotes, bold marks, captions and imprint of a newspaper.
 *
 * @param paragraphs each on one line, white space folded, NFC
 */
record Layout(List<String> paragraphs) {

    private static final int FULL_LINE = 55;
    private static final Pattern STRUCTURE =
            Pattern.compile("^(?:[-–+•]\\s|\\d{1,2}(?:\\.\\d{1,2})*[.)]\\s|[a-zđ]\\)\\s|[IVX]{1,5}\\.\\s|Điều \\d+).*");
    private static final Pattern LANDMARK = Pattern.compile(
            "^(?:Kính gửi|Nơi nhận|Số\\s*:?\\s*\\d|V/v|TM\\.|T/M|KT\\.|K/T|TL\\.|T/L|TUQ\\.|Q\\.|CỘNG HÒA|CỘNG HOÀ|Độc lập).*");
    private static final Pattern NOT_TEXT = Pattern.compile(
            "^(?:Tổng biên tập|Phó Tổng biên tập|Tòa soạn|Điện thoại|Email|date \\d{4}-\\d{2}|\\d{2}:\\d{2},? \\d{1,2}/\\d{1,2}/\\d{4}).*"
                    + "|.*(?:Ảnh minh họa|Ảnh:|Ảnh minh hoạ).*|^\\d{1,3}$");
    private static final Pattern FOOTNOTE = Pattern.compile("^[\\u00B9\\u00B2\\u00B3\\u2070-\\u2079].*");
    private static final Pattern ENDS = Pattern.compile(".*[.;:!?…]$|.*/\\.$");

    Layout {
        paragraphs = List.copyOf(paragraphs);
    }

    static Layout of(String text) {
        List<String> joined = new ArrayList<>();
        for (String line :
                Normalizer.normalize(text, Normalizer.Form.NFC).lines().toList()) {
            String clean = fold(line.replace("**", "").replace('\u00A0', ' '));
            if (clean.isEmpty()
                    || NOT_TEXT.matcher(clean).matches()
                    || FOOTNOTE.matcher(clean).matches()) {
                continue;
            }
            if (!joined.isEmpty() && continues(joined.getLast(), clean)) {
                joined.set(joined.size() - 1, joined.getLast() + " " + clean);
            } else {
                joined.add(clean);
            }
        }
        return new Layout(joined);
    }

    /** Whether a line goes on where the one before it was broken off. */
    private static boolean continues(String before, String line) {
        if (ENDS.matcher(before).matches()
                || STRUCTURE.matcher(line).matches()
                || LANDMARK.matcher(line).matches()) {
            return false;
        }
        if (isCapitals(before) || isCapitals(line)) {
            return isCapitals(before)
                    && isCapitals(line)
                    && !LANDMARK.matcher(before).matches();
        }
        boolean startsLow = Character.isLowerCase(line.codePointAt(0)) || Character.isDigit(line.codePointAt(0));
        return startsLow || before.length() >= FULL_LINE && !before.startsWith("- ");
    }

    static boolean isCapitals(String line) {
        boolean letters = line.codePoints().anyMatch(Character::isLetter);
        return letters && line.equals(line.toUpperCase(java.util.Locale.ROOT));
    }

    static String fold(String text) {
        return text.replaceAll("[\\p{Zs}\\t]+", " ").strip();
    }

    /** All paragraphs as one text. */
    String text() {
        return String.join("\n", paragraphs);
    }

    /** Index of the first paragraph that matches, from {@code start}; -1 if none does. */
    int find(Pattern pattern, int start) {
        for (int i = Math.max(start, 0); i < paragraphs.size(); i++) {
            if (pattern.matcher(paragraphs.get(i)).find()) {
                return i;
            }
        }
        return -1;
    }
}
