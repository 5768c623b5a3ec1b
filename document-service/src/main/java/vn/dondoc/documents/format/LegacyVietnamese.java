package vn.dondoc.documents.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Vietnamese from before Unicode. Until about 2005 offices typed with fonts that drew Vietnamese letters on the places of
 * Western ones: TCVN3 (ABC, fonts .VnTime…) in the north, one byte per letter; VNI in the south, a vowel followed by a
 * sign. Their files say nothing of it: bytes look like windows-1252, and a Word file converted later holds "Céng hßa" as
 * if it were meant. So every reading is tried, and the one whose words Vietnamese could have is taken, if it is clearly
 * the best; otherwise the text is refused with the name of the suspect. Windows-1258 and UTF-8 that was once misread as
 * windows-1252 are treated the same way.
 */
final class LegacyVietnamese {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    /** From 0xA1 on, per TCVN 5712:1993 VN3; capitals with tones (VN2 places) included, the free-standing tones left out. */
    private static final String TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđẰ"
            + "\u00b0\u00b1\u00b2\u00b3\u00b4àảãáạẲằẳẵắẴ"
            + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
            + "éẹềểễếệìỉỄẾỒĩíịò"
            + "Ổỏõóọồổỗốộờởỡớợù"
            + "ỖủũúụừửữứựỳỷỹýỵỐ";
    /** Where windows-1258 departs from windows-1252: pairs of code and character. */
    private static final String WINDOWS_1258 = "ÃĂÌ\u0300ÐĐÒ\u0309ÕƠÝƯÞ\u0303ãăì\u0301ðđò\u0323õơýưþ₫";

    private static final String VNI_TONE_SIGNS = "ùøûõï";
    private static final String VNI_CIRCUMFLEX_SIGNS = "âáàåãä";
    private static final String VNI_BREVE_SIGNS = "êéèúüë";
    private static final String TONES = "\u0301\u0300\u0309\u0303\u0323";
    private static final String VNI_SINGLES = "ôơöưñđííììæỉóĩòịîỵ";
    private static final Pattern ONLY_VIETNAMESE =
            Pattern.compile("[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9\u0300\u0301\u0303\u0309\u0323]");

    /** In characters: what is enough to tell one encoding from another. */
    private static final int SAMPLE = 200_000;

    private static final double CLEAR = 0.80;
    private static final double DOUBTFUL = 0.65;

    private LegacyVietnamese() {}

    enum Encoding {
        TCVN3("TCVN3 (ABC)"),
        VNI("VNI-Windows"),
        WINDOWS_1258("windows-1258"),
        MISREAD_UTF8("UTF-8 misread as windows-1252");

        private final String label;

        Encoding(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** @param western the text as if it were windows-1252 */
        String convert(String western) {
            return switch (this) {
                case TCVN3 -> fromTcvn3(western);
                case VNI -> fromVni(western);
                case WINDOWS_1258 -> from1258(western);
                case MISREAD_UTF8 -> fromMisreadUtf8(western);
            };
        }
    }

    /** Bytes that are not UTF-8, read as what they most probably are. */
    static String decode(byte[] bytes) {
        String western = new String(bytes, WESTERN);
        Syllables.Tally asIs = Syllables.tally(western);
        if (asIs.accented() == 0) {
            return western;
        }
        String sample = western.substring(0, Math.min(SAMPLE, western.length()));
        sample = Syllables.tally(sample).accented() == 0 ? western : sample;
        Encoding best = Encoding.TCVN3;
        double bestShare = -1;
        double secondShare = -1;
        for (Encoding it : List.of(Encoding.TCVN3, Encoding.VNI, Encoding.WINDOWS_1258)) {
            double share = Syllables.tally(it.convert(sample)).share();
            if (share > bestShare) {
                secondShare = bestShare;
                best = it;
                bestShare = share;
            } else {
                secondShare = Math.max(secondShare, share);
            }
        }
        if (bestShare < CLEAR || bestShare - secondShare < 0.1) {
            throw Refusal.UNKNOWN_ENCODING.because(suspect(bytes, best, bestShare));
        }
        return best.convert(western);
    }

    private static String suspect(byte[] bytes, Encoding best, double share) {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        long broken = lenient.chars().filter(c -> c == 0xFFFD).count();
        long whole = lenient.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        if (whole > 4 * broken) {
            return "UTF-8?";
        }
        if (share >= 0.4) {
            return best.label() + "?";
        }
        // Both put letters where windows-1252 has punctuation, and neither of the others does.
        long low = 0;
        for (byte it : bytes) {
            if ((it & 0xE0) == 0x80) {
                low++;
            }
        }
        return low > bytes.length / 50 ? "VISCII, VPS?" : "?";
    }

    /**
     * Text that came as Unicode but was typed with legacy fonts. Decided over the whole text, applied by line: a line that
     * already has letters which only Vietnamese Unicode has is left alone.
     */
    static String repair(String text, Allowance allowance) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        Evidence evidence = new Evidence();
        forEachLine(text, allowance, evidence::weigh);
        Encoding encoding = evidence.verdict();
        if (encoding == null) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        forEachLine(text, allowance, line -> {
            boolean candidate = !ONLY_VIETNAMESE.matcher(line).find()
                    && (evidence.mostly() || Evidence.isSuspect(Syllables.tally(line)));
            String converted = candidate ? encoding.convert(line) : line;
            boolean better =
                    Syllables.tally(converted).share() >= Syllables.tally(line).share();
            out.append(better ? converted : line).append('\n');
        });
        out.setLength(out.length() - 1);
        return out.toString();
    }

    /** By position, because ten million lines must not become ten million strings. */
    private static void forEachLine(String text, Allowance allowance, Consumer<String> each) {
        int start = 0;
        while (start <= text.length()) {
            allowance.tick();
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            each.accept(text.substring(start, end));
            start = end + 1;
        }
    }

    /** What the lines say about how they were typed. */
    private static final class Evidence {
        private static final int ENOUGH = 5_000;
        private static final List<Encoding> POSSIBLE = List.of(Encoding.TCVN3, Encoding.VNI, Encoding.MISREAD_UTF8);

        private final Map<Encoding, Syllables.Tally> after = new EnumMap<>(Encoding.class);
        private Syllables.Tally before = new Syllables.Tally(0, 0);
        private int suspects;
        private int sound;

        void weigh(String line) {
            if (ONLY_VIETNAMESE.matcher(line).find()) {
                sound++;
                return;
            }
            Syllables.Tally tally = Syllables.tally(line);
            if (!isSuspect(tally) || suspects++ > ENOUGH) {
                return;
            }
            before = before.plus(tally);
            for (Encoding it : POSSIBLE) {
                after.merge(it, Syllables.tally(it.convert(line)), Syllables.Tally::plus);
            }
        }

        static boolean isSuspect(Syllables.Tally tally) {
            return tally.accented() > 0 && tally.share() < DOUBTFUL;
        }

        boolean mostly() {
            return suspects >= sound;
        }

        @Nullable
        Encoding verdict() {
            if (before.accented() < 2) {
                return null;
            }
            Encoding best = null;
            double bestShare = Math.max(CLEAR, before.share() + 0.2);
            for (Map.Entry<Encoding, Syllables.Tally> it : after.entrySet()) {
                if (it.getValue().share() >= bestShare) {
                    best = it.getKey();
                    bestShare = it.getValue().share();
                }
            }
            return best;
        }
    }

    /**
     * A run of text whose font says how it was typed.
     *
     * @param font such as .VnTime, .VnTimeH (which draws capitals whatever was typed) or VNI-Times
     */
    static String inFont(@Nullable String font, String text) {
        if (font == null || ONLY_VIETNAMESE.matcher(text).find()) {
            return text;
        }
        if (font.startsWith(".Vn")) {
            String converted = fromTcvn3(text);
            return font.endsWith("H") ? converted.toUpperCase(Locale.ROOT) : converted;
        }
        return font.regionMatches(true, 0, "VNI-", 0, 4) ? fromVni(text) : text;
    }

    /**
     * TCVN3 has no capitals with tones: "NGHÖ" was drawn in a font of capitals. A word is given them back when its plain
     * letters are capitals, for a lone capital ("Hµ") only when the whole line has no small letter.
     */
    static String fromTcvn3(String western) {
        StringBuilder out = new StringBuilder(western.length());
        int line = 0;
        while (line < western.length()) {
            int end = western.indexOf('\n', line);
            end = end < 0 ? western.length() : end + 1;
            appendTcvn3(western, line, end, out);
            line = end;
        }
        return out.toString();
    }

    private static void appendTcvn3(String western, int from, int to, StringBuilder out) {
        boolean capitalLine = isInCapitals(western, from, to);
        int word = out.length();
        int capitals = 0;
        boolean small = false;
        for (int i = from; i <= to; i++) {
            char c = i < to ? western.charAt(i) : ' ';
            char converted = tcvn3(c);
            if (Character.isLetter(converted)) {
                small |= c >= 'a' && c <= 'z';
                capitals += (c >= 'A' && c <= 'Z') || (c >= 0xA1 && c <= 0xA7) ? 1 : 0;
                out.append(converted);
                continue;
            }
            if (!small && (capitals >= 2 || capitalLine)) {
                raise(out, word);
            }
            if (i < to) {
                out.append(converted);
            }
            word = out.length();
            capitals = 0;
            small = false;
        }
    }

    private static void raise(StringBuilder out, int from) {
        for (int i = from; i < out.length(); i++) {
            out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
        }
    }

    private static boolean isInCapitals(String western, int from, int to) {
        int capitals = 0;
        for (int i = from; i < to; i++) {
            char c = western.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return false;
            }
            capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
        }
        return capitals >= 2;
    }

    private static char tcvn3(char c) {
        return c >= 0xA1 && c <= 0xFF ? TCVN3.charAt(c - 0xA1) : c;
    }

    static String fromVni(String western) {
        StringBuilder out = new StringBuilder(western.length());
        for (int i = 0; i < western.length(); i++) {
            char c = western.charAt(i);
            String marks = i + 1 < western.length() ? vniMarks(c, western.charAt(i + 1)) : "";
            out.append(marks.isEmpty() ? vniSingle(c) : compose(vniSingle(c), marks));
            if (!marks.isEmpty()) {
                i++;
            }
        }
        return out.toString();
    }

    private static String compose(char base, String marks) {
        return Normalizer.normalize(base + marks, Normalizer.Form.NFC);
    }

    /** The combining marks that the sign after a vowel stands for; empty when it stands for itself. */
    private static String vniMarks(char vowel, char sign) {
        char base = Character.toLowerCase(vowel);
        char mark = Character.toLowerCase(sign);
        if ("aeouyôö".indexOf(base) < 0) {
            return "";
        }
        int tone = VNI_TONE_SIGNS.indexOf(mark);
        if (tone >= 0) {
            return TONES.substring(tone, tone + 1);
        }
        int circumflex = "aeo".indexOf(base) < 0 ? -1 : VNI_CIRCUMFLEX_SIGNS.indexOf(mark);
        if (circumflex >= 0) {
            return "\u0302" + (circumflex == 0 ? "" : TONES.charAt(circumflex - 1));
        }
        int breve = base == 'a' ? VNI_BREVE_SIGNS.indexOf(mark) : -1;
        if (breve >= 0) {
            return "\u0306" + (breve == 0 ? "" : TONES.charAt(breve - 1));
        }
        return "";
    }

    private static char vniSingle(char c) {
        int at = VNI_SINGLES.indexOf(Character.toLowerCase(c));
        if (at < 0 || at % 2 != 0) {
            return c;
        }
        char converted = VNI_SINGLES.charAt(at + 1);
        return Character.isUpperCase(c) ? Character.toUpperCase(converted) : converted;
    }

    static String from1258(String western) {
        StringBuilder out = new StringBuilder(western.length());
        for (int i = 0; i < western.length(); i++) {
            char c = western.charAt(i);
            int at = 0;
            while (at < WINDOWS_1258.length() && WINDOWS_1258.charAt(at) != c) {
                at += 2;
            }
            out.append(at < WINDOWS_1258.length() ? WINDOWS_1258.charAt(at + 1) : c);
        }
        return out.toString();
    }

    /** Five codes have no character in windows-1252; browsers pass them through as control characters. */
    private static String fromMisreadUtf8(String western) {
        byte[] bytes = new byte[western.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = western.charAt(i);
            byte[] one = String.valueOf(c).getBytes(WESTERN);
            boolean lost = one[0] == '?' && c != '?';
            if (lost && c > 0x9F) {
                return western;
            }
            bytes[i] = lost ? (byte) c : one[0];
        }
        String utf8 = PlainText.strictly(StandardCharsets.UTF_8, bytes);
        return utf8 == null ? western : utf8;
    }
}
