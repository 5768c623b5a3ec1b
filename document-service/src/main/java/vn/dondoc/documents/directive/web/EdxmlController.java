package vn.dondoc.documents.directive.web;

import static vn.dondoc.access.Role.Names.CLERK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.Directives;
import vn.dondoc.documents.directive.DocumentNumber;
import vn.dondoc.documents.directive.Originals;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.Urgency;
import vn.dondoc.documents.format.Attachment;
import vn.dondoc.documents.format.edxml.BussinessDocType;
import vn.dondoc.documents.format.edxml.DocumentId;
import vn.dondoc.documents.format.edxml.EdxmlMessage;
import vn.dondoc.documents.format.edxml.EdxmlWriter;
import vn.dondoc.documents.format.edxml.Organization;
import vn.dondoc.documents.format.edxml.Priority;
import vn.dondoc.documents.format.edxml.ReceiptStatus;
import vn.dondoc.documents.format.edxml.StatusMessage;
import vn.dondoc.documents.format.edxml.SteeringType;
import vn.dondoc.failure.Failure;

/** Directives as other systems take them: edXML messages (QCVN 102:2016), and what became of one that was received. */
@RestController
@RequestMapping("/api/v1/directives/{id}")
class EdxmlController {

    private static final String ORGAN = "[A-Za-z0-9.]{1,30}";

    private final Directives directives;
    private final Originals originals;
    private final Clock clock;

    EdxmlController(Directives directives, Originals originals, Clock clock) {
        this.directives = directives;
        this.originals = originals;
        this.clock = clock;
    }

    /**
     * The directive with its file attached.
     *
     * @param from national code of the sender, such as H41
     * @param to national codes of the receivers
     */
    @GetMapping(path = "/edxml", produces = MediaType.APPLICATION_XML_VALUE)
    @RolesAllowed(CLERK)
    byte[] message(
            AccessScope scope,
            @PathVariable String id,
            @RequestParam @Pattern(regexp = ORGAN, message = "documents.rule-organ") String from,
            @RequestParam @NotEmpty @Size(max = 200)
                    List<@Pattern(regexp = ORGAN, message = "documents.rule-organ") String> to) {
        Directive directive = directives.get(scope, id).state();
        Reading.Head head = directive.reading().head();
        String issuer = head.issuer();
        LocalDateTime now = now();
        var message = new EdxmlMessage(
                Organization.of(from, issuer == null ? from : issuer),
                to.stream().map(it -> Organization.of(it, it)).toList(),
                code(head),
                head.place(),
                head.issueDate(),
                new EdxmlMessage.DocumentType(
                        null, head.docType() == null ? null : head.docType().name(), null),
                head.subject(),
                null,
                new EdxmlMessage.Signer(
                        head.signer().authority(),
                        head.signer().title(),
                        head.signer().name()),
                null,
                directive.reading().recipients(),
                new EdxmlMessage.OtherInfo(priority(head.urgency()), null, null, null, null, List.of()),
                List.of(),
                SteeringType.STEERING,
                documentId(from, head),
                BussinessDocType.NEW,
                null,
                List.of(new EdxmlMessage.Trace(from, now)));
        Attachment attachment = originals
                .find(scope, id)
                .map(it -> new Attachment(it.name(), it.mediaType(), it.content()))
                .orElseGet(() -> new Attachment(
                        directive.sourceName(), "text/plain", directive.text().getBytes(StandardCharsets.UTF_8)));
        return EdxmlWriter.write(message, List.of(attachment));
    }

    /**
     * A status message about a directive that was received.
     *
     * @param status 01 to 06, 13, 15 or 16
     * @param from national code of the agency that reports
     * @param sender national code of the agency it came from
     */
    @GetMapping(path = "/edxml-status", produces = MediaType.APPLICATION_XML_VALUE)
    @RolesAllowed(CLERK)
    byte[] status(
            AccessScope scope,
            @PathVariable String id,
            @RequestParam String status,
            @RequestParam @Pattern(regexp = ORGAN, message = "documents.rule-organ") String from,
            @RequestParam @Pattern(regexp = ORGAN, message = "documents.rule-organ") String sender) {
        Reading.Head head = directives.get(scope, id).state().reading().head();
        ReceiptStatus receipt =
                ReceiptStatus.of(status).orElseThrow(() -> new Failure.Invalid("status", "documents.no-such-status"));
        var about = new EdxmlMessage.ResponseFor(sender, head.number(), head.issueDate(), documentId(sender, head));
        return EdxmlWriter.write(new StatusMessage(
                about,
                Organization.of(from, from),
                receipt,
                receipt.vietnamese(),
                now(),
                new StatusMessage.Staff(null, null, null, null)));
    }

    private LocalDateTime now() {
        return VietnamTime.now(clock);
    }

    /** Number and notation apart, as the standard has them; what is no number of either grammar goes as it is read. */
    private static EdxmlMessage.Code code(Reading.Head head) {
        return number(head)
                .map(it -> new EdxmlMessage.Code(it.running(), it.notation()))
                .orElseGet(() -> new EdxmlMessage.Code(head.number(), head.symbol()));
    }

    private static Optional<DocumentNumber> number(Reading.Head head) {
        return Optional.ofNullable(head.number()).flatMap(DocumentNumber::of);
    }

    private static Priority priority(@Nullable Urgency urgency) {
        return switch (urgency) {
            case KHAN -> Priority.URGENT;
            case THUONG_KHAN -> Priority.VERY_URGENT;
            case HOA_TOC -> Priority.EXPRESS;
            case null, default -> Priority.NORMAL;
        };
    }

    /** Only where the paper has both number and date; an id is never made up. */
    private static @Nullable DocumentId documentId(String organ, Reading.Head head) {
        LocalDate date = head.issueDate();
        return date == null
                ? null
                : number(head)
                        .map(it -> new DocumentId(organ, date, it.running(), it.notation()))
                        .orElse(null);
    }
}
