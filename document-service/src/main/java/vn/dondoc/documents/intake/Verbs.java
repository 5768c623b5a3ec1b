package vn.dondoc.documents.intake;

import java.util.regex.Pattern;

/** The words that a duty begins with, and that therefore end the name of whoever has it. */
final class Verbs {

    /** A verb of doing, not necessarily ended. No groups. */
    static final String DOING =
            "hoàn tất|tiêm phòng|tiêu hủy|tiêu độc|phun |khử (?:khuẩn|trùng)|sửa chữa|tu bổ|trồng |chăm sóc|thăm,? |thăm hỏi|tặng |biên soạn|soạn thảo|biên tập|bổ nhiệm|xếp loại|xếp hạng|chấm điểm|bình xét|bình chọn|xét duyệt|xét chọn|tôn vinh|khánh thành|sao lưu|khởi tố|điều tra|truy tố|xét xử|thi hành|thu hồi|thu gom|thu thập|nạo vét|khơi thông|san lấp|canh gác|trực ban|ứng cứu|ứng phó|cứu trợ|cứu hộ|tìm kiếm|cách ly|truy vết|xét nghiệm|khám |điều trị|chi trả|cấp phát|cấp mã|phát quang|giải tỏa|cưỡng chế|phá dỡ|tháo dỡ|dọn |tổng vệ sinh|tuyển sinh|tuyển dụng|miễn |gia hạn|hoàn trả|cho vay|bình ổn|dự trữ|tiêu thụ|xúc tiến|quảng bá|giới thiệu|trưng bày|nhắc nhở|phê bình|kỷ luật|xử phạt|giải thích|trả lời|giải trình|làm rõ|tiếp thu|tiếp công dân|đọc soát|thu xếp|bố trí|sao gửi|cài đặt|khai báo|ghi |làm sạch|chuẩn hóa|chuẩn hoá|chuẩn bị|xác thực|ký số|tạo lập|khởi tạo|dành |bảo trì|bảo dưỡng|tôn tạo|bảo tồn|khơi dậy|đình chỉ|tuyệt đối|kiên trì|triệt để|quyết liệt|coi |xem |kết hợp|liên kết|liên thông|hợp tác|thi đua|hưởng ứng|ra quân|khai trương|khai giảng|đăng cai|đôn đốc|giúp |gặp gỡ|lắng nghe|phản biện|phân vùng|phân luồng|giữ gìn|kê biên|định giá|đấu giá|đấu thầu|lựa chọn|mở rộng|nhân |hỗ trợ|chỉnh (?:trang|sửa|lý)|hiệu chỉnh|rút ngắn|rút kinh nghiệm|nghiêm túc|giãn |tiết kiệm|chống |xóa bỏ|bãi bỏ|hủy bỏ|thay thế|thanh lý|luân phiên|điều động|phụ trách|tự kiểm tra|đánh số|cung ứng|vận chuyển|trung chuyển|thả |nuôi |gieo |thu hoạch|phòng trừ|tưới |đo đạc|lập bản đồ|cắm |kẻ |lát |xin ý kiến|lấy ý kiến|tham vấn|bầu |kết nạp|giới thiệu|hiến |quyên góp|đóng góp|ủng hộ|tiễn |đón |viếng |dâng |treo |gặp mặt|tri ân|tôn trọng|nâng |bù |chốt |rà quét|trích |thực thi|tuân thủ|chấp thuận|thống nhất|làm việc|làm tốt|hướng |dừng|ngừng|ngắt|tắt |mặc |đội |không |"
                    + "tháo gỡ|kiểm đếm|tổng kiểm tra|trực tiếp|tổ chức|chỉ đạo|lãnh đạo|tăng cường|thường xuyên|tiếp tục|đa dạng|phối hợp|chủ trì|chủ động|nâng cao|đẩy mạnh|đẩy nhanh|triển khai|thực hiện|thực hành|rà soát|"
                    + "xây dựng|hoàn thiện|hoàn thành|ban hành|bố trí|bảo đảm|đảm bảo|siết chặt|đưa |báo cáo|định kỳ|kịp thời|ưu tiên|tập trung|quan tâm|gắn |"
                    + "đề cao|xác định|h[àằ]ng (?:năm|quý|tháng|tuần|ngày)|cải cách|đổi mới|củng cố|phát huy|cải thiện|thí điểm|tham mưu|căn cứ|quán triệt|khẩn trương|nghiêm túc|tích cực|"
                    + "chịu trách nhiệm|có trách nhiệm|đôn đốc|theo dõi|kiểm tra|thanh tra|tổng hợp|hướng dẫn|cung cấp|công bố|công khai|cập nhật|gửi |lập |chuẩn bị|tuyên truyền|phê duyệt|"
                    + "trình |xử lý|niêm yết|số hóa|số hoá|thẩm định|giám sát|phát triển|sắp xếp|kiện toàn|tinh giản|khắc phục|đăng ký|thống kê|bổ sung|sửa đổi|lấy |tạo |"
                    + "theo chức năng|mạnh dạn|nghiên cứu|tiến hành|duy trì|giao |phổ biến|đề xuất|thành lập|phân công|bồi dưỡng|đào tạo|tập huấn|tiếp nhận|giải quyết|"
                    + "không (?:để|được|ban hành|tổ chức|yêu cầu)|nghiêm cấm|chấp hành|khai thác|áp dụng|ứng dụng|vận hành|kết nối|chia sẻ|tích hợp|đầu tư|huy động|quản lý|sử dụng|mua sắm|lắp đặt|nâng cấp|mở rộng|hình thành|"
                    + "thu hút|hỗ trợ|khuyến khích|vận động|biểu dương|khen thưởng|nhân rộng|tổng kết|sơ kết|đánh giá|khảo sát|phân tích|phân loại|thu thập|tham gia|cử |bàn giao|chuyển |giảm |tăng |cắt giảm|đơn giản|phân cấp|"
                    + "ủy quyền|uỷ quyền|thông báo|thông tin|truyền thông|cam kết|ký kết|ký |xem xét|quyết định|cho ý kiến|chấn chỉnh|khôi phục|sẵn sàng|ứng trực|trực |di dời|sơ tán|cảnh báo|dự báo|ngăn chặn|phòng,? chống|phòng ngừa|đấu tranh|"
                    + "chăm lo|giữ vững|bảo vệ|lồng ghép|cụ thể hóa|cụ thể hoá|thể chế|quy định|điều chỉnh|phân bổ|giải ngân|thanh toán|quyết toán|cân đối|khởi công|thi công|nghiệm thu|đồng bộ|làm |mở |nêu cao|coi trọng|chú trọng|từng bước|phấn đấu|đổi |in |tự |rút kinh nghiệm|kiên quyết|khuyến |"
                    + "nắm |bám sát|gương mẫu|nêu gương|kiểm soát|kiểm kê|kê khai|đối chiếu|xác minh|thẩm tra|phản ánh|kiến nghị|tiếp |đối thoại|sáp nhập|hợp nhất|chuyển đổi|mời |đăng |đăng tải|phát |trang bị|luân chuyển|tuyển |trả |khắc |hạn chế|loại |xóa |xoá |thay |chủ |vệ sinh|dừng |tạm |hoãn|cấm |lưu |lựa chọn|chọn |nhập |quy hoạch|định hướng|yêu cầu|rà |liên hệ|quản |chốt |truy |cho |nghiệm|giáo dục|điều |diễn tập|tuần tra|giữ |thuê|vay |xác |bám |đăng|kết |tính |nộp |thu |chi |phân |sớm |đề nghị|phát động|phát hành|đặt |kịp |đầy mạnh|tái |bình |tôn |trao |nhất là";

    /** Words that cannot be part of a body's name, so that they end it wherever they stand. */
    private static final Pattern ALWAYS = Pattern.compile(
            "^(?:chủ trì|phối hợp|cùng|cần|phải|sẽ|có (?:trách nhiệm|nhiệm vụ|kế hoạch|văn bản|giải pháp)|chịu trách nhiệm|tiếp tục|tăng cường|triển khai|thực hiện|khẩn trương|chủ động|căn cứ|rà soát|tham mưu|báo cáo|đẩy mạnh|đẩy nhanh|nâng cao|nghiêm túc|thường xuyên|kịp thời|đôn đốc|theo dõi|quán triệt|tập trung|trực tiếp|phân công|bố trí|định kỳ|hằng|hàng|duy trì|khôi phục|trình(?! độ)|gửi|lập|cử(?! tri)|mở|công khai|công bố|cập nhật|hoàn thành|hoàn thiện|ban hành|giao(?! thông| dịch)|không|sớm|quan tâm|theo|trong|nếu|khi|để|xem xét|nghiên cứu|sẵn sàng|phát động|tích cực|ưu tiên|huy động|đề xuất|đồng thời|tạo|rút ngắn|đưa|đặt|nhân rộng|niêm yết|tiếp nhận|bổ sung|lồng ghép|đề cao|tự|bám sát|nắm|số hóa|số hoá|sử dụng|được|trên cơ sở|thông qua|nhằm|bằng|từ(?! \\p{Lu})|đã|đang|chưa|là|có (?!liên quan|trụ sở|chức năng|thẩm quyền|tên|rừng|đất)|tháo gỡ|kiểm đếm|tổng kiểm tra|cấm|đắp|tự|vào cuộc|nhất là|đặc biệt|mà |phải|ngay|làm việc với|hoàn tất|tiêm phòng|kiên quyết|nhắc nhở)(?![\\p{L}])");

    private static final Pattern DOES = Pattern.compile(
            "^(?!chi (?:bộ|đoàn|cục|nhánh|hội|đảng)|làm việc|phân (?:hiệu|viện|xưởng)|điều (?:hành|phối)|quản trị|thường trực|trực thuộc|kết hợp quân|giao (?:thông|dịch|ban))(?:"
                    + DOING + ")");

    /** Words for doing that name what an office is for as well, as in "cơ quan truyền thông". */
    private static final Pattern NOUNISH = Pattern.compile(
            "^(?:truyền thông|thông tin|quản lý|giáo dục|đào tạo|kiểm tra|thanh tra|thống kê|phát triển|giám sát|điều tra|bảo vệ|báo chí|đăng ký|kiểm soát|tổ chức cán bộ|tiếp nhận và|thuế|chuyên môn|chức năng)(?![\\p{L}])");

    private Verbs() {}

    /** Whether a text opens with a word that may go on naming an office. */
    static boolean mayName(String text) {
        return NOUNISH.matcher(text).find();
    }

    /** Whether a text opens with a word that ends a name before it; {@code unclear} words are taken for verbs as well. */
    static boolean ends(String text, boolean unclear) {
        return ALWAYS.matcher(text).find() || unclear && DOES.matcher(text).find();
    }
}
