package vn.dondoc.documents.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.documents.directive.Mark;

class MarksTests {

    private final Marks marks = new Marks(List.of(new Mark(50, 60, 1), new Mark(10, 30, 1), new Mark(10, 30, 0.5)));

    @ParameterizedTest
    @CsvSource({
        "10, 30, 1",
        "15, 20, 1",
        "0, 20, 0.5",
        "20, 40, 0.5",
        "0, 100, 0.2",
        "55, 65, 0.5",
        "0, 10, 0",
        "30, 50, 0",
        "60, 70, 0"
    })
    void theMostThatOneHoldsOfSomeWords(int start, int end, double share) {
        assertThat(marks.share(new Mark(start, end, 1))).isEqualTo(share);
        assertThat(marks.cover(new Mark(start, end, 1))).isEqualTo(share == 1);
    }

    @Test
    void noneHoldsNothing() {
        assertThat(new Marks(List.of()).share(new Mark(0, 5, 1))).isZero();
    }
}
