package vn.dondoc.documents.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.documents.directive.Finding;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.Reading;

/** Text that repeats what the patterns look for, to make them try every place; a real paper of this size takes milliseconds. */
class HostileTextTests {

    private static final int LENGTH = 40 * 1024;

    private final VietnameseDocumentReader reader = new VietnameseDocumentReader();

    @ParameterizedTest
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @ValueSource(
            strings = {
                "Sở nội vụ văn phòng ",
                "rà soát, báo cáo trước ngày 15/6, ",
                "tăng 5% số hộ, giảm 3% số xã và ",
                "(Sở Nội vụ (Sở Y tế) ",
                "trước ngày 15 tháng 6 năm 2026 hoặc "
            })
    void aLineWithoutEndIsLeftAndTheClauseAfterItIsRead(String repeated) {
        Reading reading = reader.read("UBND tỉnh yêu cầu các sở:\n1. "
                + repeated.repeat(LENGTH / repeated.length())
                + ".\n2. Sở Y tế rà soát danh mục thuốc trước ngày 15/6/2026.\n");
        assertThat(reading.provisions())
                .extracting(Provision::text)
                .anyMatch(it -> it.startsWith("Sở Y tế rà soát danh mục thuốc"));
        assertThat(reading.findings()).extracting(Finding::vi).contains("có câu quá dài, chưa đọc");
    }
}
