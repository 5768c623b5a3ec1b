package vn.dondoc.reporting.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.failure.Failure;

class TermTests {

    @Test
    void readsASignedSum() {
        assertThat(Term.sum("/numerator", "A + B_2 - C"))
                .containsExactly(new Term("A", false), new Term("B_2", false), new Term("C", true));
        assertThat(Term.sum("/numerator", "-A")).containsExactly(new Term("A", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A B", "A +", "A * B", "a", "1 + A", "A; drop"})
    void refusesAnythingElse(String expression) {
        assertThatThrownBy(() -> Term.sum("/numerator", expression))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields().getFirst().pointer()).isEqualTo("/numerator"));
    }
}
