package vn.dondoc.documents.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes without structure to text: byte order marks, UTF-8, then the legacy encodings. */
final class PlainText {

    private PlainText() {}

    static String read(byte[] bytes, Allowance allowance) {
        String text = unmarkedLines(decode(bytes));
        allowance.expand(text.length());
        refuseControls(text);
        return LegacyVietnamese.repair(text, allowance);
    }

    static String decode(byte[] bytes) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            String text = strictly(marked, bytes);
            if (text == null) {
                throw Refusal.DAMAGED.because(marked.name());
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        refuseNul(bytes);
        String utf8 = strictly(StandardCharsets.UTF_8, bytes);
        return utf8 != null ? utf8 : LegacyVietnamese.decode(bytes);
    }

    static @Nullable Charset byteOrderMark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    static @Nullable String strictly(Charset charset, byte[] bytes) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static void refuseNul(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw Refusal.NOT_TEXT.because("NUL, byte " + i);
            }
        }
    }

    private static void refuseControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t') {
                throw Refusal.NOT_TEXT.because("U+%04X, %d".formatted((int) c, i));
            }
        }
    }

    /** Every kind of line and page end becomes one line feed. */
    private static String unmarkedLines(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\f', '\n')
                .replace('\u000B', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
    }
}
