package vn.dondoc.documents.directive.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.DirectiveEvent;
import vn.dondoc.documents.intake.VietnameseDocumentReader;

/** What others are told of a paper that was read. */
class DirectiveEventEncoderTests {

    private static final String PAPER = """
            ỦY BAN NHÂN DÂN
            TỈNH CAO BẰNG

            Số: 2207/UBND-TH

            Cao Bằng, ngày 12 tháng 5 năm 2025

            Kính gửi: Các sở, ban, ngành.

            Ủy ban nhân dân tỉnh yêu cầu:

            1. Sở Y tế khám sức khỏe cho học sinh, xong trước khi khai giảng năm học mới.
            2. Sở Xây dựng bàn giao nhà ở công vụ: đợt một trước ngày 15/6/2025, các đợt còn lại đến hết ngày 30/9/2025.
            3. Sở Nội vụ gửi tài liệu họp 02 ngày làm việc trước khi khai mạc kỳ họp.
            3. Sở Tài chính công khai dự toán hằng tháng, vào thứ Hai tuần đầu tiên hằng tháng.

            Nơi nhận:
            - Như trên;
            - Lưu: VT.

            CHỦ TỊCH
            """;

    @Test
    void tellsEachStageAndWhatIsCountedBack() {
        Directive draft = Directive.drafted("VN-04", new VietnameseDocumentReader().read(PAPER), PAPER, "x.txt");
        DirectiveEvent issued = draft.check()
                .state()
                .issue(LocalDate.of(2025, 5, 13), (phrase, day) -> List.of("VN-04.snv"))
                .events()
                .getFirst();
        JsonNode told = JsonMapper.builder()
                .build()
                .readTree(new DirectiveEventEncoder().encode("id", issued).data());
        List<JsonNode> clauses = told.path("provisions").values().stream().toList();
        assertThat(clauses).extracting(it -> it.path("path").asString()).containsExactly("1", "2.1", "2.2", "3", "3.2");
        List<JsonNode> limits = clauses.stream().map(it -> it.path("limit")).toList();
        assertThat(limits.get(0).path("counted").path("amount").asInt())
                .as("before an event ends with the day before")
                .isEqualTo(-1);
        assertThat(limits.get(0).path("counted").path("from").asString()).isEqualTo("EVENT");
        assertThat(limits.get(1).path("date").asString()).isEqualTo("2025-06-15");
        assertThat(limits.get(2).path("date").asString()).isEqualTo("2025-09-30");
        assertThat(limits.get(3).path("counted").path("amount").asInt()).isEqualTo(-2);
        assertThat(limits.get(3).path("counted").path("unit").asString()).isEqualTo("WORKING_DAY");
        assertThat(limits.get(4).path("recurrence").path("weekday").asInt()).isEqualTo(1);
        assertThat(limits.get(4).path("recurrence").path("weekOfMonth").asInt()).isEqualTo(1);
    }
}
