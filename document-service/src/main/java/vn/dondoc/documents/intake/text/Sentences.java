package vn.dondoc.documents.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A clause in its sentences. */
public final class Sentences {

    private static final Pattern SENTENCE_END = Pattern.compile("\\.(?:/\\.)? (?=[\\p{Lu}“\"])");

    private static final int LONGEST_ABBREVIATION = 8;

    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[ (])(?:TP|Tp|TM|KT|TL|TUQ|ThS|TS|PGS|GS|BS|St|tr|v\\.v|Q|P|số|đ/c)$|[^\\p{L}\\d)”\"%]$|[“\"«]\\d{1,2}$");

    private static final int LONGEST_SENTENCE = 3_000;

    private Sentences() {}

    /** No office writes such sentences; reading them would take time that grows with the square of their length. */
    public static boolean isTooLong(String sentence) {
        return sentence.length() > LONGEST_SENTENCE;
    }

    /** Sentences end with a full stop before a capital; not after an abbreviation. */
    public static List<Stretch> sentences(Stretch text) {
        List<Stretch> sentences = new ArrayList<>();
        Matcher end = SENTENCE_END.matcher(text.text());
        int from = 0;
        while (end.find()) {
            String before = text.text().substring(Math.max(from, end.start() - LONGEST_ABBREVIATION), end.start());
            if (!ABBREVIATION.matcher(before).find()) {
                sentences.add(text.sub(from, end.start()).folded());
                from = end.end();
            }
        }
        sentences.add(text.from(from).folded());
        return sentences.stream().filter(it -> !it.isEmpty()).toList();
    }

    public static String lastSentence(String text) {
        List<String> sentences =
                sentences(Stretch.of(text)).stream().map(Stretch::text).toList();
        String last = sentences.isEmpty() ? text : sentences.getLast();
        return isTooLong(last) ? "" : last;
    }
}
