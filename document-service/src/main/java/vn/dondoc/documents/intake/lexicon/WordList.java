package vn.dondoc.documents.intake.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A list of words that a clerk can read and add to: a file beside the class that uses it, a line each. */
public final class WordList {

    private WordList() {}

    /** Its lines, without those that are blank. */
    public static List<String> lines(Class<?> beside, String name) {
        try (InputStream list = beside.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(list, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.isBlank())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Of lines such as {@code STC = Tài chính}, what stands on the right by what stands on the left, in their order. */
    public static Map<String, String> pairs(Class<?> beside, String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines(beside, name)) {
            int equals = line.indexOf(" = ");
            pairs.put(line.substring(0, equals), line.substring(equals + 3));
        }
        return pairs;
    }
}
