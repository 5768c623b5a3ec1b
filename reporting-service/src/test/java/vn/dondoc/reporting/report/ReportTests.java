package vn.dondoc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Check;
import vn.dondoc.reporting.form.Condition;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.form.Earlier;
import vn.dondoc.reporting.form.ReportForm;

class ReportTests {

    private static final LocalDate DUE = LocalDate.of(2021, 9, 20);
    private static final ReportForm FORM = new ReportForm(
                    "F",
                    "A",
                    "Báo cáo",
                    List.of(
                            new ReportForm.DataElement(
                                    "X",
                                    "Tiếp nhận",
                                    "hồ sơ",
                                    ReportForm.DataElement.Kind.INTEGER,
                                    BigDecimal.ZERO,
                                    new BigDecimal("1000"),
                                    true,
                                    List.of()),
                            new ReportForm.DataElement("Y", "Giải quyết", "hồ sơ")),
                    List.of(
                            new Check("DU", Condition.parse("/c", "Y <= X"), Check.Severity.BLOCK, "Giải quyết quá số"),
                            new Check(
                                    "TANG",
                                    Condition.parse("/c", "X <= 2 * PREV_X"),
                                    Check.Severity.EXPLAIN,
                                    "Tăng quá gấp đôi kỳ trước")))
            .checked();

    @Test
    void isInTimeThroughItsLastDay() {
        assertThat(filled("1").submit(own(DUE), occasion(null)).state().onTime())
                .isTrue();
        assertThat(filled("1")
                        .submit(own(DUE.plusDays(1)), occasion(null))
                        .state()
                        .onTime())
                .isFalse();
    }

    @Test
    void anEmptyReportIsAReportIfItSaysSo() {
        assertThat(pointers(() -> owed().submit(own(DUE), occasion(null)))).containsExactly("/values");
        Content nil = new Content(Map.of(), Map.of(), true);
        var submitted = owed().file(own(DUE), nil, occasion(null));
        assertThat(submitted.events()).singleElement().isInstanceOf(ReportEvent.ReportSubmitted.class);
        assertThat(submitted.state().filed()).isEmpty();
        Content both = new Content(Map.of("X", BigDecimal.ONE), Map.of(), true);
        assertThat(pointers(() -> owed().file(own(DUE), both, occasion(null)))).containsExactly("/nil");
    }

    @Test
    void aNullIsABlank() {
        Map<String, BigDecimal> values = new HashMap<>();
        values.put("X", BigDecimal.ONE);
        values.put("Y", null);
        Report filed = owed().file(own(DUE), Content.of(values), occasion(null)).state();
        assertThat(filed.filed()).containsOnlyKeys("X");
        values.put("X", null);
        values.put("Y", BigDecimal.ZERO);
        assertThat(pointers(() -> owed().file(own(DUE), Content.of(values), occasion(null))))
                .as("which must be filled in")
                .contains("/values/X");
    }

    @Test
    void filingTheSameTwiceIsFiledOnceAndACorrectionIsARevisionWithAReason() {
        Report first = filled("1").submit(own(DUE), occasion(null)).state();
        assertThat(first.submit(own(DUE.plusDays(1)), occasion(null)).changed()).isFalse();
        Report changed = first.fill(own(DUE), FORM, values("2", null)).state();
        assertThat(pointers(() -> changed.submit(own(DUE), occasion(null)))).containsExactly("/reason");
        var corrected = changed.submit(own(DUE), occasion("đếm sót"));
        assertThat(corrected.state().revision()).isEqualTo(2);
        assertThat(corrected.state().filings().getFirst().content().values()).containsEntry("X", BigDecimal.ONE);
        assertThat(corrected.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ReportEvent.ReportCorrected.class,
                        it -> assertThat(it.reason()).isEqualTo("đếm sót"));
    }

    @Test
    void whatWasReturnedOrTakenBackIsFiledAgainWithoutAReasonOfItsOwn() {
        Report first = filled("1").submit(own(DUE), occasion(null)).state();
        Report returned = first.sendBack(lead(), "thiếu").state();
        assertThat(returned.returnReason()).isEqualTo("thiếu");
        assertThat(returned.counts()).isFalse();
        assertThat(returned.submit(own(DUE), occasion(null)).state().revision()).isEqualTo(2);
        Report takenBack = first.withdraw(own(DUE), "nhầm kỳ").state();
        assertThat(takenBack.status()).isEqualTo(Report.Status.OWED);
        assertThat(takenBack.submit(own(DUE), occasion(null)).state().status()).isEqualTo(Report.Status.FILED);
    }

    @Test
    void refusesFiguresTheFormDoesNotHaveOrCannotTake() {
        assertThat(pointers(() -> owed().fill(own(DUE), FORM, Content.of(Map.of("Z", BigDecimal.ONE)))))
                .containsExactly("/values/Z");
        for (String wrong : List.of("-5", "1001", "1.5")) {
            assertThat(pointers(() -> owed().fill(own(DUE), FORM, values(wrong, null))))
                    .as(wrong)
                    .containsExactly("/values/X");
        }
        assertThat(owed().fill(own(DUE), FORM, values("5.0", null)).changed())
                .as("a whole number, however it is written")
                .isTrue();
    }

    @Test
    void refusesWhatTheFormsChecksRefuseAndAsksForExplanations() {
        assertThat(pointers(() -> owed().file(own(DUE), Content.of(Map.of("Y", BigDecimal.ONE)), occasion(null))))
                .as("X may not be blank")
                .containsExactly("/values/X");
        assertThat(pointers(() -> owed().file(own(DUE), values("3", "4"), occasion(null))))
                .containsExactly("/values/Y");
        var grown = new Report.Occasion(
                new Versioned<>("A/F", 7, 0, FORM), Earlier.of(Map.of("X", BigDecimal.ONE)), List.of(), null);
        assertThat(pointers(() -> owed().file(own(DUE), values("3", "3"), grown)))
                .containsExactly("/explanations/TANG");
        Content explained =
                new Content(values("3", "3").values(), Map.of("TANG", "tiếp nhận thêm một lĩnh vực"), false);
        Report filed = owed().file(own(DUE), explained, grown).state();
        assertThat(filed.filings().getLast().formVersion()).isEqualTo(7);
    }

    @Test
    void refusesAChangeAfterApprovalAndNobodyDecidesOnTheirOwn() {
        Report filed = filled("1").submit(own(DUE), occasion(null)).state();
        Report approved = filed.approve(lead(), FORM).state();
        assertThatThrownBy(() -> approved.fill(own(DUE), FORM, values("2", null)))
                .isInstanceOf(Failure.Rejected.class);
        assertThatThrownBy(() -> approved.withdraw(own(DUE), "x")).isInstanceOf(Failure.Rejected.class);
        assertThatThrownBy(() -> owed().approve(lead(), FORM)).isInstanceOf(Failure.Rejected.class);
        assertThatThrownBy(() -> filed.approve(own(DUE), FORM)).isInstanceOf(Failure.Forbidden.class);
        assertThatThrownBy(() -> filed.sendBack(own(DUE), "x")).isInstanceOf(Failure.Forbidden.class);
        assertThatThrownBy(() -> owed().excuse(own(DUE), "x")).isInstanceOf(Failure.Forbidden.class);
        assertThatThrownBy(() -> filed.withdraw(lead(), "x")).isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void whoIsExcusedOwesNothing() {
        Report excused = owed().excuse(lead(), "mới thành lập").state();
        assertThat(excused.status()).isEqualTo(Report.Status.EXCUSED);
        assertThat(excused.excuse(lead(), "x").changed()).isFalse();
        assertThatThrownBy(() -> excused.file(own(DUE), values("1", null), occasion(null)))
                .isInstanceOf(Failure.Rejected.class);
        Report filed = filled("1").submit(own(DUE), occasion(null)).state();
        assertThatThrownBy(() -> filed.excuse(lead(), "x")).isInstanceOf(Failure.Rejected.class);
    }

    private static List<String> pointers(java.util.function.Supplier<Decision<Report, ReportEvent>> step) {
        try {
            step.get();
            return List.of();
        } catch (Failure.Invalid invalid) {
            return invalid.fields().stream().map(Failure.Field::pointer).toList();
        }
    }

    private static Content values(String x, @Nullable String y) {
        return Content.of(
                y == null ? Map.of("X", new BigDecimal(x)) : Map.of("X", new BigDecimal(x), "Y", new BigDecimal(y)));
    }

    private static Report filled(String x) {
        return owed().fill(own(DUE), FORM, values(x, null)).state();
    }

    private static Report.Occasion occasion(@Nullable String reason) {
        return new Report.Occasion(new Versioned<>("A/F", 1, 0, FORM), Earlier.NOTHING, List.of(), reason);
    }

    private static Author own(LocalDate on) {
        return new Author("officer", "A.snv", at(on));
    }

    private static Author lead() {
        return new Author("lead", "A.stc", at(DUE));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(VietnamTime.ZONE).toInstant();
    }

    private static Report owed() {
        return Report.owed(FORM, Period.parse("period", "2021-Q3"), "A.snv", List.of("A.ubnd"), DUE);
    }
}
