package vn.dondoc.documents.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTests {

    @ParameterizedTest
    @CsvSource({
        "Kế hoạch cải cách hành chính năm 2022, 2022-12-31",
        "Kế hoạch cải cách hành chính giai đoạn 2021 - 2025, 2025-12-31",
        "Chương trình giai đoạn 2021-2025 và kế hoạch thời kỳ 2026–2030, 2030-12-31",
        "Đề án giai đoạn từ năm 2021 đến năm 2026, 2026-12-31",
        "Kế hoạch năm 2024 thực hiện Chương trình giai đoạn 2021-2030, 2030-12-31",
        "Triển khai Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021,",
        "Tổng kết năm 2021 và triển khai nhiệm vụ,",
        "Đẩy mạnh cải cách hành chính,",
        ","
    })
    void whatComesRoundEndsWithTheTimeThatTheSubjectNames(@Nullable String subject, @Nullable LocalDate endsOn) {
        assertThat(reading(subject).endsOn()).isEqualTo(endsOn);
    }

    @Test
    void noTwoDutiesShareAPlaceOrOneOfThemWouldBeNobodysTask() {
        Reading read = reading(null)
                .correctedWith(
                        Stream.of("5", "5", "5.2", "6", "5")
                                .map(ReadingTests::duty)
                                .toList(),
                        List.of(),
                        List.of());
        assertThat(read.withDistinctPaths().provisions())
                .extracting(Provision::path)
                .containsExactly("5", "5.3", "5.2", "6", "5.4");
    }

    private static Provision duty(String path) {
        return new Provision(
                path,
                "rà soát",
                "rà soát",
                List.of("Sở Y tế"),
                List.of(),
                false,
                TimeLimit.NONE,
                null,
                List.of(),
                null,
                new Mark(0, 1, 1));
    }

    private static Reading reading(@Nullable String subject) {
        var head = new Reading.Head(
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                subject,
                Signer.UNKNOWN,
                null,
                null,
                "OFFICIAL_TEXT",
                "FULL");
        return new Reading(
                head, List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());
    }
}
