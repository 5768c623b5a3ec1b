package vn.dondoc.documents.directive.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
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
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.documents.agency.Agencies;
import vn.dondoc.documents.directive.Addressing;
import vn.dondoc.documents.directive.Amendment;
import vn.dondoc.documents.directive.DeskWork;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.Directives;
import vn.dondoc.documents.directive.DocumentType;
import vn.dondoc.documents.directive.Ending;
import vn.dondoc.documents.directive.Finding;
import vn.dondoc.documents.directive.Lineage;
import vn.dondoc.documents.directive.Originals;
import vn.dondoc.documents.directive.TakeInDocument;
import vn.dondoc.documents.directive.TraceLineage;
import vn.dondoc.documents.directive.Urgency;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.inbox.PutAside;
import vn.dondoc.web.Amount;
import vn.dondoc.web.Answers;
import vn.dondoc.web.ConditionalOnVersion;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/directives")
class DirectiveController {

    private static final String FILE_NAME = "[^\\p{Cntrl}]*";

    private static final String COLLECTION = "/api/v1/directives";

    private final Directives directives;
    private final Agencies agencies;
    private final TakeInDocument takeIn;
    private final DeskWork deskWork;
    private final TraceLineage traceLineage;
    private final Originals originals;
    private final PutAside putAside;
    private final Clock clock;

    DirectiveController(
            Directives directives,
            Agencies agencies,
            TakeInDocument takeIn,
            DeskWork deskWork,
            TraceLineage traceLineage,
            Originals originals,
            PutAside putAside,
            Clock clock) {
        this.putAside = putAside;
        this.directives = directives;
        this.agencies = agencies;
        this.takeIn = takeIn;
        this.deskWork = deskWork;
        this.traceLineage = traceLineage;
        this.originals = originals;
        this.clock = clock;
    }

    /** The text of a document, as a clerk uploads it. */
    record IntakeRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = FILE_NAME, message = "documents.rule-file-name")
            String sourceName,

            @NotBlank @Size(max = 2_000_000) String text) {}

    /** What a clerk fills in or puts right; an absent field stays as it was read. */
    record CompleteRequest(
            @Nullable @Size(max = 50) String number,
            @Nullable LocalDate issueDate,
            @Nullable @Size(max = 1_000) String subject) {}

    /** Which clauses and targets change, and how: another last day, none of the duty, another number. */
    record AmendRequest(
            @Nullable @Size(max = 100) String by,
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 200) List<@NotNull @Valid ChangeRequest> changes,
            @Nullable @Size(max = 200) List<@NotNull @Valid TargetChangeRequest> targets) {

        /**
         * @param number of the target in the order of the reading, from 1
         * @param valueMax upper end of a range
         * @param year absent if it stays
         */
        record TargetChangeRequest(
                @NotNull @Min(1) @Max(5_000) Integer number,
                @NotNull @Amount BigDecimal value,
                @Nullable @Amount BigDecimal valueMax,
                @Nullable @Size(min = 4, max = 4) String year) {}

        record ChangeRequest(
                @NotBlank @Size(max = 50) String path,
                @Nullable LocalDate dueOn,
                @Nullable Boolean repealed,

                @Nullable @Size(max = 5_000) List<@NotBlank @Size(max = 60) String> lead,

                @Nullable @Size(max = 5_000) List<@NotBlank @Size(max = 60) String> cooperating) {}

        Amendment toAmendment(LocalDate on) {
            return new Amendment(
                    by,
                    on,
                    reason,
                    (changes == null ? List.<ChangeRequest>of() : changes)
                            .stream()
                                    .map(it -> new Amendment.Change(
                                            it.path(),
                                            it.dueOn(),
                                            Boolean.TRUE.equals(it.repealed()),
                                            it.lead(),
                                            it.cooperating()))
                                    .toList(),
                    targets == null
                            ? null
                            : targets.stream()
                                    .map(it -> new Amendment.TargetChange(
                                            it.number(), it.value(), it.valueMax(), it.year()))
                                    .toList());
        }
    }

    /** Why it ends; {@code replacedBy} is the directive that takes its place, if one does. */
    record RevokeRequest(
            @Nullable @Size(max = 100) String replacedBy,
            @NotBlank @Size(max = 500) String reason) {}

    @PostMapping(path = "/intake", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RolesAllowed(CLERK)
    ResponseEntity<Receipt> intake(AccessScope scope, @Valid @RequestBody IntakeRequest request, Command command) {
        return Answers.created(COLLECTION, takeIn.text(scope, request.sourceName(), request.text(), command));
    }

    /**
     * A file as it is: text, HTML, DOCX, PDF with a text layer, or an edXML message.
     *
     * @param name of the file; must be there, though it need not be with the text above
     */
    @PostMapping(path = "/intake", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @RolesAllowed(CLERK)
    ResponseEntity<Receipt> upload(
            AccessScope scope,
            @RequestParam(required = false)
                    @Nullable
                    @Size(max = 200)
                    @Pattern(regexp = FILE_NAME, message = "documents.rule-file-name")
                    String name,
            @RequestBody byte[] content,
            Command command) {
        if (name == null || name.isBlank()) {
            throw new Failure.Invalid("name", "documents.file-name");
        }
        return Answers.created(COLLECTION, takeIn.file(scope, name, content, command));
    }

    /** @param number any part of it that stands by itself: {@code 4709}, {@code UBND-KSTT} or both */
    @GetMapping
    @RolesAllowed({CLERK, LEAD, SUPERVISOR, AUDITOR, ADMIN, OFFICER, SYSTEM})
    Page<DirectiveRow> list(
            AccessScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 50) String number,
            @RequestParam(required = false) @Nullable @Size(max = 200) String issuer,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) Directive.@Nullable Status status,
            @RequestParam(name = "type", required = false) @Nullable DocumentType docType,
            @RequestParam(required = false) @Nullable Urgency urgency,
            @SortedBy({"-issued", "issued", "-created", "created"}) Page.Request page) {
        var filter = new Directives.Filter(number, issuer, from, to, q, status, docType, urgency);
        return Page.of(directives.list(scope, filter, page.window()), page, DirectiveRow::of);
    }

    @GetMapping("/{id}")
    @RolesAllowed({CLERK, LEAD, SUPERVISOR, AUDITOR, ADMIN, OFFICER, SYSTEM})
    ResponseEntity<DirectiveView> get(AccessScope scope, @PathVariable String id) {
        Versioned<Directive> found = directives.get(scope, id);
        return Answers.versioned(found, DirectiveView.of(found, putAside.of(id, found.sequence())));
    }

    @GetMapping(path = "/{id}/text", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @RolesAllowed({CLERK, LEAD, SUPERVISOR, AUDITOR, ADMIN, OFFICER, SYSTEM})
    String text(AccessScope scope, @PathVariable String id) {
        return directives.get(scope, id).state().text();
    }

    /** The file as it was uploaded. */
    @GetMapping("/{id}/file")
    @RolesAllowed({CLERK, LEAD, SUPERVISOR, AUDITOR, ADMIN, OFFICER, SYSTEM})
    ResponseEntity<byte[]> file(AccessScope scope, @PathVariable String id) {
        directives.get(scope, id);
        Originals.Original original =
                originals.find(scope, id).orElseThrow(() -> new Failure.NotFound("documents.no-file"));
        return Answers.download(original.name())
                .header("X-Original-Media-Type", original.mediaType())
                .body(original.content());
    }

    /** What it stands on and what stands on it. */
    @GetMapping("/{id}/lineage")
    @RolesAllowed({CLERK, LEAD, SUPERVISOR, AUDITOR, ADMIN, OFFICER, SYSTEM})
    Lineage lineage(AccessScope scope, @PathVariable String id) {
        return traceLineage.of(scope, directives.get(scope, id));
    }

    @PostMapping("/{id}/check")
    @RolesAllowed(CLERK)
    ResponseEntity<Receipt> check(AccessScope scope, @PathVariable String id, Command command) {
        return Answers.done(directives.change(scope, id, command, Directive::check));
    }

    @PostMapping("/{id}/amendments")
    @RolesAllowed(CLERK)
    ResponseEntity<Receipt> amend(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody AmendRequest request, Command command) {
        refuseUnknown(scope, "/by", request.by(), id);
        Amendment amendment = request.toAmendment(today());
        refuseUnknownAgencies(scope, amendment);
        return Answers.done(directives.change(scope, id, command, it -> it.amend(amendment)));
    }

    private void refuseUnknownAgencies(AccessScope scope, Amendment amendment) {
        List<Failure.Field> wrong = new ArrayList<>();
        for (int i = 0; i < amendment.changes().size(); i++) {
            Amendment.Change change = amendment.changes().get(i);
            String pointer = "/changes/" + i;
            wrong.addAll(unknown(scope, pointer + "/lead", change.lead()));
            wrong.addAll(unknown(scope, pointer + "/cooperating", change.cooperating()));
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
    }

    private List<Failure.Field> unknown(AccessScope scope, String pointer, @Nullable List<String> codes) {
        List<Failure.Field> wrong = new ArrayList<>();
        for (int i = 0; codes != null && i < codes.size(); i++) {
            if (agencies.find(scope, codes.get(i)).isEmpty()) {
                wrong.add(new Failure.Field(pointer + "/" + i, "documents.no-agency", codes.get(i)));
            }
        }
        return wrong;
    }

    /** Revokes it, or has another directive take its place. */
    @PostMapping("/{id}/revocation")
    @RolesAllowed(CLERK)
    ResponseEntity<Receipt> revoke(
            AccessScope scope, @PathVariable String id, @Valid @RequestBody RevokeRequest request, Command command) {
        refuseUnknown(scope, "/replacedBy", request.replacedBy(), id);
        var ending = new Ending(request.replacedBy(), today(), request.reason());
        return Answers.done(directives.change(scope, id, command, it -> it.end(ending)));
    }

    private void refuseUnknown(AccessScope scope, String pointer, @Nullable String id, String itself) {
        if (itself.equals(id)) {
            throw new Failure.Invalid(pointer, "documents.itself");
        }
        if (id != null && directives.find(scope, id).isEmpty()) {
            throw new Failure.Invalid(pointer, "documents.no-directive-here");
        }
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }

    @PatchMapping("/{id}")
    @RolesAllowed(CLERK)
    ResponseEntity<Receipt> complete(
            AccessScope scope,
            @PathVariable String id,
            @Valid @RequestBody CompleteRequest request,
            @ConditionalOnVersion Command command) {
        return Answers.done(
                deskWork.complete(scope, id, request.number(), request.issueDate(), request.subject(), command));
    }

    /**
     * What issuing it today would do.
     *
     * @param day on which agencies are looked for: that of the paper, or today
     * @param tasks how many agencies get something to do, over all clauses
     * @param nobody phrases that name no agency
     * @param toBeChecked what has to be looked at before; none once a clerk said that it was
     */
    record Preview(
            LocalDate day, int tasks, List<String> nobody, List<Finding> toBeChecked, List<Addressing.Duty> duties) {}

    @GetMapping("/{id}/preview")
    @RolesAllowed(CLERK)
    Preview preview(AccessScope scope, @PathVariable String id) {
        var groups = agencies.groups(scope);
        Directive directive = directives.get(scope, id).state();
        LocalDate today = today();
        Addressing addressing = directive.addressing(today, groups::named);
        List<Addressing.Duty> duties = addressing.duties(directive.reading(), today);
        int tasks = duties.stream().mapToInt(Addressing.Duty::tasks).sum();
        List<String> nobody =
                duties.stream().flatMap(it -> it.nobody().stream()).distinct().toList();
        return new Preview(addressing.day(), tasks, nobody, directive.toBeChecked(), duties);
    }

    @PostMapping("/{id}/issue")
    @RolesAllowed(CLERK)
    ResponseEntity<Receipt> issue(AccessScope scope, @PathVariable String id, Command command) {
        var groups = agencies.groups(scope);
        LocalDate today = today();
        return Answers.done(directives.change(scope, id, command, it -> it.issue(today, groups::named)));
    }
}
