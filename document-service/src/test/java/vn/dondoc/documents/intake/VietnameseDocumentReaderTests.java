package vn.dondoc.documents.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.documents.directive.Citation;
import vn.dondoc.documents.directive.DocumentType;
import vn.dondoc.documents.directive.Finding;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.directive.TimeLimit;
import vn.dondoc.documents.intake.target.Targets;
import vn.dondoc.documents.intake.text.Layout;
import vn.dondoc.documents.intake.text.Stretch;
import vn.dondoc.documents.intake.time.TimeLimits;

class VietnameseDocumentReaderTests {

    private static final String LETTER = """
            ỦY BAN NHÂN DÂN
            TỈNH LÀO CAI

            Số: 118 /UBND-NC
            V/v triển khai Nghị quyết số 08-NQ/TU

            Lào Cai, ngày 05 tháng 4 năm 2023

            Kính gửi:
            - Các sở, ban, ngành cấp tỉnh;
            - UBND các huyện, thị xã, thành phố.

            Thực hiện Nghị quyết số 08-NQ/TU ngày 10/01/2023 của Ban Thường vụ Tỉnh ủy về chuyển đổi số, UBND tỉnh yêu cầu các đơn vị:

            1. Rà soát quy trình nội bộ, gửi kết quả về Sở Nội vụ chậm nhất ngày 30/4/2023.
            2. Thường xuyên kiểm tra việc tiếp nhận hồ sơ. Định kỳ hàng quý đánh giá mức độ hài lòng.
            3. Sở Tài chính bố trí kinh phí, hoàn thành trước ngày 15/5/2023.

            Nơi nhận:
            - Như trên;
            - Lưu: VT, NC.

            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH
            """;

    private static final Targets GOALS = new Targets(true, java.util.List.of());

    private static Stretch clause(String text) {
        return Stretch.of(text);
    }

    private final VietnameseDocumentReader reader = new VietnameseDocumentReader();

    @Test
    void readsTheHeadOfALetter() {
        Reading reading = reader.read(LETTER);
        assertThat(reading.number()).isEqualTo("118/UBND-NC");
        assertThat(reading.issueDate()).isEqualTo(LocalDate.of(2023, 4, 5));
        assertThat(reading.head().issuer()).isEqualTo("Ủy ban nhân dân tỉnh Lào Cai");
        assertThat(reading.province()).isEqualTo("Lào Cai");
        assertThat(reading.head().docType()).isEqualTo(DocumentType.CONG_VAN);
        assertThat(reading.head().subject()).isEqualTo("triển khai Nghị quyết số 08-NQ/TU");
        assertThat(reading.head().signer().title()).isEqualTo("PHÓ CHỦ TỊCH");
        assertThat(reading.addressees())
                .containsExactly("Các sở, ban, ngành cấp tỉnh", "UBND các huyện, thị xã, thành phố");
        assertThat(reading.recipients()).containsExactly("Như trên", "Lưu: VT, NC");
        assertThat(reading.findings())
                .extracting(Finding::code)
                .as("clauses 1 and 2 name nobody")
                .containsExactly(Finding.Code.DOER_INHERITED);
    }

    @Test
    void readsDecomposedTextTheSame() {
        Reading composed = reader.read(LETTER);
        Reading decomposed = reader.read(Normalizer.normalize(LETTER, Normalizer.Form.NFD));
        assertThat(decomposed.head()).isEqualTo(composed.head());
        assertThat(decomposed.addressees()).isEqualTo(composed.addressees());
        assertThat(decomposed.provisions())
                .usingRecursiveComparison()
                .ignoringFields("mark")
                .isEqualTo(composed.provisions());
    }

    @Test
    void readsWhatIsCitedWithItsDateAndIssuer() {
        Citation citation = reader.read(LETTER).citations().getFirst();
        assertThat(reader.read(LETTER).citations()).hasSize(1);
        assertThat(citation.number()).isEqualTo("08-NQ/TU");
        assertThat(citation.type()).isEqualTo("NGHI_QUYET");
        assertThat(citation.date()).isEqualTo(LocalDate.of(2023, 1, 10));
        assertThat(citation.issuer()).isEqualTo("Ban Thường vụ Tỉnh ủy");
        assertThat(citation.role()).isEqualTo(Citation.Role.BASIS);
    }

    @Test
    void aDateWithBeforeExcludesItAndWithAtTheLatestIncludesIt() {
        var provisions = reader.read(LETTER).provisions();
        assertThat(limit(provisions, "1"))
                .isEqualTo(TimeLimit.onDate("chậm nhất ngày 30/4/2023", LocalDate.of(2023, 4, 30), true));
        TimeLimit before = limit(provisions, "3");
        assertThat(before.date()).isEqualTo(LocalDate.of(2023, 5, 15));
        assertThat(before.inclusive()).isFalse();
    }

    @Test
    void beforeAnHourOfADayLeavesTheDayUntilThen() {
        TimeLimit limit = new TimeLimits(null).of("báo cáo UBND tỉnh trước 17 giờ 00 ngày 30/5/2024");
        assertThat(limit.date()).isEqualTo(LocalDate.of(2024, 5, 30));
        assertThat(limit.time()).isEqualTo("17:00");
        assertThat(limit.dayCounts()).isTrue();
        assertThat(new TimeLimits(null).of("báo cáo trước ngày 30/5/2024").dayCounts())
                .isFalse();
    }

    @Test
    void undatedDutiesHaveClassesOfTheirOwn() {
        var provisions = reader.read(LETTER).provisions();
        assertThat(limit(provisions, "2.1").kind()).isEqualTo(TimeLimit.Kind.CONTINUOUS);
        assertThat(limit(provisions, "2.2").frequency()).isEqualTo("QUARTERLY");
    }

    @Test
    void aDayBehindItsMonthlyFrequencyIsReadAtTheEndOfASentenceToo() {
        var limits = new TimeLimits(LocalDate.of(2026, 11, 25));
        for (String words : List.of(
                "Các sở báo cáo kết quả hằng tháng trước ngày 20.",
                "Các sở báo cáo định kỳ hằng tháng, trước ngày 20",
                "Hằng tháng, trước ngày 20, các sở báo cáo.")) {
            TimeLimit limit = limits.of(words);
            assertThat(limit.frequency()).as(words).isEqualTo("MONTHLY");
            assertThat(limit.recurrence()).as(words).isNotNull();
            assertThat(limit.recurrence().day()).as(words).isEqualTo(20);
            assertThat(limit.recurrence().inclusive()).as(words).isFalse();
        }
        assertThat(limits.of("Báo cáo hằng tháng, trước ngày 20/12/2026.").date())
                .isEqualTo(LocalDate.of(2026, 12, 20));
    }

    @Test
    void aClauseThatNamesNobodyIsForTheAddressees() {
        Provision first = reader.read(LETTER).provisions().getFirst();
        assertThat(first.assigneesImplicit()).isTrue();
        assertThat(first.assignees()).isEqualTo(reader.read(LETTER).addressees());
        Provision last = reader.read(LETTER).provisions().getLast();
        assertThat(last.assignees()).containsExactly("Sở Tài chính");
    }

    @Test
    void everyFindingSaysWhereItStood() {
        String decomposed = Normalizer.normalize(LETTER, Normalizer.Form.NFD);
        for (String text : java.util.List.of(LETTER, decomposed)) {
            Reading reading = reader.read(text);
            assertThat(spanned(text, reading.marks().get("number"))).isEqualTo("118 /UBND-NC");
            assertThat(spanned(text, reading.citations().getFirst().mark()))
                    .isEqualTo("Nghị quyết số 08-NQ/TU ngày 10/01/2023 của Ban Thường vụ Tỉnh ủy");
            assertThat(spanned(text, reading.provisions().getLast().mark()))
                    .isEqualTo("Sở Tài chính bố trí kinh phí, hoàn thành trước ngày 15/5/2023.");
        }
    }

    private static String spanned(String text, vn.dondoc.documents.directive.Mark mark) {
        return Normalizer.normalize(text.substring(mark.start(), mark.end()), Normalizer.Form.NFC);
    }

    @Test
    void inventsNothingOutOfAnUnrelatedText() {
        Reading reading = reader.read("Hôm nay trời đẹp. Giá vàng tăng 3% so với hôm qua.");
        assertThat(reading.number()).isNull();
        assertThat(reading.issueDate()).isNull();
        assertThat(reading.head().issuer()).isNull();
        assertThat(reading.province()).isNull();
        assertThat(reading.provisions()).isEmpty();
        assertThat(reading.citations()).isEmpty();
        assertThat(reading.findings()).hasSize(4);
    }

    @Test
    void readsTargetsWithComparatorHorizonAndBaseline() {
        assertThat(GOALS.of(
                        "a.1", clause("Trên 50% hồ sơ được nộp trực tuyến; tỷ lệ hài lòng đạt tối thiểu 90%."), "2025"))
                .extracting(Target::path, Target::comparator, Target::value, Target::year)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a.1.1", ">", new BigDecimal("50"), "2025"),
                        org.assertj.core.groups.Tuple.tuple("a.1.2", ">=", new BigDecimal("90"), "2025"));
        Target change = GOALS.of("a.2", clause("Giảm bình quân 10% biên chế so với giai đoạn 2016 - 2020."), "2025")
                .getFirst();
        assertThat(change.comparator()).isEqualTo("decrease");
        assertThat(change.baseline()).isEqualTo("2016-2020");
        assertThat(change.name()).isEqualTo("biên chế");
    }

    @Test
    void joinsLinesThatThePageBroke() {
        Layout layout = Layout.of(Stretch.of("""
                - Tổ chức quán triệt nội dung văn bản đến toàn thể cán bộ, công chức

                thuộc phạm vi quản lý của đơn vị, địa phương mình, báo cáo kết quả

                về Sở Nội vụ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh theo quy định

                của pháp luật hiện hành và chỉ đạo của cấp có thẩm quyền trong năm

                nay và các năm tiếp theo; hoàn thành trước ngày

                15/9/2021.
                """));
        assertThat(layout.paragraphs()).hasSize(1);
        assertThat(layout.text(0)).endsWith("trước ngày 15/9/2021.");
    }

    @Test
    void rowsOfATableStandUnderTheirGroupAndTheRowAbove() {
        Reading reading = reader.read(LETTER + """

                PHỤ LỤC
                TT
                Nội dung
                Đơn vị chủ trì
                Thời hạn năm 2023
                I
                CHUẨN BỊ
                1
                Khảo sát hiện trạng phòng đọc
                Sở Văn hóa và Thể thao
                30/6
                II
                THỰC HIỆN
                1
                Số hóa tư liệu địa chí

                - Chọn tư liệu quý hiếm
                Thư viện tỉnh
                Quý III

                - Quét và gắn mô tả
                Sở Thông tin và Truyền thông
                Tháng 11
                2
                Mở cửa phòng đọc trực tuyến
                Thư viện tỉnh
                Trước 15/12
                """);
        assertThat(reading.provisions())
                .filteredOn(it -> it.path().startsWith("PL."))
                .extracting(
                        Provision::path,
                        it -> it.assignees().getFirst(),
                        it -> it.limit().date())
                .containsExactly(
                        tuple("PL.I.1", "Sở Văn hóa và Thể thao", LocalDate.of(2023, 6, 30)),
                        tuple("PL.II.1.1", "Thư viện tỉnh", LocalDate.of(2023, 9, 30)),
                        tuple("PL.II.1.2", "Sở Thông tin và Truyền thông", LocalDate.of(2023, 11, 30)),
                        tuple("PL.II.2", "Thư viện tỉnh", LocalDate.of(2023, 12, 15)));
    }

    @Test
    void cellsMayNameStagesTheYearOfTheHeaderAndTheRowAbove() {
        Reading reading = reader.read(LETTER + """

                PHỤ LỤC

                | TT | Nội dung | Cơ quan chủ trì | Thời hạn năm 2024 |
                | 1 | Khảo sát phòng đọc | Do Sở Văn hóa và Thể thao chủ trì | Trước 30/4; trước 30/9 |
                | 2 | Lập bản đồ thư viện | nt | nt |
                | 3 | Thu phí mượn sách | Theo phân công tại Phụ lục 2 | 30/6 |
                | 4 | Xây mới thư viện | Thư viện tỉnh | 2025 - 2027 |
                """);
        assertThat(reading.provisions())
                .filteredOn(it -> it.path().startsWith("PL."))
                .extracting(
                        Provision::path,
                        it -> it.assignees().isEmpty() ? "" : it.assignees().getFirst(),
                        it -> String.valueOf(it.limit().date()))
                .containsExactly(
                        tuple("PL.1.1", "Sở Văn hóa và Thể thao", "2024-04-30"),
                        tuple("PL.1.2", "Sở Văn hóa và Thể thao", "2024-09-30"),
                        tuple("PL.2.1", "Sở Văn hóa và Thể thao", "2024-04-30"),
                        tuple("PL.2.2", "Sở Văn hóa và Thể thao", "2024-09-30"),
                        tuple("PL.3", "", "2024-06-30"),
                        tuple("PL.4", "Thư viện tỉnh", "2027-12-31"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Phấn đấu tỷ lệ giải ngân kế hoạch vốn năm 2022 đạt 100%. | 1
            Năm 2022, tỷ lệ giải ngân đạt 91%.                       | 0
            """)
    void whatLastYearReachedIsNoTargetButWhatItStillWantsIs(String sentence, int targets) {
        Reading reading = reader.read(
                LETTER.replace("1. Rà soát quy trình nội bộ", "1. " + sentence + " Rà soát quy trình nội bộ"));
        assertThat(reading.targets()).hasSize(targets);
    }

    private static TimeLimit limit(java.util.List<Provision> provisions, String path) {
        return provisions.stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " not in " + provisions))
                .limit();
    }
}
