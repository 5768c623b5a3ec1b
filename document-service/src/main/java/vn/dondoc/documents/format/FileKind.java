package vn.dondoc.documents.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the bytes are. A file that begins as one thing and ends or hides as another is refused: which of the two a reader
 * sees would depend on the reader, and a directive must say the same to everyone.
 */
enum FileKind {
    TEXT,
    HTML,
    XML,
    ZIP,
    PDF;

    private static final int HEAD = 1024;
    private static final Pattern PDF_MARK = Pattern.compile("%PDF-\\d\\.\\d");
    private static final Pattern HTML_MARK = Pattern.compile("<(?:!doctype\\s+html|html|head|body|script)[\\s>]");
    private static final Pattern HTML_START = Pattern.compile(
            "^(?:<!--.{0,800}?-->\\s*)*<(?:!doctype\\s+html|html|head|body|meta|title|div|p|table|span|center|font|h[1-6]|article|section|main|b|i|u|strong|em|br|ul|ol)[\\s/>]",
            Pattern.DOTALL);
    private static final Pattern XHTML = Pattern.compile("<!doctype\\s+html|<html[\\s>]");
    private static final Pattern XML_START =
            Pattern.compile("^(?:<\\?xml[\\s?]|<!doctype|<[a-z_][\\w.-]*(?::[\\w.-]+)?[\\s/>])");

    static FileKind of(byte[] content) {
        String head = head(content);
        String lower = head.toLowerCase(Locale.ROOT);
        if (head.startsWith("PK\3\4")) {
            if (PDF_MARK.matcher(head).find()) {
                throw Refusal.TWO_THINGS_AT_ONCE.because("zip + PDF");
            }
            return ZIP;
        }
        if (head.startsWith("PK\5\6")) {
            throw Refusal.ARCHIVE.because("zip");
        }
        boolean endsAsZip = ZipParts.endOfDirectory(content) >= 0 || zipAfterPdf(content);
        if (head.startsWith("%PDF-")) {
            if (endsAsZip) {
                throw Refusal.TWO_THINGS_AT_ONCE.because("PDF + zip");
            }
            if (HTML_MARK.matcher(lower).find()) {
                throw Refusal.TWO_THINGS_AT_ONCE.because("PDF + HTML");
            }
            return PDF;
        }
        refuseByMagic(content, head);
        if (PDF_MARK.matcher(head).find()) {
            throw Refusal.TWO_THINGS_AT_ONCE.because("? + PDF");
        }
        if (endsAsZip) {
            throw Refusal.TWO_THINGS_AT_ONCE.because("? + zip");
        }
        String start = lower.stripLeading();
        boolean xml = XML_START.matcher(start).find();
        if (HTML_START.matcher(start).find() || (xml && XHTML.matcher(start).find())) {
            return HTML;
        }
        return xml ? XML : TEXT;
    }

    private static String head(byte[] content) {
        Charset marked = PlainText.byteOrderMark(content);
        String head = new String(
                content, 0, Math.min(HEAD, content.length), marked == null ? StandardCharsets.ISO_8859_1 : marked);
        return head.startsWith("\uFEFF") ? head.substring(1) : head;
    }

    /** A zip glued behind a PDF, with whatever follows its directory. One embedded in the PDF ends before its %%EOF. */
    private static boolean zipAfterPdf(byte[] content) {
        int from = Math.max(0, content.length - (1 << 17));
        String tail = new String(content, from, content.length - from, StandardCharsets.ISO_8859_1);
        int end = tail.lastIndexOf("%%EOF");
        return end >= 0 && tail.indexOf("PK\5\6", end) >= 0 && tail.contains("PK\1\2");
    }

    private static void refuseByMagic(byte[] content, String head) {
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            refuseCompound(new String(content, StandardCharsets.ISO_8859_1));
        }
        if (head.startsWith("{\\rtf")) {
            throw Refusal.RTF.because();
        }
        String image = head.startsWith("\u0089PNG")
                ? "PNG"
                : head.startsWith("\u00FF\u00D8\u00FF")
                        ? "JPEG"
                        : head.startsWith("GIF8")
                                ? "GIF"
                                : head.startsWith("II*\0") || head.startsWith("MM\0*")
                                        ? "TIFF"
                                        : head.startsWith("RIFF") && head.startsWith("WEBP", 8)
                                                ? "WebP"
                                                : head.startsWith("BM") && head.indexOf('\0') >= 0 ? "BMP" : "";
        if (!image.isEmpty()) {
            throw Refusal.IMAGE.because(image);
        }
        String archive = head.startsWith("Rar!")
                ? "RAR"
                : head.startsWith("7z\u00BC\u00AF")
                        ? "7z"
                        : head.startsWith("\u001F\u008B") ? "gzip" : head.startsWith("ustar", 257) ? "tar" : "";
        if (!archive.isEmpty()) {
            throw Refusal.ARCHIVE.because(archive);
        }
    }

    /** Streams of a compound file are named in UTF-16. */
    private static void refuseCompound(String content) {
        if (content.contains(wide("EncryptedPackage"))) {
            throw Refusal.DOCX_ENCRYPTED.because();
        }
        if (content.contains(wide("WordDocument"))) {
            throw Refusal.WORD_97.because();
        }
        if (content.contains(wide("Workbook")) || content.contains(wide("Book"))) {
            throw Refusal.SPREADSHEET.because(".xls");
        }
        throw Refusal.OTHER_OFFICE_FILE.because("OLE2");
    }

    private static String wide(String name) {
        StringBuilder out = new StringBuilder();
        name.chars().forEach(c -> out.append((char) c).append('\0'));
        return out.toString();
    }
}
