package vn.dondoc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.AttachedFile;
import vn.dondoc.reporting.form.Breakdown;
import vn.dondoc.reporting.form.Breakdown.Option;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.form.Earlier;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.form.ReportForm.AttachmentElement;
import vn.dondoc.reporting.form.ReportForm.DataElement;
import vn.dondoc.reporting.form.ReportForm.TextElement;

/** Reports with figures that are broken down, texts and files, and those that several approve. */
class RichReportTests {

    private static final LocalDate DUE = LocalDate.of(2026, 9, 20);
    private static final Breakdown SEX =
            new Breakdown("GIOI", "Giới", List.of(new Option("NAM", "nam"), new Option("NU", "nữ")));
    private static final ReportForm FORM = new ReportForm(
                    "F",
                    "A",
                    "Báo cáo",
                    List.of(
                            new DataElement(
                                    "HS",
                                    "Học viên",
                                    "người",
                                    DataElement.Kind.INTEGER,
                                    BigDecimal.ZERO,
                                    null,
                                    true,
                                    List.of(SEX)),
                            new DataElement("CHI", "Kinh phí", "đồng")),
                    List.of(new TextElement("KK", "Khó khăn", 20, true)),
                    List.of(new AttachmentElement("DS", "Danh sách", true)),
                    List.of(),
                    null,
                    List.of("A.snv", "A.vp"))
            .checked();
    private static final AttachedFile LIST = new AttachedFile("DS", "f1", "danh-sach.pdf", 3, "00");

    @Test
    void aFigureThatIsBrokenDownIsTheSumOfItsParts() {
        Report filled = fill(Map.of("HS__NAM", "3", "HS__NU", "4"));
        assertThat(filled.draft().values()).containsEntry("HS", new BigDecimal("7"));
        assertThat(fill(Map.of("HS__NAM", "3", "HS__NU", "4", "HS", "7.0"))
                        .draft()
                        .values())
                .containsEntry("HS", new BigDecimal("7.0"));
        assertThat(pointers(() -> fill(Map.of("HS__NAM", "3", "HS__NU", "4", "HS", "8"))))
                .containsExactly("/values/HS");
        assertThat(pointers(() -> fill(Map.of("HS__NAM", "3", "HS", "3"))))
                .as("a blank part is not zero")
                .containsExactly("/values/HS");
        assertThat(fill(Map.of("HS__NAM", "3")).draft().values()).doesNotContainKey("HS");
        assertThat(pointers(() -> fill(Map.of("HS__KHAC", "3")))).containsExactly("/values/HS__KHAC");
        assertThat(pointers(() -> fill(Map.of("HS__NU", "-1")))).containsExactly("/values/HS__NU");
    }

    @Test
    void whatIsRequiredIsRequiredInNumbersWordsAndFiles() {
        Report owed = owed();
        assertThat(pointers(() -> owed.file(by("officer", "A.xa"), content(Map.of("HS__NAM", "3"), ""), occasion())))
                .containsExactly("/values/HS__NU", "/texts/KK", "/files/DS");
        Report nil = owed.file(by("officer", "A.xa"), new Content(Map.of(), Map.of(), true), occasion())
                .state();
        assertThat(nil.status()).isEqualTo(Report.Status.FILED);
        assertThat(pointers(() -> fill(Map.of(), "dài hơn hai mươi ký tự"))).containsExactly("/texts/KK");
        Content unknown = new Content(Map.of(), Map.of("KHAC", "x"), List.of(), Map.of(), false);
        assertThat(pointers(() -> owed.fill(by("officer", "A.xa"), FORM, unknown)))
                .containsExactly("/texts/KHAC");
    }

    @Test
    void filesComeWithTheNextFilingAndStayWithIt() {
        Author officer = by("officer", "A.xa");
        Report attached = owed().attach(officer, FORM, LIST).state();
        assertThat(attached.attach(officer, FORM, LIST).changed())
                .as("the same again")
                .isFalse();
        Report filed = attached.file(officer, content(Map.of("HS__NAM", "3", "HS__NU", "4"), "không"), occasion())
                .state();
        assertThat(filed.filings().getLast().content().files()).containsExactly(LIST);
        Report detached = filed.detach(officer, "f1").state();
        assertThat(detached.draft().files()).isEmpty();
        assertThat(detached.file("f1"))
                .as("still handed out with what was filed")
                .contains(LIST);
        assertThat(pointers(() -> owed().attach(officer, FORM, new AttachedFile("KHAC", "f2", "x", 1, "00"))))
                .containsExactly("element");
        assertThatThrownBy(() -> owed().attach(by("other", "A.khac"), FORM, LIST))
                .isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void severalApproveOneAfterTheOtherEachAnotherPerson() {
        Report filed = filed();
        var passed = filed.approve(by("first", "A.snv"), FORM);
        assertThat(passed.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ReportEvent.ReportPassed.class,
                        it -> assertThat(it.report().rulings().getLast().step())
                                .isEqualTo(new Ruling.Level(1, 2, "A.vp")));
        assertThat(passed.state().status()).isEqualTo(Report.Status.FILED);
        assertThatThrownBy(() -> passed.state().approve(by("first", "A.vp"), FORM))
                .isInstanceOf(Failure.Forbidden.class);
        var approved = passed.state().approve(by("second", "A.vp"), FORM);
        assertThat(approved.state().status()).isEqualTo(Report.Status.APPROVED);
        assertThat(approved.events()).singleElement().isInstanceOf(ReportEvent.ReportApproved.class);
    }

    @Test
    void whatIsCorrectedIsApprovedFromTheBeginning() {
        Author officer = by("officer", "A.xa");
        Report passed = filed().approve(by("first", "A.snv"), FORM).state();
        Report corrected = passed.file(
                        officer,
                        content(Map.of("HS__NAM", "5", "HS__NU", "4"), "không"),
                        new Report.Occasion(new Versioned<>("A/F", 1, 0, FORM), Earlier.NOTHING, List.of(), "sót"))
                .state();
        assertThat(passed.approvals()).isEqualTo(1);
        assertThat(corrected.approvals()).isZero();
    }

    @Test
    void whoReportsIsLeftOutOfTheirOwnChain() {
        assertThat(FORM.levels("A.snv")).isEqualTo(1);
        assertThat(FORM.approver("A.snv", 0)).contains("A.vp");
        assertThat(FORM.levels("A.xa")).isEqualTo(2);
        var led = new ReportForm(
                "F", "A", "x", FORM.elements(), List.of(), List.of(), List.of(), "A.snv", List.of("A.snv"));
        assertThat(led.approver("A.snv", 0)).as("any other lead").isEmpty();
        assertThat(led.approver("A.xa", 0)).contains("A.snv");
        assertThat(FORM.approver("A.xa", 0)).contains("A.snv");
    }

    @Test
    void aFormThatContradictsItselfIsRefused() {
        var tooLong = List.of(new TextElement("T1", "x", 150_000, false), new TextElement("T2", "x", 60_000, false));
        assertThat(pointers(
                        () -> new ReportForm("F", "A", "x", List.of(), tooLong, List.of(), List.of(), null, List.of())
                                .checked()))
                .as("more than one event holds")
                .containsExactly("/texts");
        var twice = new Breakdown("G", "Giới", List.of(new Option("NU", "nữ"), new Option("NU", "nữ")));
        var joined = new Breakdown("G", "Giới", List.of(new Option("NU", "nữ"), new Option("A__B", "khác")));
        assertThat(wrong(List.of(element("HS", twice)))).containsExactly("/elements/0/by/0/options");
        assertThat(wrong(List.of(element("HS", joined)))).containsExactly("/elements/0/by/0/options");
        assertThat(wrong(List.of(new DataElement("A__B", "x", "y")))).containsExactly("/elements/0/code");
        assertThat(wrong(List.of())).containsExactly("/elements");
        var ten = new Breakdown(
                "M",
                "Mười",
                List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "K", "L").stream()
                        .map(it -> new Option(it, it))
                        .toList());
        assertThat(wrong(List.of(element("HS", ten, ten, ten))))
                .as("1,331 figures")
                .containsExactly("/elements");
    }

    private static DataElement element(String code, Breakdown... by) {
        return new DataElement(code, "x", "y", DataElement.Kind.DECIMAL, null, null, false, List.of(by));
    }

    private static List<String> wrong(List<DataElement> elements) {
        return pointers(() -> new ReportForm("F", "A", "x", elements, List.of()).checked());
    }

    private static List<String> pointers(Supplier<?> step) {
        try {
            step.get();
            return List.of();
        } catch (Failure.Invalid invalid) {
            return invalid.fields().stream().map(Failure.Field::pointer).toList();
        }
    }

    private static Report filed() {
        Author officer = by("officer", "A.xa");
        return owed().attach(officer, FORM, LIST)
                .state()
                .file(officer, content(Map.of("HS__NAM", "3", "HS__NU", "4"), "không"), occasion())
                .state();
    }

    private static Report fill(Map<String, String> values) {
        return fill(values, "");
    }

    private static Report fill(Map<String, String> values, String text) {
        return owed().fill(by("officer", "A.xa"), FORM, content(values, text)).state();
    }

    private static Content content(Map<String, String> values, String text) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        values.forEach((code, it) -> numbers.put(code, new BigDecimal(it)));
        return new Content(numbers, text.isEmpty() ? Map.of() : Map.of("KK", text), List.of(), Map.of(), false);
    }

    private static Report.Occasion occasion() {
        return new Report.Occasion(new Versioned<>("A/F", 1, 0, FORM), Earlier.NOTHING, List.of(), null);
    }

    private static Author by(String name, String agency) {
        return new Author(name, agency, Instant.parse("2026-09-15T02:00:00Z"));
    }

    private static Report owed() {
        return Report.owed(FORM, Period.parse("period", "2026-Q3"), "A.xa", List.of("A.ubnd"), DUE);
    }
}
