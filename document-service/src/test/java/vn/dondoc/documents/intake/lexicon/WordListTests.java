package vn.dondoc.documents.intake.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.documents.directive.DocumentType;
import vn.dondoc.documents.intake.head.DocumentNumbers;

/** The lists that a clerk can read and add to are in order. */
class WordListTests {

    @ParameterizedTest
    @CsvSource({"verbs.txt, 400", "provinces.txt, 63"})
    void holdsEachWordOnceComposedAndTrimmed(String name, int least) {
        inOrder(WordList.lines(Verbs.class, name), least);
    }

    @ParameterizedTest
    @CsvSource({"type-symbols.txt, 30", "type-words.txt, 30", "departments.txt, 15"})
    void holdsEachPairOnce(String name, int least) {
        List<String> lines = WordList.lines(DocumentNumbers.class, name);
        inOrder(lines, least);
        assertThat(lines).allMatch(it -> it.matches("\\S.* = \\S.*"));
        assertThat(WordList.pairs(DocumentNumbers.class, name)).hasSameSizeAs(lines);
    }

    private static void inOrder(List<String> lines, int least) {
        assertThat(lines).hasSizeGreaterThanOrEqualTo(least).doesNotHaveDuplicates();
        assertThat(lines).allMatch(it -> it.equals(it.strip()) && Normalizer.isNormalized(it, Normalizer.Form.NFC));
    }

    @Test
    void everyTypeHasAWord() {
        assertThat(WordList.pairs(DocumentNumbers.class, "type-words.txt").values())
                .containsAll(List.of("NGHI_QUYET", "CONG_VAN", "KE_HOACH"))
                .allSatisfy(it -> assertThat(DocumentType.valueOf(it)).isNotEqualTo(DocumentType.UNKNOWN));
    }
}
