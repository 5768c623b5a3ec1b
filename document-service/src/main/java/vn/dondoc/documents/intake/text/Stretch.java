package vn.dondoc.documents.intake.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.dondoc.documents.directive.Mark;

/** Text that knows where in the document, as it was taken in, each of its characters began and ended. */
public final class Stretch {

    private static final char FIRST_DIACRITIC = 0x300;

    private final String text;
    private final int[] begins;
    private final int[] ends;

    private Stretch(String text, int[] begins, int[] ends) {
        this.text = text;
        this.begins = begins;
        this.ends = ends;
    }

    /** The whole document in NFC, so that a letter typed as base and diacritics reads like any other. */
    public static Stretch of(String raw) {
        var composed = new StringBuilder(raw.length());
        int[] begins = new int[raw.length() * 2];
        int[] ends = new int[raw.length() * 2];
        int from = 0;
        while (from < raw.length()) {
            int to = from + 1;
            while (to < raw.length() && Character.getType(raw.charAt(to)) == Character.NON_SPACING_MARK) {
                to++;
            }
            String letter = to - from == 1 && raw.charAt(from) < FIRST_DIACRITIC
                    ? String.valueOf(raw.charAt(from))
                    : Normalizer.normalize(raw.substring(from, to), Normalizer.Form.NFC);
            int until = Math.min(composed.length() + letter.length(), begins.length);
            Arrays.fill(begins, composed.length(), until, from);
            Arrays.fill(ends, composed.length(), until, to);
            composed.append(letter);
            from = to;
        }
        int length = composed.length();
        return new Stretch(composed.toString(), Arrays.copyOf(begins, length), Arrays.copyOf(ends, length));
    }

    public String text() {
        return text;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public Stretch sub(int from, int to) {
        return new Stretch(
                text.substring(from, to), Arrays.copyOfRange(begins, from, to), Arrays.copyOfRange(ends, from, to));
    }

    public Stretch from(int from) {
        return sub(from, text.length());
    }

    /** The lines, without their ends. */
    List<Stretch> lines() {
        List<Stretch> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\f') {
                lines.add(sub(from, i));
                from = i + 1;
            }
        }
        return lines;
    }

    /** White space folded to single blanks, none at the ends; bold marks of Markdown taken out. */
    public Stretch folded() {
        var kept = new StringBuilder(text.length());
        int[] keptBegins = new int[text.length()];
        int[] keptEnds = new int[text.length()];
        int blank = -1;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (isBlank(letter)) {
                blank = blank < 0 ? i : blank;
            } else if (!isBold(i)) {
                if (blank >= 0 && !kept.isEmpty()) {
                    keptBegins[kept.length()] = begins[blank];
                    keptEnds[kept.length()] = ends[blank];
                    kept.append(' ');
                }
                blank = -1;
                keptBegins[kept.length()] = begins[i];
                keptEnds[kept.length()] = ends[i];
                kept.append(letter);
            }
        }
        int length = kept.length();
        return new Stretch(kept.toString(), Arrays.copyOf(keptBegins, length), Arrays.copyOf(keptEnds, length));
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || letter == '\u200B'
                || letter == '\uFEFF';
    }

    private boolean isBold(int i) {
        return text.charAt(i) == '*'
                && (i + 1 < text.length() && text.charAt(i + 1) == '*' || i > 0 && text.charAt(i - 1) == '*');
    }

    /** This and the other, with one blank between. */
    public Stretch joined(Stretch other) {
        return ofAll(List.of(this, other));
    }

    /** All of them that are not empty, with one blank between. */
    public static Stretch ofAll(List<Stretch> pieces) {
        List<Stretch> some = pieces.stream().filter(it -> !it.isEmpty()).toList();
        if (some.size() < 2) {
            return some.isEmpty() ? pieces.getFirst() : some.getFirst();
        }
        int length = some.stream().mapToInt(it -> it.text.length() + 1).sum() - 1;
        var text = new StringBuilder(length);
        int[] begins = new int[length];
        int[] ends = new int[length];
        for (Stretch piece : some) {
            if (!text.isEmpty()) {
                begins[text.length()] = ends[text.length() - 1];
                ends[text.length()] = piece.begins[0];
                text.append(' ');
            }
            System.arraycopy(piece.begins, 0, begins, text.length(), piece.text.length());
            System.arraycopy(piece.ends, 0, ends, text.length(), piece.text.length());
            text.append(piece.text);
        }
        return new Stretch(text.toString(), begins, ends);
    }

    /** Cells of a table as one line with bars between them. */
    static Stretch row(List<Stretch> cells) {
        int length = 1 + cells.stream().mapToInt(it -> it.text.length() + 3).sum();
        var text = new StringBuilder(length).append('|');
        int[] begins = new int[length];
        int[] ends = new int[length];
        int last = cells.stream()
                .filter(it -> !it.isEmpty())
                .mapToInt(it -> it.begins[0])
                .findFirst()
                .orElse(0);
        begins[0] = last;
        ends[0] = last;
        for (Stretch cell : cells) {
            int at = text.length() + 1;
            text.append(' ').append(cell.text).append(" |");
            System.arraycopy(cell.begins, 0, begins, at, cell.text.length());
            System.arraycopy(cell.ends, 0, ends, at, cell.text.length());
            begins[at - 1] = last;
            ends[at - 1] = last;
            last = cell.isEmpty() ? last : cell.ends[cell.text.length() - 1];
            for (int i = at + cell.text.length(); i < text.length(); i++) {
                begins[i] = last;
                ends[i] = last;
            }
        }
        return new Stretch(text.toString(), begins, ends);
    }

    /** Where {@code from} to {@code to} of this stood in the document. */
    public Mark mark(int from, int to, double confidence) {
        return from >= to ? new Mark(0, 0, confidence) : new Mark(begins[from], ends[to - 1], confidence);
    }

    public Mark mark(double confidence) {
        return mark(0, text.length(), confidence);
    }

    @Override
    public String toString() {
        return text;
    }
}
