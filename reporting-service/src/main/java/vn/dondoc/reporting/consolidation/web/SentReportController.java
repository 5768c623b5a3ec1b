package vn.dondoc.reporting.consolidation.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.file.Files;
import vn.dondoc.reporting.consolidation.Consolidate;
import vn.dondoc.reporting.consolidation.Frame;
import vn.dondoc.reporting.consolidation.SendConsolidated;
import vn.dondoc.reporting.consolidation.SentReport;
import vn.dondoc.reporting.consolidation.SentReports;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.report.Author;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/consolidations")
class SentReportController {

    private final SendConsolidated send;
    private final SentReports sent;
    private final Files files;
    private final Clock clock;

    SentReportController(SendConsolidated send, SentReports sent, Files files, Clock clock) {
        this.send = send;
        this.sent = sent;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Which reports to put together, what stands around them, and to whom it goes.
     *
     * @param agency body whose figures are told
     * @param basis absent for APPROVED
     * @param to codes of agencies of the province that it is owed to
     * @param outside bodies beyond the system, such as a ministry, in words
     */
    record SendRequest(
            @NotBlank @Size(max = 60) String form,
            @NotBlank @Size(max = 20) String period,
            @NotBlank @Size(max = 100) String agency,
            @Nullable Basis basis,
            @NotNull @Valid Frame frame,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> to,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 300) String> outside) {}

    /**
     * A consolidated report that was sent.
     *
     * @param sha256 of the document, hexadecimal
     * @param received who confirmed that they have it
     */
    record SentView(
            String id,
            String form,
            String formName,
            String period,
            String agency,
            Basis basis,
            String sender,
            Instant sentAt,
            @Nullable String number,
            List<String> to,
            List<String> outside,
            String documentName,
            long documentBytes,
            String sha256,
            List<SentReport.Received> received) {

        static SentView of(SentReport it) {
            return new SentView(
                    it.id(),
                    it.form(),
                    it.formName(),
                    it.period(),
                    it.agency(),
                    it.basis(),
                    it.sender(),
                    it.sentAt(),
                    it.number(),
                    it.to(),
                    it.outside(),
                    it.document().name(),
                    it.document().bytes(),
                    it.document().sha256(),
                    it.received());
        }
    }

    /** Puts together what the agencies reported and sends it onward; the document stays as it went. */
    @PostMapping
    @RolesAllowed(LEAD)
    ResponseEntity<Receipt> send(AccessScope scope, @Valid @RequestBody SendRequest request, Command command) {
        Period period = Period.parse("/period", request.period());
        var question = new Consolidate.Question(
                request.form(), period, request.agency(), Objects.requireNonNullElse(request.basis(), Basis.APPROVED));
        var receivers = new SendConsolidated.Receivers(orNone(request.to()), orNone(request.outside()));
        return Answers.done(
                send.send(scope, Author.of(scope, clock.instant()), question, request.frame(), receivers, command));
    }

    private static List<String> orNone(@Nullable List<String> some) {
        return some == null ? List.of() : some;
    }

    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<SentView> list(
            AccessScope scope,
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) @Nullable String period,
            @SortedBy({"-sent", "sent"}) Page.Request page) {
        if (period != null) {
            Period.parse("period", period);
            if (form == null) {
                throw new Failure.Invalid("form", "reporting.period-of-form");
            }
        }
        return Page.of(sent.list(scope, form, period, page.window()), page, it -> SentView.of(it.state()));
    }

    @GetMapping("/{id}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<SentView> get(AccessScope scope, @PathVariable String id) {
        Versioned<SentReport> found = find(scope, id);
        return Answers.versioned(found, SentView.of(found.state()));
    }

    /** The document as it went. */
    @GetMapping("/{id}/document")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<byte[]> document(AccessScope scope, @PathVariable String id) {
        SentReport.Document document = find(scope, id).state().document();
        byte[] content = files.read(scope, document.fileId())
                .orElseThrow(() -> new Failure.NotFound("reporting.no-file", document.fileId()));
        return Answers.download(document.name()).body(content);
    }

    /** Confirms for the caller's agency that it has it. */
    @PostMapping("/{id}/receipt")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, SYSTEM})
    ResponseEntity<Receipt> receive(AccessScope scope, @PathVariable String id, Command command) {
        Author by = Author.of(scope, clock.instant());
        return Answers.done(sent.change(scope, id, command, it -> it.receive(by)));
    }

    private Versioned<SentReport> find(AccessScope scope, String id) {
        return sent.find(scope, id).orElseThrow(() -> new Failure.NotFound("reporting.no-consolidation", id));
    }
}
