package vn.dondoc.documents.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the reader stands in the document's own numbering. */
final class Path {

    private static final class Level {
        private final int depth;
        private final String label;
        private String title = "";
        private int bullets;

        Level(int depth, String label) {
            this.depth = depth;
            this.label = label;
        }
    }

    private static final int ROMAN = 1;
    private static final int NUMBER = 2;
    private static final int LETTER = 9;

    private final Deque<Level> levels = new ArrayDeque<>();
    private int bullets;
    private int lastNumber;

    /** Steps to the numbered or bulleted paragraph that {@code marker} opens, and gives its path. */
    String enter(Matcher marker) {
        if (marker.group(4) != null) {
            return nextBullet();
        }
        int depth;
        String label;
        if (marker.group(1) != null) {
            depth = ROMAN;
            label = marker.group(1);
        } else if (marker.group(2) != null) {
            String[] parts = marker.group(2).split("\\.");
            depth = NUMBER + parts.length - 1;
            label = parts[parts.length - 1];
            if (parts.length == 1) {
                lastNumber = Integer.parseInt(label);
            }
        } else {
            depth = LETTER;
            label = marker.group(3);
        }
        while (!levels.isEmpty() && levels.peekLast().depth >= depth) {
            levels.removeLast();
        }
        levels.addLast(new Level(depth, label));
        return current();
    }

    /** The next unnumbered paragraph or bullet under where the reader stands. */
    String nextBullet() {
        if (levels.isEmpty()) {
            return String.valueOf(++bullets);
        }
        return current() + "." + ++levels.peekLast().bullets;
    }

    /** A closing paragraph stands beside the numbered ones, after the last. */
    String afterLast() {
        levels.clear();
        return String.valueOf(lastNumber == 0 ? ++bullets : ++lastNumber);
    }

    void title(String text) {
        if (!levels.isEmpty()) {
            levels.peekLast().title = text;
        }
    }

    /** Whether any heading above says this. */
    boolean titled(Pattern pattern) {
        return levels.stream().anyMatch(it -> pattern.matcher(it.title).find());
    }

    /** The year that the nearest heading names. */
    @Nullable
    String horizon() {
        Iterator<Level> upwards = levels.descendingIterator();
        while (upwards.hasNext()) {
            var year = Targets.horizon(upwards.next().title);
            if (year.isPresent()) {
                return year.get();
            }
        }
        return null;
    }

    private String current() {
        return String.join(".", levels.stream().map(it -> it.label).toList());
    }
}
