package vn.dondoc.reporting.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.failure.Failure;

class ExpressionTests {

    private static final Map<String, BigDecimal> VALUES =
            Map.of("A", new BigDecimal("0.1"), "B_2", new BigDecimal("0.2"), "C", new BigDecimal("3"));

    @Test
    void knowsWhatItAddsUp() {
        assertThat(number("A + B_2 - C").terms().orElseThrow())
                .containsExactly(new Term("A", false), new Term("B_2", false), new Term("C", true));
        assertThat(number("-(A - (B_2 - C))").terms().orElseThrow())
                .containsExactly(new Term("A", true), new Term("B_2", false), new Term("C", true));
        assertThat(number("A * C").terms()).isEmpty();
        assertThat(number("A + 1").terms()).isEmpty();
    }

    @Test
    void aSumIsWrittenAsItIsRead() {
        String written = Term.written(number("-A + B_2 - C").terms().orElseThrow());
        assertThat(written).isEqualTo("- A + B_2 - C");
        assertThat(number(written).number(VALUES)).contains(new BigDecimal("-2.9"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A + B_2; 0.3",
                "A * C + B_2 * C; 0.9",
                "IF(A > B_2, A, C / 4); 0.75",
                "MAX(A, B_2, C) - ABS(A - C); 0.1",
                "C - 1; 2"
            })
    void computesInExactDecimals(String text, BigDecimal value) {
        assertThat(number(text).number(VALUES).orElseThrow()).isEqualByComparingTo(value);
    }

    @Test
    void hasNoNumberWhereSomethingIsBlankOrDividedByZero() {
        assertThat(number("A + D").number(VALUES)).isEmpty();
        assertThat(number("A * D").number(VALUES)).isEmpty();
        assertThat(number("A / (C - 3)").number(VALUES)).isEmpty();
    }

    @Test
    void aQuotientHasNineDecimalsAndWhatNobodyCanMeanIsNoNumber() {
        assertThat(number("A / C").number(VALUES)).contains(new BigDecimal("0.033333333"));
        Map<String, BigDecimal> huge = Map.of("A", new BigDecimal("9".repeat(20)));
        assertThat(number("A * 1").number(huge)).isPresent();
        assertThat(number("A * A").number(huge)).isEmpty();
    }

    @Test
    void isComputedAtTheDepthOfALongSumAndRefusedBeyond() {
        String sum = "A" + "+A".repeat(990);
        assertThat(Expression.number("/x", sum, 2_000).number(VALUES)).contains(new BigDecimal("99.1"));
        String nested = "A*(1+".repeat(330) + "A" + ")".repeat(330);
        Expression deep = Expression.number("/x", nested, 2_000);
        assertThat(deep.number(VALUES).orElseThrow()).isEqualByComparingTo("0.111111111");
        assertThat(deep.spreadsheet(it -> it)).hasSizeGreaterThan(1_000);
        assertThatThrownBy(() -> Expression.number("/x", "-".repeat(1_998) + "A", 2_000))
                .isInstanceOf(Failure.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A B",
                "A +",
                "A > B",
                "7",
                "1 + 2",
                "A ^ 2",
                "RANDOM() + A",
                "A; drop",
                "A * 1E-300000000",
                "A * 1e5",
                "A + 0x",
                "A + 0x1F",
                "A * 1e5.3",
                "A + a",
                "\"x\""
            })
    void takesNothingElse(String text) {
        assertThatThrownBy(() -> number(text))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields().getFirst().pointer()).isEqualTo("/numerator"));
    }

    @Test
    void saysFromWhereItCannotBeRead() {
        assertThatThrownBy(() -> number("A + B_2) - C")).isInstanceOfSatisfying(Failure.Invalid.class, it -> {
            assertThat(it.fields().getFirst().text().vietnamese()).contains("từ ký tự thứ 8 («)»)");
            assertThat(it.fields().getFirst().text().english()).contains("from character 8");
        });
    }

    private static Expression number(String text) {
        return Expression.number("/numerator", text, 100);
    }
}
