package vn.dondoc.documents.intake.account;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.documents.directive.TimeMention.Standing.CITATION;
import static vn.dondoc.documents.directive.TimeMention.Standing.EXPIRED;
import static vn.dondoc.documents.directive.TimeMention.Standing.HORIZON;
import static vn.dondoc.documents.directive.TimeMention.Standing.LIMIT;
import static vn.dondoc.documents.directive.TimeMention.Standing.MEETING;
import static vn.dondoc.documents.directive.TimeMention.Standing.PAST;
import static vn.dondoc.documents.directive.TimeMention.Standing.QUOTED;
import static vn.dondoc.documents.directive.TimeMention.Standing.REPLACED;
import static vn.dondoc.documents.directive.TimeMention.Standing.START;
import static vn.dondoc.documents.directive.TimeMention.Standing.UNREAD;
import static vn.dondoc.documents.directive.TimeMention.Standing.WINDOW;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.documents.directive.Finding;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.ReadingJson;
import vn.dondoc.documents.directive.TimeMention;
import vn.dondoc.documents.intake.VietnameseDocumentReader;

/** Every time that a paper names is a limit, something else for a reason, or found. */
class AccountTests {

    private static final String HEAD = """
            ỦY BAN NHÂN DÂN
            TỈNH LÀO CAI

            Số: 118/UBND-NC
            V/v rà soát thủ tục hành chính

            Lào Cai, ngày 05 tháng 4 năm 2023

            Kính gửi: Các sở, ban, ngành cấp tỉnh.

            UBND tỉnh yêu cầu các đơn vị:

            """;

    private static final String END = """

            Nơi nhận:
            - Như trên;
            - Lưu: VT, NC.

            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH
            """;

    private final VietnameseDocumentReader reader = new VietnameseDocumentReader();

    private Reading read(String body) {
        return reader.read(HEAD + body + END);
    }

    static List<Arguments> clauses() {
        return List.of(
                Arguments.of("Ngày 7-3-2023, Chủ tịch UBND tỉnh đã ký.\n1. Sở Y tế rà soát.", "7-3-2023", PAST),
                Arguments.of("1. Sở Y tế rà soát danh mục thuốc trước ngày 15/6/2023.", "15/6/2023", LIMIT),
                Arguments.of(
                        "1. Sở Y tế rà soát danh mục theo Quyết định số 12/QĐ-UBND ngày 10/01/2023.",
                        "10/01/2023",
                        CITATION),
                Arguments.of("1. Sở Y tế rà soát. Tính đến ngày 31/3/2023, toàn tỉnh có 12 cơ sở.", "31/3/2023", PAST),
                Arguments.of("1. Sở Y tế tổng hợp số liệu từ ngày 15/4/2023 đến ngày 14/5/2023.", "14/5/2023", WINDOW),
                Arguments.of("1. Sở Y tế xây dựng kế hoạch năm 2024 của ngành.", "năm 2024", WINDOW),
                Arguments.of("1. Phấn đấu đến năm 2025, tỷ lệ hài lòng đạt trên 90%.", "năm 2025", HORIZON),
                Arguments.of(
                        "1. Sở Y tế báo cáo tại buổi làm việc với Bộ Y tế sáng ngày 20/6/2023.", "20/6/2023", MEETING),
                Arguments.of("1. Sở Y tế áp dụng phần mềm từ ngày 01/7/2023.", "01/7/2023", START),
                Arguments.of(
                        "1. Sở Y tế truyền thông “Y tế số giai đoạn 2023 - 2025” tại cơ sở.",
                        "giai đoạn 2023 - 2025",
                        QUOTED),
                Arguments.of("1. Sở Y tế hoàn thành việc rà soát trước ngày 15/3/2023.", "15/3/2023", LIMIT),
                Arguments.of("1. Các đơn vị đã nộp trước ngày 15/3/2023 không phải nộp lại.", "15/3/2023", PAST),
                Arguments.of(
                        "1. Thời hạn báo cáo tại Công văn số 20/UBND-NC được gia hạn đến ngày 30/6/2023.",
                        "30/6/2023",
                        REPLACED),
                Arguments.of("1. Danh mục thuốc: xong vào tháng 6.", "tháng 6", UNREAD),
                Arguments.of("1. Về danh sách: sáng mai.", "sáng mai", UNREAD),
                Arguments.of("1. Sở Y tế kiểm tra mỗi huyện ít nhất 02 lần/năm.", "02 lần/năm", UNREAD),
                Arguments.of("1. Danh mục hạn cuối là 17 giờ thứ sáu tuần này.", "thứ sáu tuần này", UNREAD));
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void eachTimeIsSomethingForAReasonOrUnread(String clause, String words, TimeMention.Standing standing) {
        Reading reading = read(clause);
        List<TimeMention> named = reading.times().stream()
                .filter(it -> it.words().contains(words))
                .toList();
        assertThat(named).singleElement().satisfies(it -> {
            if (it.standing() != standing && standing == UNREAD) {
                assertThat(it.standing()).as(clause).isIn(UNREAD, LIMIT);
            } else {
                assertThat(it.standing()).as(clause).isEqualTo(standing);
            }
            String text = HEAD + clause + END;
            assertThat(text.substring(it.mark().start(), it.mark().end())).isEqualTo(it.words());
        });
        assertThat(reading.findings().stream().anyMatch(it -> it.mark() != null))
                .as("what is unread, replaced or over is found, and nothing else")
                .isEqualTo(named.getFirst().standing() == UNREAD
                        || named.getFirst().standing() == REPLACED
                        || named.getFirst().standing() == EXPIRED);
    }

    @Test
    void aSecondLimitOfOneDutyIsFound() {
        Reading reading =
                read("1. Sở Y tế gửi dự thảo trong 05 ngày kể từ ngày ký và bản chính thức chậm nhất ngày 30/6/2023.");
        assertThat(reading.findings())
                .filteredOn(it -> it.code() == Finding.Code.SECOND_LIMIT_DROPPED)
                .singleElement()
                .satisfies(it -> assertThat(it.vi()).contains("30/6/2023"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Sở Y tế gửi dự thảo trước ngày 15/6/2023 và bản chính thức chậm nhất ngày 30/6/2023.",
                "1. Sở Y tế bàn giao thiết bị: đợt một trước ngày 15/6/2023, các đợt còn lại chậm nhất ngày 30/6/2023.",
                "1. Lập hồ sơ bệnh án điện tử\n- Cơ quan chủ trì: Sở Y tế\n- Thời gian thực hiện: Giai đoạn 1: trước ngày 15/6/2023; giai đoạn 2: đến hết ngày 30/6/2023",
            })
    void aDutyWithSeveralDaysIsKeptForEachOfThem(String clause) {
        Reading reading = read(clause);
        assertThat(reading.provisions())
                .extracting(it -> it.limit().date())
                .containsExactly(LocalDate.of(2023, 6, 15), LocalDate.of(2023, 6, 30));
        assertThat(reading.provisions())
                .allSatisfy(it -> assertThat(it.assignees()).containsExactly("Sở Y tế"))
                .extracting(Provision::path)
                .containsExactly("1.1", "1.2");
        assertThat(reading.times())
                .filteredOn(it -> it.words().contains("2023"))
                .allSatisfy(it -> assertThat(it.standing()).isEqualTo(LIMIT));
        assertThat(ReadingJson.of(reading).get("tasks"))
                .as("one duty with milestones, where readings are exchanged")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("path", "1")
                .containsEntry("deadline", "2023-06-30");
    }

    @Test
    void aTableOfWhichNothingWasReadIsFoundWithItsLimits() {
        String rows = IntStream.rangeClosed(1, 60)
                .mapToObj(it -> it + " | Rà soát phí số " + it + " | Sở Tài chính | 30/4/2024")
                .collect(Collectors.joining("\n"));
        Reading reading = reader.read(HEAD + "1. Thực hiện các việc tại Phụ lục." + END + "\nPHỤ LỤC\n" + rows + "\n");
        long read = reading.provisions().stream()
                .filter(it -> it.limit().date() != null)
                .count();
        long said = reading.times().stream()
                .filter(it -> it.words().equals("30/4/2024"))
                .filter(it -> it.standing() == LIMIT || it.standing() == UNREAD)
                .count();
        assertThat(said).isEqualTo(60);
        assertThat(read).as("rows without a header, bars between cells").isEqualTo(60);
    }

    @Test
    void aTimeIsNotThatOfARowElsewhereBecauseItReadsAlike() {
        String rows = IntStream.rangeClosed(1, 4)
                .mapToObj(it -> it + " | Rà soát phí số " + it + " | Sở Tài chính | 15/6/2023")
                .collect(Collectors.joining("\n"));
        Reading reading =
                reader.read(HEAD + "1. Danh mục thuốc: có trước 15/6/2023.\n2. Danh mục phí: có trước 5/6/2023." + END
                        + "\nPHỤ LỤC\n" + rows + "\n");
        assertThat(reading.times())
                .filteredOn(it -> it.mark().start() < HEAD.length() + 90)
                .hasSize(2)
                .allSatisfy(it -> assertThat(String.valueOf(it.path())).doesNotStartWith("PL"));
    }

    @Test
    void aLetterWhoseDoersStandAfterAColonGivesThemAllItsLimits() {
        String duties = IntStream.rangeClosed(1, 9)
                .mapToObj(it -> "việc thứ " + it + " trước ngày 1" + it + "/6/2023")
                .collect(Collectors.joining("; "));
        Reading reading = read("Các đơn vị sau đây: Sở Y tế, Sở Tài chính, Sở Nội vụ: " + duties + ".");
        assertThat(reading.times())
                .filteredOn(it -> it.words().contains("/6/2023"))
                .hasSize(9)
                .allSatisfy(it -> assertThat(it.standing()).isEqualTo(LIMIT));
        assertThat(reading.provisions())
                .hasSize(9)
                .allSatisfy(it -> assertThat(it.assignees()).containsExactly("Sở Y tế", "Sở Tài chính", "Sở Nội vụ"));
    }

    @Test
    void aPaperThatGivesOrdersAndOfWhichNoDutyIsReadSaysSo() {
        Reading reading = read("Nội dung ở Phụ lục.");
        assertThat(reading.provisions()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::code).contains(Finding.Code.NO_DUTIES);
    }
}
