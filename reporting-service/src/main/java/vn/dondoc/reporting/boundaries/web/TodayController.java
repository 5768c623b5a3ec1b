package vn.dondoc.reporting.boundaries.web;

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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.reporting.boundaries.ComposeFigures;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.report.Period;

@RestController
@RequestMapping("/api/v1/indicators/values")
class TodayController {

    private static final int MOST = 20;

    private final ComposeFigures compose;

    TodayController(ComposeFigures compose) {
        this.compose = compose;
    }

    record TodayView(List<TodayFigure> figures) {}

    /**
     * A figure of the past by the boundaries of today.
     *
     * @param boundaries TODAY
     * @param reported agencies behind it
     * @param expected agencies that owed a report
     * @param parts figures of the time that it is put together from
     * @param leftOut units of the time that could not be part of it, and why
     */
    record TodayFigure(
            String indicator,
            String name,
            String agency,
            String period,
            String basis,
            String boundaries,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String unit,
            int reported,
            int expected,
            List<Figure.Attainment> attainments,
            List<ComposeFigures.Part> parts,
            List<ComposeFigures.Missing> leftOut) {

        static TodayFigure of(ComposeFigures.Composed composed) {
            Figure it = composed.figure();
            return new TodayFigure(
                    it.indicator(),
                    it.name(),
                    it.agency(),
                    it.period(),
                    it.basis(),
                    it.boundaries(),
                    it.value(),
                    it.numerator(),
                    it.denominator(),
                    it.unit(),
                    it.reported(),
                    it.expected(),
                    it.attainments(),
                    composed.parts(),
                    composed.leftOut());
        }
    }

    /**
     * Figures of an agency as if it had always been what it is today: those of the units that became part of it are put
     * together. One that was divided among several is left out, and said.
     *
     * @param basis absent for FILED
     */
    @GetMapping("/today")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    TodayView today(
            AccessScope scope,
            @RequestParam @Size(min = 1, max = MOST) Set<@NotBlank String> indicator,
            @RequestParam @Size(min = 1, max = MOST) Set<@NotBlank String> period,
            @RequestParam @NotBlank String agency,
            @RequestParam(required = false) @Nullable Basis basis) {
        period.forEach(it -> Period.parse("period", it));
        return new TodayView(
                compose.of(scope, indicator, period, agency, Objects.requireNonNullElse(basis, Basis.FILED)).stream()
                        .map(TodayFigure::of)
                        .toList());
    }
}
