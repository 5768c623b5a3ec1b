package vn.dondoc.reporting.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.failure.Failure;

class ConditionTests {

    private static final Map<String, BigDecimal> VALUES =
            Map.of("A", new BigDecimal("0.1"), "B", new BigDecimal("0.2"), "C", new BigDecimal("0.3"));
    private static final Map<String, BigDecimal> BEFORE = Map.of("C", new BigDecimal("0.1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A + B = C; true",
                "A + B < C; false",
                "C <= 2 * PREV_C; false",
                "C <= 3 * PREV_C; true",
                "ABS(A - C) >= 0.2 && B > 0; true",
                "MAX(A, B, C) = C; true",
                "SUM(A, B) = 0.3 || A > 1; true",
                "IF(A > B, A, B) = 0.2; true",
                "!(A > B); true",
                "-A < 0; true",
                "A != B; true"
            })
    void isToldInExactDecimals(String condition, boolean holds) {
        assertThat(Condition.parse("/x", condition).holds(VALUES, Earlier.of(BEFORE)))
                .contains(holds);
    }

    @Test
    void cannotBeToldOfWhatIsBlankOrDividedByZero() {
        assertThat(Condition.parse("/x", "A <= D").holds(VALUES, Earlier.of(BEFORE)))
                .isEmpty();
        assertThat(Condition.parse("/x", "A <= PREV_A").holds(VALUES, Earlier.of(BEFORE)))
                .isEmpty();
        assertThat(Condition.parse("/x", "A / (A + B - C) > 1").holds(VALUES, Earlier.of(BEFORE)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "A +",
                "1 < 2",
                "A ^ 999999999 > 1",
                "FACT(A) > 1",
                "RANDOM() < A",
                "DT_NOW() > A",
                "A[0] > 1",
                "A.b > 1",
                "A <= B C",
                "COALESCE(A, B) > 1",
                "SQRT(A) > 1"
            })
    void takesNothingElse(String condition) {
        assertThatThrownBy(() -> Condition.parse("/x", condition))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields().getFirst().pointer()).isEqualTo("/x"));
    }

    @Test
    void hasABoundedLengthWhateverItsDepth() {
        assertThatThrownBy(() -> Condition.parse("/x", "A > " + "(".repeat(500) + "1"))
                .isInstanceOf(Failure.Invalid.class);
        String deep = "A > " + "(".repeat(240) + "1" + ")".repeat(240);
        assertThat(Condition.parse("/x", deep).holds(VALUES, Earlier.of(BEFORE)))
                .contains(false);
    }

    @Test
    void namesTheElementsThatItSpeaksOf() {
        assertThat(Condition.parse("/x", "C <= 2 * PREV_C + PREV_D").elements()).containsExactlyInAnyOrder("C", "D");
    }
}
