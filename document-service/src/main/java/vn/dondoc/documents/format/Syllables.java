package vn.dondoc.documents.format;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether accented words are possible Vietnamese syllables. Vietnamese has a closed set of onsets, rhymes and tones, so a
 * wrong conversion betrays itself within a few words; no word list is needed.
 */
final class Syllables {

    private static final Pattern POSSIBLE = Pattern.compile("(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
            + "(?:a(?:ch|c|i|m|ng|nh|n|o|p|t|u|y)?|ă(?:c|m|ng|n|p|t)|â(?:c|m|ng|n|p|t|u|y)"
            + "|e(?:c|m|ng|n|o|p|t)?|ê(?:ch|m|nh|n|p|t|u)?"
            + "|i(?:a|ch|m|nh|n|p|t|u)?|iê(?:c|m|ng|n|p|t|u)"
            + "|o(?:c|i|m|ng|n|p|t)?|oo(?:c|ng)|oa(?:ch|c|i|m|ng|nh|n|o|p|t|y)?|oă(?:c|m|ng|n|t)|oe(?:n|o|t)?"
            + "|ô(?:c|i|m|ng|n|p|t)?|ơ(?:i|m|n|p|t)?"
            + "|u(?:a|c|i|m|ng|n|p|t)?|uô(?:c|i|m|ng|n|t)|uơ|uê(?:ch|nh)?|uâ(?:ng|n|t|y)"
            + "|uy(?:a|ch|nh|n|t|u)?|uyê(?:n|t)"
            + "|ư(?:a|c|i|m|ng|n|t|u)?|ươ(?:c|i|m|ng|n|p|t|u)"
            + "|y(?:nh|t)?|yê(?:m|ng|n|t|u))");
    private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    /** A syllable closed by a stop carries the acute or the dot, nothing else. */
    private static final Pattern STOPPED = Pattern.compile(".*(?:ch|[cpt])$");

    /** So many accented words tell an encoding; more only take time. */
    private static final int SAMPLE = 2_000;

    private Syllables() {}

    /** How many accented words a text has, and how many of them Vietnamese could have. */
    record Tally(int possible, int accented) {
        double share() {
            return accented == 0 ? 0 : (double) possible / accented;
        }

        Tally plus(Tally other) {
            return new Tally(possible + other.possible, accented + other.accented);
        }
    }

    static Tally tally(String text) {
        int possible = 0;
        int accented = 0;
        int start = -1;
        boolean plain = true;
        for (int i = 0; i <= text.length() && accented < SAMPLE; i++) {
            boolean inside = i < text.length() && belongsToAWord(text.charAt(i));
            if (inside) {
                plain = start < 0 ? text.charAt(i) < 0x80 : plain && text.charAt(i) < 0x80;
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                String word = plain ? "" : text.substring(start, i);
                start = -1;
                if (plain || isAbbreviation(word)) {
                    continue;
                }
                accented++;
                if (isPossible(word)) {
                    possible++;
                }
            }
        }
        return new Tally(possible, accented);
    }

    /** Legacy encodings put letters where Latin-1 has signs, so those signs count as (impossible) letters. */
    private static boolean belongsToAWord(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || (c >= 0xA1 && c <= 0xFF);
    }

    private static boolean isAbbreviation(String word) {
        return word.length() <= 6 && word.chars().allMatch(c -> c == 'Đ' || c == 'Ư' || (c >= 'A' && c <= 'Z'));
    }

    static boolean isPossible(String word) {
        if (word.length() > 24) {
            return false;
        }
        String parts = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String toneless = Normalizer.normalize(TONE.matcher(parts).replaceAll(""), Normalizer.Form.NFC);
        long tones = TONE.matcher(parts).results().count();
        if (tones > 1 || !POSSIBLE.matcher(toneless).matches()) {
            return false;
        }
        return !STOPPED.matcher(toneless).matches() || parts.indexOf('\u0301') >= 0 || parts.indexOf('\u0323') >= 0;
    }
}
