package vn.dondoc.documents.format.edxml;

import java.util.Arrays;
import java.util.Optional;

/** What a receiver reports of a document it was sent (QĐ 28/2018/QĐ-TTg). 13, 15 and 16 are about taking it back. */
public enum ReceiptStatus {
    ARRIVED("01", "Đã đến", "Arrived"),
    REFUSED("02", "Từ chối tiếp nhận", "Refused"),
    ACCEPTED("03", "Đã tiếp nhận", "Accepted"),
    ASSIGNED("04", "Phân công", "Assigned"),
    IN_WORK("05", "Đang xử lý", "In work"),
    DONE("06", "Hoàn thành", "Done"),
    RECALLED("13", "Lấy lại", "Recalled by the sender"),
    CHANGE_ACCEPTED("15", "Đồng ý cập nhật, thu hồi", "Update or recall accepted"),
    CHANGE_REFUSED("16", "Từ chối cập nhật, thu hồi", "Update or recall refused");

    private final String code;
    private final String vietnamese;
    private final String english;

    ReceiptStatus(String code, String vietnamese, String english) {
        this.code = code;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Two digits. */
    public String code() {
        return code;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    /** @param code with or without its leading zero */
    public static Optional<ReceiptStatus> of(String code) {
        String two = code.strip().length() == 1 ? "0" + code.strip() : code.strip();
        return Arrays.stream(values()).filter(it -> it.code.equals(two)).findFirst();
    }
}
