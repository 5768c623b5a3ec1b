package vn.dondoc.documents.format;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import vn.dondoc.failure.Failure;

/** Why a file is not read, and what its sender can do about it. The title is stable: people and tests look for it. */
public enum Refusal {
    EMPTY("Tệp rỗng", "Empty file", "Hãy chọn đúng tệp rồi gửi lại", "Choose the right file and send it again"),
    TOO_LARGE(
            "Tệp quá lớn",
            "File too large",
            "Hãy tách phụ lục thành tệp riêng",
            "Send the appendices as files of their own"),
    TOO_MANY_PAGES(
            "Tệp quá nhiều trang",
            "Too many pages",
            "Hãy chỉ gửi phần văn bản chính",
            "Send the document without its annexes"),
    TOO_MANY_ENTRIES(
            "Tệp chứa quá nhiều thành phần",
            "Too many parts inside the file",
            "Hãy lưu lại bằng Word rồi gửi",
            "Save it again with Word and send that"),
    EXPANDS_TOO_FAR(
            "Nội dung nén bung ra quá giới hạn (nghi là bom nén)",
            "Expands beyond the limit (zip bomb?)",
            "Hãy bỏ ảnh lớn, lưu lại rồi gửi",
            "Remove large pictures, save again and send that"),
    TOO_SLOW(
            "Đọc tệp quá thời gian cho phép",
            "Reading takes longer than allowed",
            "Hãy gửi bản Word hoặc văn bản thuần",
            "Send it as Word or plain text"),
    TOO_DEEP(
            "Tệp lồng nhau quá sâu",
            "Nested too deeply",
            "Hãy lưu lại bằng Word rồi gửi",
            "Save it again with Word and send that"),
    TWO_THINGS_AT_ONCE(
            "Tệp vừa là loại này vừa là loại khác",
            "Two file types at once",
            "Hãy xuất lại văn bản thành một tệp sạch",
            "Export the document again as one clean file"),
    DAMAGED("Tệp hỏng hoặc thiếu phần", "Damaged or truncated file", "Hãy tải lại bản gốc", "Fetch the original again"),
    PATH_TRAVERSAL(
            "Tên thành phần trong tệp trỏ ra ngoài",
            "A part's name points outside the file",
            "Không mở tệp này; hãy hỏi lại nơi gửi",
            "Do not open it; ask the sender"),
    DECLARES_ENTITIES(
            "Tệp XML khai báo DTD hoặc thực thể (XXE)",
            "XML with a DTD or entities (XXE)",
            "Không mở tệp này; hãy hỏi lại nơi gửi",
            "Do not open it; ask the sender"),
    PDF_ENCRYPTED(
            "PDF có mật khẩu hoặc bị hạn chế quyền",
            "Encrypted PDF",
            "Hãy gỡ bảo vệ rồi gửi lại",
            "Remove the protection and send it again"),
    PDF_WITHOUT_TEXT(
            "PDF quét ảnh, không có lớp chữ",
            "PDF without a text layer",
            "Hãy chạy OCR trước rồi gửi lại",
            "Scanned: run OCR first, then send it again"),
    DOCX_ENCRYPTED(
            "Tệp Word có mật khẩu",
            "Password-protected Word file",
            "Hãy gỡ mật khẩu rồi gửi lại",
            "Remove the password and send it again"),
    DOCX_WITH_MACROS(
            "Tệp Word chứa macro",
            "Word file with macros",
            "Hãy lưu thành .docx không macro",
            "Save it as .docx without macros"),
    WORD_97("Tệp Word đời cũ (.doc)", "Word 97–2003 file (.doc)", "Hãy lưu thành .docx", "Save it as .docx"),
    SPREADSHEET(
            "Bảng tính Excel",
            "Excel spreadsheet",
            "Hãy gửi văn bản dạng .docx hoặc .pdf",
            "Send the document as .docx or .pdf"),
    OTHER_OFFICE_FILE(
            "Tệp văn phòng không phải Word",
            "Office file that is not Word",
            "Hãy gửi văn bản dạng .docx hoặc .pdf",
            "Send the document as .docx or .pdf"),
    RTF("Tệp RTF", "RTF file", "Hãy lưu thành .docx", "Save it as .docx"),
    IMAGE("Ảnh", "Image", "Hãy chạy OCR trước rồi gửi .pdf", "Run OCR first and send the .pdf"),
    ARCHIVE(
            "Tệp nén, không phải văn bản",
            "Archive, not a document",
            "Hãy giải nén rồi gửi từng văn bản",
            "Unpack it and send each document"),
    UNKNOWN_XML(
            "XML không phải edXML (QCVN 102:2016)",
            "XML that is not edXML",
            "Hãy gửi .docx, .pdf hoặc gói edXML",
            "Send .docx, .pdf or an edXML message"),
    EDXML_INVALID(
            "Gói edXML sai quy chuẩn",
            "edXML message against the standard",
            "Hãy báo đơn vị gửi phát hành lại gói",
            "Ask the sending agency to issue it again"),
    BASE64_INVALID(
            "Tệp đính kèm trong gói edXML mã hóa base64 sai",
            "Wrong base64 in an edXML attachment",
            "Hãy báo đơn vị gửi phát hành lại gói",
            "Ask the sending agency to issue it again"),
    NOT_TEXT(
            "Tệp nhị phân, không phải văn bản",
            "Binary content, not text",
            "Hãy gửi .docx, .pdf, .html hoặc văn bản UTF-8",
            "Send .docx, .pdf, .html or UTF-8 text"),
    UNKNOWN_ENCODING(
            "Không chắc bảng mã của văn bản",
            "Text in an unclear encoding",
            "Hãy lưu lại dạng UTF-8",
            "Save it as UTF-8"),
    NO_TEXT(
            "Tệp không có chữ nào",
            "No text in the file",
            "Hãy kiểm tra lại nội dung tệp",
            "Check what is in the file");

    private static final Set<Refusal> HOSTILE = EnumSet.of(
            TOO_MANY_ENTRIES,
            EXPANDS_TOO_FAR,
            TOO_SLOW,
            TOO_DEEP,
            TWO_THINGS_AT_ONCE,
            PATH_TRAVERSAL,
            DECLARES_ENTITIES);

    private final String vietnamese;
    private final String english;
    private final String vietnameseFix;
    private final String englishFix;

    Refusal(String vietnamese, String english, String vietnameseFix, String englishFix) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.vietnameseFix = vietnameseFix;
        this.englishFix = englishFix;
    }

    /** The English reason without detail or fix. */
    public String title() {
        return english;
    }

    /** Which of these a failure is, by its title. */
    public static Refusal of(Failure.Invalid failure) {
        String text = failure.fields().getFirst().text().english();
        return Arrays.stream(values())
                .filter(it -> text.startsWith(it.english))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a refusal: " + text));
    }

    /** Not a wrong file, but one made to harm. */
    boolean isHostile() {
        return HOSTILE.contains(this);
    }

    public Failure.Invalid because() {
        return because("");
    }

    /** @param detail the same in every language: a number, a name, an encoding; empty for none */
    public Failure.Invalid because(String detail) {
        // A hostile name must not travel into answers and logs at full length or with line breaks.
        String clean = detail.replaceAll("\\p{Cntrl}", "?");
        String shown = clean.isEmpty() ? "" : " (" + (clean.length() > 80 ? clean.substring(0, 80) + "…" : clean) + ")";
        return new Failure.Invalid(
                "/file", vietnamese + shown + ". " + vietnameseFix + ".", english + shown + ". " + englishFix + ".");
    }

    /** @param limit in bytes */
    Failure.Invalid beyond(long limit) {
        return because(
                limit >= 1 << 20
                        ? String.format(Locale.ROOT, "> %d MB", limit >> 20)
                        : String.format(Locale.ROOT, "> %d B", limit));
    }
}
