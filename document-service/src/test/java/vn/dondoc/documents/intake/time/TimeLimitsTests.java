package vn.dondoc.documents.intake.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.documents.directive.Recurrence;
import vn.dondoc.documents.directive.RelativeLimit;
import vn.dondoc.documents.directive.TimeLimit;

class TimeLimitsTests {

    /** A Monday. */
    private static final LocalDate ISSUED = LocalDate.of(2025, 5, 12);

    private final TimeLimits limits = new TimeLimits(ISSUED);

    @ParameterizedTest
    @CsvSource({
        "trước ngày 15/6/2025, 2025-06-15, false",
        "chậm nhất ngày 30 tháng 6 năm 2025, 2025-06-30, true",
        "hoàn thành vào tháng 6, 2025-06-30, true",
        "tổng kết vào quý II/2030, 2030-06-30, true",
        "xong trong tuần thứ ba tháng 7/2025, 2025-07-21, true",
        "xong trong tuần này, 2025-05-18, true",
        "báo cáo trong quý sau, 2025-09-30, true",
        "gửi hết tháng sau, 2025-06-30, true",
        "xong trong đêm nay, 2025-05-12, true",
        "gửi trước 9 giờ sáng mai, 2025-05-13, false",
        "'khắc phục tồn tại được chỉ ra vào tháng 01/2025, hoàn thành trong tháng 6/2025', 2025-06-30, true",
        "'dự án được phê duyệt vào quý I/2025, hoàn thành trong quý III/2025', 2025-09-30, true",
        "'tổng kết hội chợ tổ chức vào tháng 2, hoàn thành trong tháng 8', 2025-08-31, true",
        "'quyết toán dự án khởi công trước ngày 01/01/2024, hoàn thành trước ngày 31/12/2025', 2025-12-31, false",
        "'tổng hợp kết quả giải ngân đến hết ngày 30/6/2025, báo cáo trước ngày 10/7/2025', 2025-07-10, false",
        "'phân bổ kinh phí cấp hằng năm cho các hội, trình trước ngày 15/9', 2025-09-15, false",
        "'công tác đánh giá hằng năm, gửi báo cáo năm 2025 trước ngày 15/12', 2025-12-15, false",
        "gửi trước 24 giờ ngày 30/6/2025, 2025-06-30, true",
        "gửi trước l5/6/2025, 2025-06-15, false",
        "trình đến ngày 3O/6/2025, 2025-06-30, true"
    })
    void namesADay(String words, LocalDate day, boolean inclusive) {
        TimeLimit limit = limits.of(words);
        assertThat(limit.date()).isEqualTo(day);
        assertThat(limit.inclusive()).isEqualTo(inclusive);
        assertThat(words).as("what is quoted stands there").contains(limit.phrase());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đoàn đã kiểm tra vào tháng 4/2025",
                "giải ngân đến ngày 31/12/2025 dưới 80%",
                "được ban hành vào quý I/2025",
                "số liệu tính từ ngày 15/12 đến ngày 14/6/2025",
                "báo cáo vào ngày 45 hằng tháng",
                "chịu trách nhiệm trước Đại hội về kết quả",
                "Trước thiên tai diễn ra phức tạp, rà soát phương án"
            })
    void whatHappenedOrIsCountedIsNone(String words) {
        assertThat(limits.of(words).date()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "hằng năm trong tháng 02, ANNUAL, 28, 2,",
        "'Hằng năm, trước ngày 15/8', ANNUAL, 15, 8,",
        "định kỳ 6 tháng gửi trước ngày 20/6, ANNUAL, 20, 6,",
        "'mỗi năm 02 kỳ, trước ngày 10/6 và ngày 10/12', SEMIANNUAL, 10, 6, 06-10 12-10",
        "chậm nhất ngày 03 của tháng sau theo báo cáo tháng, MONTHLY, 3, ,"
    })
    void comesRound(String words, String freq, @Nullable Integer day, @Nullable Integer month, @Nullable String days) {
        Recurrence every = limits.of(words).recurrence();
        assertThat(every).isNotNull();
        assertThat(every.freq()).isEqualTo(freq);
        assertThat(every.day()).isEqualTo(day);
        assertThat(every.month()).isEqualTo(month);
        assertThat(every.days()).isEqualTo(days == null ? null : List.of(days.split(" ")));
    }

    @Test
    void anHourThatNoClockHasIsNone() {
        for (String words : List.of("trước 24 giờ ngày 30/6/2025", "trước 17 giờ 75 phút ngày 30/6/2025")) {
            assertThat(limits.of(words).time()).as(words).isNull();
            assertThat(limits.of(words).date()).as(words).isEqualTo(LocalDate.of(2025, 6, 30));
        }
    }

    @Test
    void aSessionIsNoCountOfDays() {
        assertThat(limits.of("trình trước kỳ họp thứ 15 ngày 10/7/2025").relative())
                .isNotEqualTo(new RelativeLimit(-15, RelativeLimit.Unit.DAY, RelativeLimit.From.EVENT));
    }

    @Test
    void aQuarterInLettersStaysAsItIs() {
        assertThat(limits.of("gửi báo cáo quý I/2025 trước ngày 05/6/2025").embeddedIn())
                .isEqualTo("báo cáo quý I/2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trước ngày 31/12, ", "tháng 1 - ", "từ ngày 1/1 đến ", "đợt 1: 30/6; "})
    void aCellWithoutEndTakesNoTime(String piece) {
        String cell = piece.repeat(20_000);
        assertTimeout(Duration.ofSeconds(2), () -> limits.ofCell(cell));
        assertTimeout(Duration.ofSeconds(2), () -> limits.stagesOfCell(cell));
    }

    @Test
    void aWeekdayOfTheMonthComesRound() {
        Recurrence every = limits.of("công bố vào thứ Hai tuần cuối hằng tháng").recurrence();
        assertThat(every).isNotNull();
        assertThat(every.weekday()).isEqualTo(1);
        assertThat(every.weekOfMonth()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "trước khi khai giảng năm học 2025 - 2026, 0, DAY",
        "chậm nhất 10 ngày trước khi khai mạc, -10, DAY",
        "trước mỗi cuộc họp 03 ngày làm việc, -3, WORKING_DAY",
        "ít nhất 04 giờ trước khi xả lũ, -4, HOUR"
    })
    void waitsForAnEvent(String words, int amount, RelativeLimit.Unit unit) {
        TimeLimit limit = limits.of(words);
        assertThat(limit.relative()).isEqualTo(new RelativeLimit(amount, unit, RelativeLimit.From.EVENT));
        assertThat(limit.waitsForAnother()).isTrue();
        assertThat(limit.phrase()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Giai đoạn 1: trước ngày 15/6/2025; giai đoạn 2: đến hết ngày 30/9/2025 | 2025-06-15 2025-09-30
            quý II: khảo sát; quý IV: hoàn tất                                     | 2025-06-30 2025-12-31
            - Đợt 1: chậm nhất 31/10/2025<br>- Đợt 2: chậm nhất 30/6/2026          | 2025-10-31 2026-06-30
            Tháng 6 - tháng 9/2025                                                 |
            2025 - 2030                                                            |
            trước ngày 01/3/2025; trước ngày 30/9/2025                             |
            30/6/2025                                                              |
            """)
    void aCellMayNameStages(String cell, @Nullable String days) {
        assertThat(limits.stagesOfCell(cell))
                .extracting(it -> String.valueOf(it.date()))
                .containsExactly(days == null ? new String[0] : days.split(" "));
    }

    @Test
    void aSpanInACellEndsWithItsEnd() {
        assertThat(limits.ofCell("Tháng 6 - tháng 9/2025").date()).isEqualTo(LocalDate.of(2025, 9, 30));
        assertThat(limits.ofCell("từ ngày 01 đến hết ngày 31/7/2025").date()).isEqualTo(LocalDate.of(2025, 7, 31));
    }
}
