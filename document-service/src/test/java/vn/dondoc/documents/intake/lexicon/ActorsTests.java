package vn.dondoc.documents.intake.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is named where a sentence begins, whether or not a list holds the name. */
class ActorsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sở Văn hóa, Thể thao và Du lịch",
                "Giám đốc các Sở: Nông nghiệp và Phát triển nông thôn, Tài chính",
                "Chủ tịch Ủy ban nhân dân các tỉnh, thành phố từ Quảng Bình đến Bình Định",
                "UBND các huyện, thành, thị",
                "UBND cấp huyện, cấp xã",
                "Ban Quản lý Khu kinh tế Vũng Áng",
                "Ban quản lý rừng phòng hộ Sông Lô",
                "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện",
                "Trung tâm Phục vụ hành chính công xã",
                "Hạt Kiểm lâm các huyện",
                "Các doanh nghiệp, hợp tác xã, hộ kinh doanh",
                "Các cơ quan truyền thông đại chúng trên địa bàn tỉnh",
                "Các cơ quan Trung ương đóng trên địa bàn tỉnh",
                "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường",
                "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh",
                "Các huyện, thị, thành ủy, đảng ủy trực thuộc Tỉnh ủy",
                "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh",
                "Công ty TNHH MTV Khai thác công trình thủy lợi",
                "Tổ công nghệ số cộng đồng"
            })
    void takesANameAsAWhole(String name) {
        assertThat(Actors.opening(name + " chủ trì rà soát").phrases()).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cục Thuế tỉnh, Cục Hải quan tỉnh ứng dụng quản lý rủi ro | Cục Thuế tỉnh, Cục Hải quan tỉnh",
                "Công an tỉnh tổng kiểm tra phương tiện | Công an tỉnh",
                "Kho bạc Nhà nước khu vực tháo gỡ vướng mắc | Kho bạc Nhà nước khu vực",
                "Sở Nội vụ (cơ quan thường trực) và Sở Tài chính thẩm định | Sở Nội vụ, Sở Tài chính",
                "Các chi bộ tổ chức sinh hoạt định kỳ | Các chi bộ"
            })
    void endsANameWhereTheDeedBegins(String sentence, String names) {
        assertThat(String.join(", ", Actors.opening(sentence).phrases())).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ban hành kế hoạch trong tháng 6",
                "Tổ chức quán triệt Chỉ thị",
                "Phòng, chống lãng phí",
                "Báo cáo kết quả trước ngày 15",
                "Trường hợp phát sinh vướng mắc",
                "Đoàn kết nội bộ",
                "Hội nghị tổng kết"
            })
    void takesNoDeedForAName(String sentence) {
        assertThat(Actors.opening(sentence).isEmpty()).isTrue();
    }

    @Test
    void tellsALineOfNamesFromASentence() {
        assertThat(Actors.isOnlyActors("Sở Công Thương; Sở Xây dựng.")).isTrue();
        assertThat(Actors.isOnlyActors("Sở Công Thương công bố danh mục")).isFalse();
    }
}
