package vn.dondoc.documents.intake.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimeMentionsTests {

    static List<TimeMentions.Form> forms() {
        return TimeMentions.FORMS;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachFormFindsItsExample(TimeMentions.Form form) {
        String text = "gửi " + form.example() + " về Sở Nội vụ";
        assertThat(TimeMentions.in(text)).anySatisfy(it -> {
            assertThat(it.form()).isEqualTo(form);
            assertThat(text.substring(it.start(), it.end())).isEqualTo(it.words());
        });
    }

    @Test
    void numbersThatAreNoTimesAreNone() {
        assertThat(TimeMentions.in(
                        "Quyết định số 12/2021/QĐ-UBND, 26/28 xã, tỷ lệ 3/4, trực 24/24, điểm 1.2.3, 15% và 100 hồ sơ"))
                .isEmpty();
    }

    @Test
    void aLongTextTakesNoLongerThanItsLength() {
        String text = "trước khi kiểm tra hồ sơ của đơn vị ".repeat(5_000);
        long begun = System.nanoTime();
        TimeMentions.in(text);
        assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
    }
}
