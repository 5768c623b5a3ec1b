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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
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
import vn.dondoc.documents.agency.Agencies;
import vn.dondoc.documents.agency.AgencyGroups;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.Directives;
import vn.dondoc.documents.directive.ReadDocument;
import vn.dondoc.failure.Failure;
import vn.dondoc.web.Answers;
import vn.dondoc.web.ConditionalOnVersion;
import vn.dondoc.web.Page;

@RestController
@RequestMapping("/api/v1/directives")
class DirectiveController {

    private static final String COLLECTION = "/api/v1/directives";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Directives directives;
    private final Agencies agencies;
    private final ReadDocument reader;
    private final Clock clock;

    DirectiveController(Directives directives, Agencies agencies, ReadDocument reader, Clock clock) {
        this.directives = directives;
        this.agencies = agencies;
        this.reader = reader;
        this.clock = clock;
    }

    /** The text of a document, as a clerk uploads it. */
    record IntakeRequest(
            @NotBlank @Size(max = 200) String sourceName,
            @NotBlank @Size(max = 2_000_000) String text) {}

    /** What a clerk fills in or puts right; an absent field stays as it was read. */
    record CompleteRequest(
            @Nullable @Size(max = 50) String number,
            @Nullable LocalDate issueDate,
            @Nullable @Size(max = 1_000) String subject) {}

    @PostMapping("/intake")
    @RolesAllowed(CLERK)
    ResponseEntity<Receipt> intake(AccessScope scope, @Valid @RequestBody IntakeRequest request, Command command) {
        var draft =
                Directive.drafted(scope.province(), reader.read(request.text()), request.text(), request.sourceName());
        return Answers.created(COLLECTION, directives.draft(scope, draft, command));
    }

    @GetMapping
    @RolesAllowed({CLERK, LEAD, SUPERVISOR, AUDITOR, ADMIN, OFFICER, SYSTEM})
    Page<DirectiveView> list(
            AccessScope scope, @RequestParam(required = false) @Nullable String number, Page.Request page) {
        var found = directives.list(scope, number, page.after(), page.limit() + 1);
        return Page.of(found, page, Versioned::id, DirectiveView::of);
    }

    @GetMapping("/{id}")
    @RolesAllowed({CLERK, LEAD, SUPERVISOR, AUDITOR, ADMIN, OFFICER, SYSTEM})
    ResponseEntity<DirectiveView> get(AccessScope scope, @PathVariable String id) {
        Versioned<Directive> found = load(scope, id);
        return Answers.versioned(found, DirectiveView.of(found));
    }

    @GetMapping(path = "/{id}/text", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @RolesAllowed({CLERK, LEAD, SUPERVISOR, AUDITOR, ADMIN, OFFICER, SYSTEM})
    String text(AccessScope scope, @PathVariable String id) {
        return load(scope, id).state().text();
    }

    @PatchMapping("/{id}")
    @RolesAllowed(CLERK)
    ResponseEntity<Receipt> complete(
            AccessScope scope,
            @PathVariable String id,
            @Valid @RequestBody CompleteRequest request,
            @ConditionalOnVersion Command command) {
        return Answers.done(directives.change(
                scope, id, command, it -> it.complete(request.number(), request.issueDate(), request.subject())));
    }

    @PostMapping("/{id}/issue")
    @RolesAllowed(CLERK)
    ResponseEntity<Receipt> issue(AccessScope scope, @PathVariable String id, Command command) {
        var groups = new AgencyGroups(agencies.ofProvince(scope, scope.province()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), VIETNAM);
        return Answers.done(directives.change(scope, id, command, it -> it.issue(today, groups::named)));
    }

    private Versioned<Directive> load(AccessScope scope, String id) {
        return directives.find(scope, id).orElseThrow(() -> new Failure.NotFound("văn bản", id));
    }
}
