package vn.dondoc.documents.intake.score;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Texts compared by their words, whatever their case, spacing and punctuation. */
final class Words {

    private Words() {}

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("uỷ", "ủy")
                .replace("hoà", "hòa")
                .replaceAll("\\s+", " ")
                .replaceAll("[.;,:]+$", "")
                .strip();
    }

    private static List<String> of(String text) {
        return Arrays.stream(folded(text).split("[^\\p{L}\\p{N}%]+"))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** Twice the words they share over the words they have, from 0 to 1 (Dice). */
    static double overlap(String one, String other) {
        List<String> first = of(one);
        List<String> left = new ArrayList<>(of(other));
        int total = first.size() + left.size();
        long shared = first.stream().filter(left::remove).count();
        return total == 0 ? 0 : 2.0 * shared / total;
    }

    /** The words they share over the words of the shorter, from 0 to 1. */
    static double containment(String one, String other) {
        List<String> first = of(one);
        List<String> left = new ArrayList<>(of(other));
        int shorter = Math.min(first.size(), left.size());
        long shared = first.stream().filter(left::remove).count();
        return shorter == 0 ? 0 : (double) shared / shorter;
    }
}
