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
    private static final int LONGEST_WRAPPED = 110;
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
        List<String> lines = Normalizer.normalize(text, Normalizer.Form.NFC)
                .lines()
                .map(it -> fold(it.replace("**", "").replace('\u00A0', ' ')))
                .toList();
        boolean blankMeansParagraph = !isHardWrapped(lines);
        List<String> joined = new ArrayList<>();
        String last = "";
        boolean afterBlank = true;
        for (String line : lines) {
            if (line.isEmpty()
                    || FOOTNOTE.matcher(line).matches()
                    || NOT_TEXT.matcher(line).matches()) {
                afterBlank = true;
                continue;
            }
            boolean newParagraph = afterBlank && blankMeansParagraph && !startsLow(line);
            if (!joined.isEmpty() && !newParagraph && continues(last, line)) {
                joined.set(joined.size() - 1, joined.getLast() + " " + line);
            } else {
                joined.add(line);
            }
            last = line;
            afterBlank = false;
        }
        return new Layout(joined);
    }

    /** Whether the line breaks are those of a page, so that neither they nor blank lines end a paragraph. */
    private static boolean isHardWrapped(List<String> lines) {
        List<String> full =
                lines.stream().filter(it -> it.length() >= FULL_LINE).toList();
        long brokenOff = full.stream()
                .filter(it ->
                        it.length() <= LONGEST_WRAPPED && !ENDS.matcher(it).matches())
                .count();
        return full.size() >= 5 && brokenOff * 2 > full.size();
    }

    private static boolean startsLow(String line) {
        return Character.isLowerCase(line.codePointAt(0))
                || Character.isDigit(line.codePointAt(0))
                        && !STRUCTURE.matcher(line).matches();
    }

    /** Whether a line goes on where the physical line before it was broken off. */
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
        return startsLow(line) || before.length() >= FULL_LINE;
    }

    static boolean isCapitals(String line) {
        boolean letters = line.codePoints().anyMatch(Character::isLetter);
        return letters && line.contains(" ") && line.equals(line.toUpperCase(java.util.Locale.ROOT));
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
