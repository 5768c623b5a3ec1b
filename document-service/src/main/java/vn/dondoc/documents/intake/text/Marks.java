package vn.dondoc.documents.intake.text;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.dondoc.documents.directive.Mark;

/** Places in the text of which no two overlap, unless they are the same; found without going through all of them. */
public final class Marks {

    private final NavigableMap<Integer, Mark> byStart = new TreeMap<>();

    public Marks(Collection<Mark> marks) {
        marks.forEach(it -> byStart.put(it.start(), it));
    }

    /** Whether one of them holds all of it. */
    public boolean cover(Mark words) {
        return share(words) == 1;
    }

    /** The most that one of them holds of some words, from 0 to 1. */
    public double share(Mark words) {
        Integer first = byStart.floorKey(words.start());
        return byStart.subMap(first == null ? words.start() : first, words.end()).values().stream()
                .mapToDouble(it -> share(it, words))
                .max()
                .orElse(0);
    }

    private static double share(Mark cover, Mark words) {
        int from = Math.max(cover.start(), words.start());
        int to = Math.min(cover.end(), words.end());
        return Math.max(0, to - from) / (double) Math.max(1, words.end() - words.start());
    }
}
