package vn.dondoc.documents.intake.target;

import java.util.regex.Matcher;

/** What a figure is of: the words before it, or those after. */
final class TargetNames {

    static final String LEAD_IN =
            "^(?:[-+•]\\s*)?(?:(?:[Mm]ục tiêu|[Pp][hỉ]?[ấâa]n đ[ấầâa]u),?:? (?:đến (?:hết |cuối )?năm \\d{4},? )?|[Hh][àằ]ng năm,? |[Tt]iếp tục |(?:[Đđ]ến|[Tt]rong|[Hh]ết) (?:hết |cuối )?năm \\d{4},?:? |[Nn]ăm \\d{4},?:? |[Bb]ảo đảm |[Đđ]ảm bảo |[Đđ]ến ngày \\S+,? |[Hh]oàn thành (?:việc )?|[Cc]ó |[Đđ]ạt |và |[Tt]rong đó,?:? (?:có )?|[Xx]ây dựng |[Tt]hành lập |[Đđ]ào tạo,? (?:bồi dưỡng )?(?:cho )?|[Hh]ỗ trợ |[Tt]hu hút |[Cc]ông nhận ){0,200}";

    private TargetNames() {}

    /** "Tỷ lệ X đạt tối thiểu 90%" names first; "tối thiểu 90% X" names after. */
    static boolean standsBefore(String before, Matcher quantity) {
        String name = of(before);
        boolean verb = before.matches("(?iu).*(?:đạt|là|bằng|còn|xuống còn|lên|khoảng|mức|được|từ)\\s*$")
                || "đạt".equalsIgnoreCase(String.valueOf(quantity.group(1)));
        return name.length() >= 8
                && (verb
                        || before.matches(
                                "(?iu).*(?:tỷ lệ|tỉ lệ|mức độ|chỉ số|điểm|tổng|số|giá trị|tốc độ|thu nhập|thu |kim ngạch|sản lượng|diện tích|độ che phủ)[^,;]*$"));
    }

    /** Of the words before a figure. */
    static String of(String before) {
        return before.replaceFirst(LEAD_IN, "")
                .replaceFirst("^[,; ]*(?:và |trong đó,?:? )?", "")
                .replaceFirst(
                        "(?iu)\\s*:?\\s*(?:(?:phấn đấu|hằng năm|hàng năm|bình quân|đạt|là|bằng|ở|mức|còn|xuống còn|lên|khoảng|được|tỷ lệ|từ)\\s*){1,200}$",
                        "")
                .strip();
    }

    /** Of the words after a figure. */
    static String trimmed(String name) {
        return name.replaceFirst("^(?:số|các|tổng số|trở lên|trở lên đối với|đối với|của)\\s", "")
                .replaceFirst("[,;:. ]+$", "")
                .strip();
    }
}
