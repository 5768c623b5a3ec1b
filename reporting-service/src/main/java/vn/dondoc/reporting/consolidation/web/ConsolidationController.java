package vn.dondoc.reporting.consolidation.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.reporting.consolidation.Consolidate;
import vn.dondoc.reporting.consolidation.Frame;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.web.Answers;

@RestController
@RequestMapping("/api/v1/exports")
class ConsolidationController {

    private final Consolidate consolidate;

    ConsolidationController(Consolidate consolidate) {
        this.consolidate = consolidate;
    }

    /**
     * Which reports to put together, and what stands around them.
     *
     * @param agency body whose figures are told, such as the people's committee of the province
     * @param basis absent for FILED
     */
    record ConsolidationRequest(
            @NotBlank @Size(max = 60) String form,
            @NotBlank @Size(max = 20) String period,
            @NotBlank @Size(max = 100) String agency,
            @Nullable Basis basis,
            @NotNull @Valid Frame frame) {}

    /**
     * The consolidated report of a period as a Word document in the form of Nghị định 30/2020/NĐ-CP: who reported, results
     * beside targets and the period before, explanations, and what each agency reported. Keeps nothing.
     */
    @PostMapping("/consolidated")
    @RolesAllowed({CLERK, LEAD, SUPERVISOR, ADMIN})
    ResponseEntity<byte[]> consolidated(AccessScope scope, @Valid @RequestBody ConsolidationRequest request) {
        Period period = Period.parse("/period", request.period());
        var question = new Consolidate.Question(
                request.form(), period, request.agency(), Objects.requireNonNullElse(request.basis(), Basis.FILED));
        return Answers.download("bao-cao-" + request.form() + "-" + period.code() + ".docx")
                .body(consolidate.document(scope, question, request.frame()));
    }
}
