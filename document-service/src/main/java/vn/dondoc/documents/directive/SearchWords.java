package vn.dondoc.documents.directive;

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

    /** Everything by which a directive can be found, each word once. */
    public static List<String> of(Directive directive) {
        Reading.Head head = directive.reading().head();
        return in(Stream.of(head.number(), head.issuer(), head.subject(), directive.text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
    }

    /** The words in a text, each once: letters and digits, so "4709/UBND-KSTT" is three. */
    public static List<String> in(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(folded(text).split("[^\\p{L}\\p{N}]+"))
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("\\s+", " ")
                .strip();
    }
}
