package vn.dondoc.reporting.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutlierTests {

    @Test
    void aFigureFarFromTheMedianOfEarlierOnesIsNamedWithTheRangeThatIsUsual() {
        // Median 101, median distance 1: 3.5 × 1 / 0.6745 = 5.19.
        assertThat(modified("107", "99", "100", "101", "102", "103")).contains("95.81 <= HS <= 106.19");
        assertThat(modified("106.18", "99", "100", "101", "102", "103")).isEmpty();
        assertThat(modified("95.8", "103", "99", "102", "100", "101")).isPresent();
    }

    @Test
    void oneWildFigureAmongThemDoesNotHideTheNext() {
        assertThat(modified("9000", "99", "100", "101", "102", "9000")).isPresent();
    }

    @Test
    void whereMostAreTheSameTheMeanOfTheDistancesTells() {
        // Mean distance 0.4: 3.5 × 0.4 × 1.2533 = 1.75.
        assertThat(modified("101", "100", "100", "100", "100", "102")).isEmpty();
        assertThat(modified("103", "100", "100", "100", "100", "102")).isPresent();
        assertThat(modified("101", "100", "100", "100", "100"))
                .as("none ever differed")
                .contains("100 <= HS <= 100");
    }

    @Test
    void fencesStandAQuartileDistanceAndAHalfOutsideTheQuartiles() {
        // Quartiles 2 and 7 of 1 to 8 without the middle: 2.5 and 6.5, distance 4.
        List<String> earlier = List.of("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(fences("12.5", earlier)).isEmpty();
        assertThat(fences("12.51", earlier)).contains("-3.5 <= HS <= 12.5");
    }

    @Test
    void nothingIsSaidWithFewFiguresOrOfABlank() {
        assertThat(modified("9000", "1", "2", "3")).isEmpty();
        assertThat(new Outlier("HS", Outlier.Method.MODIFIED_Z_SCORE, BigDecimal.ONE, 4)
                        .broken(Map.of(), earlier(List.of("1", "2", "3", "4"))))
                .isEmpty();
    }

    @Test
    void noFurtherBackIsLookedThanIsSaid() {
        assertThat(new Outlier("HS", Outlier.Method.MODIFIED_Z_SCORE, new BigDecimal("3.5"), 4)
                        .broken(
                                Map.of("HS", new BigDecimal("500")),
                                earlier(List.of("100", "101", "102", "103", "500", "501", "502", "503"))))
                .isPresent();
    }

    private static Optional<String> modified(String value, String... earlier) {
        return new Outlier("HS", Outlier.Method.MODIFIED_Z_SCORE, new BigDecimal("3.5"), 12)
                .broken(Map.of("HS", new BigDecimal(value)), earlier(Arrays.asList(earlier)));
    }

    private static Optional<String> fences(String value, List<String> earlier) {
        return new Outlier("HS", Outlier.Method.QUARTILE_FENCES, new BigDecimal("1.5"), 12)
                .broken(Map.of("HS", new BigDecimal(value)), earlier(earlier));
    }

    private static Earlier earlier(List<String> values) {
        List<Map<String, BigDecimal>> filed =
                values.stream().map(it -> Map.of("HS", new BigDecimal(it))).toList();
        return new Earlier(filed.getFirst(), filed);
    }
}
