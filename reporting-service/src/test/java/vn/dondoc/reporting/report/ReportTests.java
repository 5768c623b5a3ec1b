package vn.dondoc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.ReportForm;

class ReportTests {

    private static final LocalDate DUE = LocalDate.of(2021, 9, 20);
    private static final ReportForm FORM =
            new ReportForm("F", "A", "Báo cáo", List.of(new ReportForm.DataElement("X", "x", "hồ sơ")));

    @Test
    void isInTimeThroughItsLastDay() {
        assertThat(owed().submit(DUE, List.of()).state().onTime()).isTrue();
        assertThat(owed().submit(DUE.plusDays(1), List.of()).state().onTime()).isFalse();
    }

    @Test
    void anEmptyReportIsAReport() {
        var submitted = owed().submit(DUE, List.of());
        assertThat(submitted.events()).singleElement().isInstanceOf(ReportEvent.ReportSubmitted.class);
        assertThat(submitted.state().filed()).isEmpty();
    }

    @Test
    void filingTheSameTwiceIsFiledOnceAndACorrectionIsARevision() {
        Report first = filled("1").submit(DUE, List.of()).state();
        assertThat(first.submit(DUE.plusDays(1), List.of()).changed()).isFalse();
        var corrected =
                first.fill(FORM, Map.of("X", new BigDecimal("2"))).state().submit(DUE, List.of());
        assertThat(corrected.state().revision()).isEqualTo(2);
        assertThat(corrected.events()).singleElement().isInstanceOf(ReportEvent.ReportCorrected.class);
    }

    @Test
    void refusesFiguresTheFormDoesNotHave() {
        assertThatThrownBy(() -> owed().fill(FORM, Map.of("Y", BigDecimal.ONE)))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields().getFirst().pointer()).isEqualTo("/values/Y"));
    }

    @Test
    void refusesAChangeAfterApproval() {
        Report approved = filled("1").submit(DUE, List.of()).state().approve().state();
        assertThatThrownBy(() -> approved.fill(FORM, Map.of())).isInstanceOf(Failure.Rejected.class);
        assertThatThrownBy(() -> owed().approve()).isInstanceOf(Failure.Rejected.class);
    }

    private static Report filled(String x) {
        return owed().fill(FORM, Map.of("X", new BigDecimal(x))).state();
    }

    private static Report owed() {
        return Report.owed(FORM, Period.parse("period", "2021-Q3"), "A.snv", List.of("A.ubnd"), DUE);
    }
}
