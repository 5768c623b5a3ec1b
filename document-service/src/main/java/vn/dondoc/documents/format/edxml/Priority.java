package vn.dondoc.documents.format.edxml;

/** Urgency; the code on the wire is the ordinal. */
public enum Priority {
    NORMAL("Thường"),
    URGENT("Khẩn"),
    VERY_URGENT("Thượng khẩn"),
    EXPRESS("Hỏa tốc"),
    EXPRESS_BY_HOUR("Hỏa tốc hẹn giờ");

    private final String vietnamese;

    Priority(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    public String vietnamese() {
        return vietnamese;
    }
}
