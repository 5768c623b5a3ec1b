package vn.dondoc.reporting.report.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.report.Filing;
import vn.dondoc.reporting.report.Report;

class ReportDocumentTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final Content CONTENT = new Content(
            Map.of("X", new BigDecimal("12345678901234567890.123456"), "Y", BigDecimal.ZERO),
            Map.of("TANG", "do sáp nhập"),
            false);
    private static final Report REPORT = new Report(
            "VN-22",
            "F",
            "Báo cáo",
            "2026-Q1",
            "VN-22.snv",
            List.of("VN-22.snv", "VN-22.ubnd"),
            DAY,
            DAY,
            DAY,
            Report.Status.FILED,
            CONTENT,
            List.of(new Filing(1, Instant.EPOCH, "officer", DAY, 3, CONTENT, "đếm sót")),
            List.of(),
            List.of());

    @Test
    void whatIsStoredIsReadAsItWasToTheLastDigit() {
        ReportDocument stored = ReportDocument.from(REPORT);
        assertThat(Objects.requireNonNull(stored.draft()).get("X"))
                .isEqualTo(Decimal128.parse("12345678901234567890.123456"));
        assertThat(stored.toReport()).isEqualTo(REPORT);
    }

    @Test
    void aNullThatWasStoredIsABlank() {
        ReportDocument stored = ReportDocument.from(REPORT);
        Objects.requireNonNull(stored.draft()).append("Z", null);
        assertThat(stored.toReport()).isEqualTo(REPORT);
    }
}
