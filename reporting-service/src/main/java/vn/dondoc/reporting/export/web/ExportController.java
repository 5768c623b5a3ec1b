package vn.dondoc.reporting.export.web;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.reporting.export.Exported;
import vn.dondoc.reporting.export.FigureFile;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.reporting.indicator.Moment;
import vn.dondoc.reporting.obligation.ReportingAgencies;
import vn.dondoc.reporting.obligation.ReportingAgency;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.web.Answers;

@RestController
@RequestMapping("/api/v1/exports")
class ExportController {

    private final Figures figures;
    private final ReportingAgencies agencies;

    ExportController(Figures figures, ReportingAgencies agencies) {
        this.figures = figures;
        this.agencies = agencies;
    }

    /**
     * Figures as a file.
     *
     * @param knownAt a moment, or a day up to its end: the figures of one agency as they were known then
     */
    @GetMapping("/figures")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<byte[]> figures(
            AccessScope scope,
            @RequestParam @Size(min = 1, max = Figures.Filter.MOST_INDICATORS) Set<@NotBlank String> indicator,
            @RequestParam @Size(min = 1, max = Figures.Filter.MOST_PERIODS) Set<@NotBlank String> period,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable Basis basis,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(defaultValue = "XLSX") FigureFile format) {
        period.forEach(it -> Period.parse("period", it));
        var filter = new Figures.Filter(indicator, agency, period, basis == null ? null : basis.name());
        List<Figure> found =
                knownAt == null ? figures.all(scope, filter) : figures.knownAt(scope, filter, Moment.parse(knownAt));
        Set<String> whose = found.stream().map(Figure::agency).collect(Collectors.toSet());
        Map<String, String> names = agencies.ofProvince(scope, scope.province()).stream()
                .filter(it -> whose.contains(it.code()))
                .collect(Collectors.toMap(ReportingAgency::code, ReportingAgency::name));
        return Answers.download("chi-tieu." + format.extension())
                .contentType(format.mediaType())
                .body(format.of(new Exported(found, names)));
    }
}
