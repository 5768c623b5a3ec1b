package vn.dondoc.reporting.form.web;

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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.Check;
import vn.dondoc.reporting.form.Condition;
import vn.dondoc.reporting.form.DefineForms;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.web.Amount;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Code;
import vn.dondoc.web.ElementCode;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/forms")
class FormController {

    private final Forms forms;
    private final DefineForms define;

    FormController(Forms forms, DefineForms define) {
        this.forms = forms;
        this.define = define;
    }

    /**
     * A figure to be filled in.
     *
     * @param kind absent for any number
     * @param min least value; absent for 0
     * @param max greatest value; absent for none
     * @param required whether it may not be left blank; absent for no
     */
    record ElementRequest(
            @ElementCode String code,

            @NotBlank @Size(max = 500) String name,
            @NotBlank @Size(max = 50) String unit,
            ReportForm.DataElement.@Nullable Kind kind,
            @Nullable @Amount BigDecimal min,
            @Nullable @Amount BigDecimal max,
            @Nullable Boolean required) {

        ReportForm.DataElement element() {
            return new ReportForm.DataElement(
                    code,
                    name,
                    unit,
                    Objects.requireNonNullElse(kind, ReportForm.DataElement.Kind.DECIMAL),
                    Objects.requireNonNullElse(min, BigDecimal.ZERO),
                    max,
                    Boolean.TRUE.equals(required));
        }
    }

    /**
     * Something that must be true of a report.
     *
     * @param condition such as {@code A + B <= C} or {@code C <= 2 * PREV_C}, where {@code PREV_C} is of the period before
     * @param severity whether a report of which it is not true cannot be filed, or has to explain it
     * @param message what is wrong then, in the words of the form
     */
    record CheckRequest(
            @Code String code,
            @NotBlank @Size(max = 500) String condition,
            @NotNull Check.Severity severity,
            @NotBlank @Size(max = 1_000) String message) {}

    record FormRequest(
            @NotBlank @Size(max = 500) String name,
            @NotEmpty @Size(max = 1_000) List<@NotNull @Valid ElementRequest> elements,
            @Nullable @Size(max = 200) List<@NotNull @Valid CheckRequest> checks) {

        List<Check> parsed() {
            List<Check> parsed = new ArrayList<>();
            for (CheckRequest it : checks == null ? List.<CheckRequest>of() : checks) {
                String pointer = "/checks/" + parsed.size() + "/condition";
                parsed.add(new Check(it.code(), Condition.parse(pointer, it.condition()), it.severity(), it.message()));
            }
            return parsed;
        }
    }

    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<ReportFormView> list(
            AccessScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @SortedBy({"code", "-code"}) Page.Request page) {
        return Page.of(forms.list(scope, q, page.window()), page, it -> ReportFormView.of(it.state()));
    }

    @GetMapping("/{code}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<ReportFormView> get(AccessScope scope, @PathVariable String code) {
        var found = forms.find(scope, scope.province(), code)
                .orElseThrow(() -> new Failure.NotFound("reporting.no-form", code));
        return Answers.versioned(found, ReportFormView.of(found.state()));
    }

    @PutMapping("/{code}")
    @RolesAllowed({LEAD, ADMIN})
    ResponseEntity<Receipt> put(
            AccessScope scope,
            @PathVariable @Code String code,
            @Valid @RequestBody FormRequest request,
            Command command) {
        var form = new ReportForm(
                        code,
                        scope.province(),
                        request.name(),
                        request.elements().stream().map(ElementRequest::element).toList(),
                        request.parsed())
                .checked();
        return Answers.done(define.define(scope, form, command));
    }
}
