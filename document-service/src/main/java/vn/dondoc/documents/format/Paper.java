package vn.dondoc.documents.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.format.edxml.EdxmlMessage;

/**
 * A document as text.
 *
 * @param format of the file that was opened; an edXML message stays EDXML whatever it carried
 * @param text one line per paragraph (DOCX, HTML) or visual line (PDF, plain text), separated by {@code \n}; a table row
 *     is one line {@code | cell | cell |}; footnotes stand at the end as {@code ¹ …}; not normalised
 * @param beside text that is kept with the document and is no part of it: headers, footers and comments of a DOCX, what
 *     else an edXML message carries, its envelope's words included; empty if there is none
 * @param attachments of an edXML message, otherwise empty
 * @param edxml the envelope, when there was one
 */
public record Paper(
        Format format,
        String text,
        String beside,
        List<Attachment> attachments,
        @Nullable EdxmlMessage edxml) {
    public Paper {
        attachments = List.copyOf(attachments);
    }
}
