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
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.SearchWords;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.documents.agency.Agencies;
import vn.dondoc.documents.agency.Agency;
import vn.dondoc.documents.agency.AgencyGroups;
import vn.dondoc.documents.agency.AgencyKind;
import vn.dondoc.documents.agency.ImportAgencies;
import vn.dondoc.documents.agency.RegisterAgency;
import vn.dondoc.documents.agency.RegisterSuccession;
import vn.dondoc.documents.agency.Successions;
import vn.dondoc.documents.agency.Successors;
import vn.dondoc.failure.Failure;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/agencies")
class AgencyController {

    private final Agencies agencies;
    private final RegisterAgency registerAgency;
    private final RegisterSuccession registerSuccession;
    private final Successions registered;
    private final Successors successors;
    private final Clock clock;

    AgencyController(
            Agencies agencies,
            RegisterAgency registerAgency,
            RegisterSuccession registerSuccession,
            Successions registered,
            Successors successors,
            Clock clock) {
        this.registered = registered;
        this.agencies = agencies;
        this.registerAgency = registerAgency;
        this.registerSuccession = registerSuccession;
        this.successors = successors;
        this.clock = clock;
    }

    /**
     * @param q words that all occur among code, names and aliases
     * @param code its own, or one of another scheme on the day
     * @param group a phrase such as "UBND các xã, phường", as a directive of the day would mean it
     * @param on a day on which the agencies exist; with {@code code} and {@code group}, today if absent
     */
    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<AgencyView> list(
            AccessScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable AgencyKind kind,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String supervisor,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable LocalDate on,
            @SortedBy({"code", "-code", "name", "-name"}) Page.Request page) {
        var filter = new Agencies.Filter(q, kind, parent, supervisor, on);
        if (code == null && group == null) {
            return Page.of(agencies.list(scope, filter, page.window()), page, it -> AgencyView.of(it.state()));
        }
        List<Agency> meant = code == null ? List.of() : agencies.called(scope, code.strip(), dayOr(on));
        if (group != null) {
            List<Agency> named = named(scope, group, dayOr(on));
            meant = code == null
                    ? named
                    : meant.stream().filter(named::contains).toList();
        }
        List<Agency> found = meant.stream().filter(filter::matches).toList();
        boolean byName = page.window().sort().endsWith("name");
        Function<Agency, String> order = it -> byName ? SearchWords.folded(it.name()) : it.code();
        return Page.of(Stretch.of(found, page.window(), order, Agency::code), page, AgencyView::of);
    }

    /** Who gave way to whom, the latest first. */
    @GetMapping("/successions")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<SuccessionView> successions(
            AccessScope scope,
            @RequestParam(required = false) @Nullable String agency,
            @SortedBy({"-on", "on"}) Page.Request page) {
        return Page.of(registered.list(scope, agency, page.window()), page, it -> SuccessionView.of(it.state()));
    }

    @GetMapping("/{code}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<AgencyView> get(AccessScope scope, @PathVariable String code) {
        var found = agencies.find(scope, code).orElseThrow(() -> new Failure.NotFound("documents.no-agency", code));
        return Answers.versioned(found, AgencyView.of(found.state()));
    }

    /** Who stands in an agency's place on a day. */
    record SuccessorsOfTheDay(String code, LocalDate on, List<Successors.Successor> successors) {}

    @GetMapping("/{code}/successors")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    SuccessorsOfTheDay successors(
            AccessScope scope, @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate on) {
        return new SuccessorsOfTheDay(code, dayOr(on), successors.of(scope, code, dayOr(on)));
    }

    @PostMapping("/successions")
    @RolesAllowed(ADMIN)
    ResponseEntity<Receipt> succeed(
            AccessScope scope, @Valid @RequestBody RegisterSuccessionRequest request, Command command) {
        return Answers.done(registerSuccession.register(scope, request.toSuccession(), command));
    }

    @PutMapping("/{code}")
    @RolesAllowed(ADMIN)
    ResponseEntity<Receipt> put(
            AccessScope scope,
            @PathVariable String code,
            @Valid @RequestBody RegisterAgencyRequest request,
            Command command) {
        return Answers.done(registerAgency.register(scope, request.toAgency(code, scope.province()), command));
    }

    /** How many rows of an import were registered. */
    record Imported(int registered) {}

    @PostMapping(path = "/import", consumes = "text/csv")
    @RolesAllowed(ADMIN)
    Imported importCsv(AccessScope scope, @RequestBody String csv, Command command) {
        List<Agency> rows = ImportAgencies.read(csv, scope.province(), agencies.ofProvince(scope, scope.province()));
        agencies.registerAll(scope, scope.province(), rows, command);
        return new Imported(rows.size());
    }

    private List<Agency> named(AccessScope scope, String phrase, LocalDate day) {
        List<Agency> catalogue = agencies.ofProvince(scope, scope.province());
        List<String> codes = new AgencyGroups(catalogue).named(phrase, day);
        return catalogue.stream().filter(it -> codes.contains(it.code())).toList();
    }

    private LocalDate dayOr(@Nullable LocalDate on) {
        return on == null ? VietnamTime.today(clock) : on;
    }
}
