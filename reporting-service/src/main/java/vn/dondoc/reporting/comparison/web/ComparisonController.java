package vn.dondoc.reporting.comparison.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.comparison.CompareFigures;
import vn.dondoc.reporting.comparison.Compared;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.report.Period;

@RestController
@RequestMapping("/api/v1/comparisons")
class ComparisonController {

    private static final int MOST_INDICATORS = 20;

    private final CompareFigures compare;

    ComparisonController(CompareFigures compare) {
        this.compare = compare;
    }

    /**
     * Figures beside each other.
     *
     * @param rows of each indicator the best first; of the parts of one, where most points were lost first
     */
    record Comparison(String period, String before, Basis basis, List<Row> rows) {}

    /**
     * @param before value of the period before
     * @param change since then
     * @param rank 1 for the best of the agencies of this kind; equal values share one
     * @param among how many have a rank
     * @param maximum that a score can reach
     * @param lost what it lacks to that
     * @param met whether it meets every target that it is held against; absent if there is none
     * @param owner code of the agency that answers for the indicator
     */
    record Row(
            String indicator,
            String name,
            String agency,
            @Nullable BigDecimal value,
            String unit,
            @Nullable BigDecimal before,
            @Nullable BigDecimal change,
            @Nullable Integer rank,
            int among,
            @Nullable BigDecimal maximum,
            @Nullable BigDecimal lost,
            int reported,
            int expected,
            @Nullable Boolean met,
            @Nullable String owner) {

        static Row of(Compared it) {
            return new Row(
                    it.indicator().code(),
                    it.indicator().name(),
                    it.standing().agency(),
                    it.standing().value(),
                    it.indicator().unit(),
                    it.before(),
                    it.change(),
                    it.rank(),
                    it.among(),
                    it.maximum(),
                    it.lost(),
                    it.standing().reported(),
                    it.standing().expected(),
                    it.standing().met(),
                    it.indicator().owner());
        }
    }

    /**
     * Figures of one period with their change on the period before, their rank among agencies of the same kind, and what
     * they lack to the most that can be had.
     *
     * @param indicator those to compare, or
     * @param partOf the indicator whose parts to compare
     * @param agency whose figures; absent for all
     * @param kind of agency; absent for all
     * @param basis absent for FILED
     */
    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Comparison compare(
            AccessScope scope,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = MOST_INDICATORS)
                    Set<@NotBlank String> indicator,
            @RequestParam(required = false) @Nullable String partOf,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Basis basis) {
        if (indicator == null == (partOf == null)) {
            throw new Failure.Invalid("indicator", "reporting.compare-what");
        }
        var question = new CompareFigures.Question(
                Period.parse("period", period), Objects.requireNonNullElse(basis, Basis.FILED), agency, kind);
        List<Compared> compared = partOf != null
                ? compare.partsOf(scope, partOf, question)
                : compare.of(scope, new LinkedHashSet<>(Objects.requireNonNull(indicator)), question);
        return new Comparison(
                question.period().code(),
                question.period().before().code(),
                question.basis(),
                compared.stream().map(Row::of).toList());
    }
}
