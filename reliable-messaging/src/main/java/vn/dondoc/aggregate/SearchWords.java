package vn.dondoc.aggregate;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words as a search compares them: small letters, without diacritics, so "chuyen doi so" finds "chuyển đổi số". */
public final class SearchWords {

    private SearchWords() {}

    /** The words in some texts, each once: letters and digits, so "4709/UBND-KSTT" is three. */
    public static List<String> in(@Nullable String... texts) {
        String text = Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Arrays.stream(folded(text).split("[^\\p{L}\\p{N}]+"))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    /** A text as lists are ordered by it and as words are compared. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("\\s+", " ")
                .strip();
    }
}
