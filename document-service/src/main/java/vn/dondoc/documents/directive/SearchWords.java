package vn.dondoc.documents.directive;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words as a search compares them: small letters, without diacritics, so "chuyen doi so" finds "chuyển đổi số". */
public final class SearchWords {

    private SearchWords() {}

    /** Everything by which a directive can be found. */
    public static String of(Directive directive) {
        Reading.Head head = directive.reading().head();
        return folded(Stream.of(head.number(), head.issuer(), head.subject(), directive.text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
    }

    /** One text, folded. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("\\s+", " ")
                .strip();
    }
}
