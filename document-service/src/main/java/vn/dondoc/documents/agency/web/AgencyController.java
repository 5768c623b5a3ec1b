package vn.dondoc.documents.agency.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.documents.agency.Agencies;
import vn.dondoc.documents.agency.Agency;
import vn.dondoc.documents.agency.ImportAgencies;
import vn.dondoc.failure.Failure;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Page;

@RestController
@RequestMapping("/api/v1/agencies")
class AgencyController {

    private final Agencies agencies;

    AgencyController(Agencies agencies) {
        this.agencies = agencies;
    }

    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<Agency> list(AccessScope scope, Page.Request page) {
        var found = agencies.list(scope, page.after(), page.limit() + 1);
        return Page.of(found, page, it -> it.id(), it -> it.state());
    }

    @GetMapping("/{code}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<Agency> get(AccessScope scope, @PathVariable String code) {
        var found = agencies.find(scope, code).orElseThrow(() -> new Failure.NotFound("cơ quan", code));
        return Answers.versioned(found, found.state());
    }

    @PutMapping("/{code}")
    @RolesAllowed(ADMIN)
    ResponseEntity<Receipt> put(
            AccessScope scope,
            @PathVariable String code,
            @Valid @RequestBody RegisterAgencyRequest request,
            Command command) {
        return Answers.done(agencies.register(scope, request.toAgency(code, scope.province()), command));
    }

    /** How many rows of an import were registered. */
    record Imported(int registered) {}

    @PostMapping(path = "/import", consumes = "text/csv")
    @RolesAllowed(ADMIN)
    Imported importCsv(AccessScope scope, @RequestBody String csv, Command command) {
        List<Agency> rows = ImportAgencies.read(csv, scope.province());
        agencies.registerAll(scope, scope.province(), rows, command);
        return new Imported(rows.size());
    }
}
