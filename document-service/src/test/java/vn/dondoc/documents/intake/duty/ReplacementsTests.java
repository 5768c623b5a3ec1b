package vn.dondoc.documents.intake.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.documents.directive.Finding;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.Replacement;
import vn.dondoc.documents.intake.VietnameseDocumentReader;

/** What a paper changes in another is told from what it gives to do. */
class ReplacementsTests {

    private static final String LETTER = """
            ỦY BAN NHÂN DÂN
            TỈNH CAO BẰNG

            Số: 2207/UBND-TH
            V/v điều chỉnh thời hạn tại Kế hoạch số 88/KH-UBND

            Cao Bằng, ngày 12 tháng 5 năm 2025

            Kính gửi: Các sở, ban, ngành.

            Ủy ban nhân dân tỉnh điều chỉnh Kế hoạch số 88/KH-UBND ngày 03/3/2025 như sau:

            %s

            Nơi nhận:
            - Như trên;
            - Lưu: VT.

            CHỦ TỊCH
            """;

    private final VietnameseDocumentReader reader = new VietnameseDocumentReader();

    private Reading read(String clauses) {
        return reader.read(LETTER.formatted(clauses));
    }

    private Replacement only(String clause) {
        List<Replacement> all = read(clause).replacements();
        assertThat(all).as(clause).hasSize(1);
        return all.getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1. Gia hạn thời gian nộp hồ sơ đến hết ngày 31/8/2025 (trước đây là ngày 30/6/2025).|2025-06-30|2025-08-31|true
            1. Lùi thời hạn nghiệm thu tại khoản 3 Mục II từ ngày 15/6/2025 sang ngày 15/9/2025.|2025-06-15|2025-09-15|true
            1. Sửa thời hạn bàn giao mặt bằng từ quý II/2025 thành quý IV/2025.|2025-06-30|2025-12-31|true
            1. Tại điểm b khoản 2 Mục III, thay cụm từ "trước ngày 30/6/2025" bằng cụm từ "trước ngày 30/9/2025".|2025-06-30|2025-09-30|false
            1. Kéo dài thời gian thí điểm đến hết tháng 11/2025.||2025-11-30|true
            1. Thay thế cụm từ “trước ngày 30/6/2025” tại khoản 2 Mục III bằng cụm từ “trước ngày 30/9/2025”.|2025-06-30|2025-09-30|false
            1. Điều chỉnh thời hạn trình đề án tại mục 4 thành trước ngày 20/7/2025.||2025-07-20|false
            """)
    void movesALimit(String clause, LocalDate before, LocalDate now, boolean inclusive) {
        Replacement it = only(clause);
        assertThat(it.dayBefore()).isEqualTo(before);
        assertThat(it.limit().date()).isEqualTo(now);
        assertThat(it.limit().inclusive()).isEqualTo(inclusive);
        assertThat(it.number()).isEqualTo("88/KH-UBND");
        assertThat(it.repealed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            điểm b khoản 2 Mục III|III.2.b
            điểm a, khoản 1, Điều 5|Đ5.1.a
            tiểu mục 2.1 mục 2 phần II|II.2.1
            Mục V|V
            STT 7 Phụ lục|PL.7
            nhiệm vụ số 3 Phụ lục II|PLII.3
            """)
    void aPlaceIsNamedFromOutsideInwards(String words, String place) {
        assertThat(Places.in("Tại " + words + " của Kế hoạch")).containsExactly(place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            các khoản 1, 2 Điều 3                | Đ3.1 Đ3.2
            khoản 1 và khoản 2 Điều 3            | Đ3.1 Đ3.2
            điểm a, b và c khoản 4 Mục II        | II.4.a II.4.b II.4.c
            các khoản 1, 2 Điều 5 và Điều 6      |
            các mục 1, 2 phần II                 | II.1 II.2
            từ thời điểm 30/6 sang thời điểm 9/9 |
            Hạng mục 2 của công trình            |
            """)
    void severalPlacesAreNamedOrNoneWhereItIsNotClear(String words, @Nullable String places) {
        assertThat(Places.in("Bãi bỏ " + words)).containsExactly(places == null ? new String[0] : places.split(" "));
    }

    @Test
    void aClauseFallsAway() {
        Replacement it = only("1. Bãi bỏ khoản 3 Mục II.");
        assertThat(it.repealed()).isTrue();
        assertThat(it.place()).isEqualTo("II.3");
    }

    @Test
    void anotherAgencyLeads() {
        Replacement it = only("1. Giao Sở Tài chính chủ trì thay Sở Xây dựng thực hiện khoản 4 Mục II.");
        assertThat(it.lead()).containsExactly("Sở Tài chính");
        assertThat(it.place()).isEqualTo("II.4");
    }

    @Test
    void aQuotedClauseIsTheOtherPapersText() {
        Reading read = read("""
                1. Sửa đổi khoản 2 Mục III như sau:
                “2. Sở Công Thương rà soát danh mục cụm công nghiệp, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/10/2025.
                Kinh phí lấy từ ngân sách tỉnh.”
                2. Sở Tài chính cân đối nguồn vốn, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2025.""");
        assertThat(read.replacements()).singleElement().satisfies(it -> {
            assertThat(it.place()).isEqualTo("III.2");
            assertThat(it.limit().date()).isEqualTo(LocalDate.of(2025, 10, 15));
            assertThat(it.lead()).containsExactly("Sở Công Thương");
        });
        assertThat(read.provisions()).extracting(Provision::path).containsExactly("2");
    }

    @Test
    void whatChangesGivesNoDutyAndTheClerkIsTold() {
        Reading read = read("1. Gia hạn thời gian nộp hồ sơ tại khoản 1 Mục II đến hết ngày 31/8/2025.");
        assertThat(read.provisions()).isEmpty();
        assertThat(read.findings())
                .filteredOn(it -> it.code() == Finding.Code.REPLACED_LIMIT)
                .singleElement()
                .satisfies(it -> assertThat(it.vi()).contains("88/KH-UBND", "II.1"));
    }

    @Test
    void whatStandsBehindItIsADutyStill() {
        Reading read = read(
                "1. Lùi thời điểm kiểm tra sang tháng 10/2025; Sở Công Thương trình kế hoạch kiểm tra trước ngày 05/9/2025.");
        assertThat(read.replacements()).hasSize(1);
        assertThat(read.provisions()).singleElement().satisfies(it -> {
            assertThat(it.assignees()).containsExactly("Sở Công Thương");
            assertThat(it.limit().date()).isEqualTo(LocalDate.of(2025, 9, 5));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1. Sở Xây dựng tham mưu gia hạn thời gian thực hiện hợp đồng đến hết ngày 31/8/2025.
            1. Sở Nội vụ rà soát, đề xuất sửa đổi khoản 2 Điều 5 Quyết định số 12/QĐ-UBND trước ngày 31/8/2025.
            1. Sở Tài chính trình bãi bỏ khoản 3 Điều 2 Quyết định số 12/QĐ-UBND trước ngày 31/8/2025.
            1. Thực hiện Quyết định số 12/QĐ-UBND ngày 05/01/2025, UBND huyện Bảo Lâm di dời các hộ vùng sạt lở trước ngày 30/6/2025.
            1. Sở Y tế đẩy lùi dịch sởi theo Chỉ thị số 05/CT-TTg trước ngày 30/6/2025.
            1. Sở Xây dựng gia hạn giấy phép khai thác theo Nghị định số 23/2020/NĐ-CP trước ngày 30/6/2025.
            1. Sở Tài chính xử lý dứt điểm nợ đọng kéo dài theo Chỉ thị số 05/CT-TTg, hoàn thành trước ngày 30/6/2025.
            1. Giao Sở Xây dựng chủ trì thay thế các biển báo cũ theo Quyết định số 12/QĐ-UBND, hoàn thành trước ngày 30/6/2025.
            1. Giao Sở Nội vụ hoàn thành thủ tục bãi bỏ mục 3 Kế hoạch số 77/KH-UBND trước ngày 30/6/2025.
            1. UBND huyện Bảo Lâm kéo dài thời gian trực đến ngày 30/6/2025.
            """)
    void whoIsToldToSeeToAChangeHasADuty(String clause) {
        Reading read = read(clause);
        assertThat(read.replacements()).isEmpty();
        assertThat(read.provisions()).hasSize(1);
    }
}
