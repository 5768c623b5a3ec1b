package vn.dondoc.documents.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.format.edxml.EdxmlReader;
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
            return open(content, new Allowance(limits), true);
        } catch (Failure.Invalid e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // What a parser trips over in a stranger's file is the file's fault, whatever it throws.
            throw Refusal.DAMAGED.because(fileName);
        }
    }

    private static Paper open(byte[] content, Allowance allowance, boolean mayHoldOthers) {
        return switch (FileKind.of(content)) {
            case TEXT -> plain(Format.TEXT, PlainText.read(content, allowance));
            case HTML -> plain(Format.HTML, HtmlText.read(content, allowance));
            case PDF -> plain(Format.PDF, PdfText.read(content, allowance));
            case ZIP -> word(DocxText.read(content, allowance));
            case XML -> {
                if (!mayHoldOthers) {
                    throw Refusal.TOO_DEEP.because("edXML");
                }
                yield message(EdxmlReader.read(content, allowance), allowance);
            }
        };
    }

    /** The document of a message is its first attachment that can be read; the others travel along. */
    private static Paper message(EdxmlReader.Opened opened, Allowance allowance) {
        List<Attachment> attachments = new ArrayList<>();
        String text = "";
        String envelope = Stream.of(opened.message().subject(), opened.message().content())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        var beside = new StringBuilder(envelope).append('\n');
        for (Attachment packed : opened.attachments()) {
            Attachment attachment = unwrapped(packed, allowance);
            attachments.add(attachment);
            Paper paper = readable(attachment, allowance);
            if (paper != null) {
                beside.append(paper.beside()).append('\n').append(text.isEmpty() ? "" : paper.text());
                text = text.isEmpty() ? paper.text() : text;
            }
        }
        if (text.isEmpty()) {
            text = envelope;
        }
        if (text.isBlank()) {
            throw Refusal.NO_TEXT.because("edXML");
        }
        return new Paper(Format.EDXML, text, beside.toString(), attachments, opened.message());
    }

    /** Some programs zip each attachment before they encode it, and keep its own name. */
    private static Attachment unwrapped(Attachment it, Allowance allowance) {
        byte[] content = it.content();
        boolean named = it.name().toLowerCase(Locale.ROOT).endsWith(".zip");
        if (named || content.length < 4 || content[0] != 'P' || content[1] != 'K' || content[2] != 3) {
            return it;
        }
        try {
            ZipParts parts = new ZipParts(content, allowance);
            if (parts.names().size() != 1 || parts.encrypted()) {
                return it;
            }
            byte[] only = parts.read(parts.names().iterator().next());
            return only == null ? it : new Attachment(it.name(), it.mediaType(), only);
        } catch (Failure.Invalid e) {
            if (Refusal.of(e).isHostile()) {
                throw e;
            }
            return it;
        }
    }

    /** {@code null} for a scan, a spreadsheet and the like; what looks like an attack refuses the whole message. */
    private static @Nullable Paper readable(Attachment attachment, Allowance allowance) {
        if (attachment.content().length == 0) {
            return null;
        }
        try {
            return open(attachment.content(), allowance, false);
        } catch (Failure.Invalid e) {
            if (Refusal.of(e).isHostile()) {
                throw e;
            }
            return null;
        }
    }

    private static Paper plain(Format format, String text) {
        return of(format, text, "");
    }

    private static Paper word(DocxText.Read read) {
        return of(Format.DOCX, read.text(), read.beside());
    }

    private static Paper of(Format format, String text, String beside) {
        if (text.isBlank()) {
            throw Refusal.NO_TEXT.because();
        }
        return new Paper(format, text, beside, List.of(), null);
    }
}
