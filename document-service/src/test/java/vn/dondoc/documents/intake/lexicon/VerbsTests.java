package vn.dondoc.documents.intake.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells somebody to do something. */
class VerbsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rà soát danh mục",
                "Tiêm phòng vắc xin",
                "huy độngsinh viên",
                "trước ngày 15/6, báo cáo kết quả",
                "theo lĩnh vực được phân công trực tiếp chỉ đạo",
                "hằng quý tổng hợp, báo cáo",
                "cần khẩn trương hoàn thiện"
            })
    void seesADeed(String text) {
        assertThat(Verbs.does(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tình hình dịch bệnh phức tạp", "số lượng hồ sơ", "theo quy định của pháp luật", "", "30%"})
    void seesNoDeed(String text) {
        assertThat(Verbs.does(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chi bộ", "giao thông tỉnh", "thường trực", "Thuế tỉnh"})
    void endsNoNameWithinItself(String rest) {
        assertThat(Verbs.ends(rest, true)).isFalse();
    }
}
