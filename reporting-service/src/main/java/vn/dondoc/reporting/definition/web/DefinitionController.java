package vn.dondoc.reporting.definition.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.LEAD;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.reporting.definition.ApplyDefinitions;
import vn.dondoc.reporting.definition.Step;
import vn.dondoc.reporting.definition.WrittenDefinitions;

@RestController
@RequestMapping("/api/v1/definitions")
class DefinitionController {

    private final ApplyDefinitions definitions;

    DefinitionController(ApplyDefinitions definitions) {
        this.definitions = definitions;
    }

    /** What taking over a set does, definition by definition. */
    record Plan(List<Step> steps) {}

    /** What taking over these definitions would do, and how many figures would be computed again; changes nothing. */
    @PostMapping("/plan")
    @RolesAllowed({LEAD, ADMIN})
    Plan plan(AccessScope scope, @Valid @RequestBody WrittenDefinitions definitions) {
        return new Plan(this.definitions.plan(scope, definitions));
    }

    /** Takes definitions over that belong together; all are looked at before the first is changed. */
    @PostMapping
    @RolesAllowed({LEAD, ADMIN})
    Plan apply(AccessScope scope, @Valid @RequestBody WrittenDefinitions definitions, Command command) {
        return new Plan(this.definitions.apply(scope, definitions, command));
    }
}
