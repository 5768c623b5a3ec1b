package vn.dondoc.documents.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.DocumentNumber;
import vn.dondoc.documents.directive.OfficeYears;
import vn.dondoc.documents.directive.OpenDocument;
import vn.dondoc.documents.format.Format;
import vn.dondoc.documents.format.Limits;
import vn.dondoc.documents.format.OpenPaper;
import vn.dondoc.documents.format.Paper;
import vn.dondoc.documents.format.edxml.EdxmlMessage;
import vn.dondoc.documents.intake.head.SecrecyMark;

/** Opens what a clerk uploads, within the limits of {@link Limits#DEFAULT}; refuses what is marked secret beside its text. */
@Component
public class OpenUpload implements OpenDocument {

    @Override
    public Opened open(String name, byte[] content) {
        Paper paper = OpenPaper.open(name, content, Limits.DEFAULT);
        if (SecrecyMark.in(paper.beside()).isPresent()) {
            throw Directive.secret();
        }
        EdxmlMessage envelope = paper.edxml();
        return new Opened(
                paper.text(),
                mediaType(paper.format()),
                envelope == null ? null : number(envelope.code()),
                envelope == null ? null : likely(envelope.promulgationDate()),
                envelope == null ? null : envelope.subject());
    }

    private static @Nullable LocalDate likely(@Nullable LocalDate day) {
        return day != null && OfficeYears.include(day) ? day : null;
    }

    private static @Nullable String number(EdxmlMessage.Code code) {
        return code.number() == null || code.notation() == null
                ? null
                : DocumentNumber.of(code.number(), code.notation()).canonical();
    }

    private static String mediaType(Format format) {
        return switch (format) {
            case TEXT -> "text/plain";
            case HTML -> "text/html";
            case DOCX -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case PDF -> "application/pdf";
            case EDXML -> "application/xml";
        };
    }
}
