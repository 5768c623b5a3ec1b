package vn.dondoc.documents.format;

import java.util.List;
import vn.dondoc.failure.Failure;

/** Opens a file of whatever kind as text. The only door of this package. */
public final class OpenPaper {

    private OpenPaper() {}

    /**
     * @param fileName for messages only; what the file is, its content tells
     * @param content never written to
     * @throws Failure.Invalid with pointer {@code /file}, when it is not read; the text begins with a {@link Refusal}
     */
    public static Paper open(String fileName, byte[] content, Limits limits) {
        if (content.length == 0) {
            throw Refusal.EMPTY.because(fileName);
        }
        if (content.length > limits.maxBytes()) {
            throw Refusal.TOO_LARGE.beyond(limits.maxBytes());
        }
        try {
            return open(content, new Allowance(limits));
        } catch (Failure.Invalid e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // What a parser trips over in a stranger's file is the file's fault, whatever it throws.
            throw Refusal.DAMAGED.because(fileName);
        }
    }

    private static Paper open(byte[] content, Allowance allowance) {
        return switch (FileKind.of(content)) {
            case TEXT -> plain(Format.TEXT, PlainText.read(content, allowance));
            case HTML -> plain(Format.HTML, HtmlText.read(content, allowance));
            case PDF -> plain(Format.PDF, PdfText.read(content, allowance));
            case ZIP -> plain(Format.DOCX, DocxText.read(content, allowance));
            case XML -> throw Refusal.UNKNOWN_XML.because();
        };
    }

    private static Paper plain(Format format, String text) {
        if (text.isBlank()) {
            throw Refusal.NO_TEXT.because();
        }
        return new Paper(format, text, List.of(), null);
    }
}
