package vn.dondoc.tasks.calendar.web;

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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.calendar.CalendarYear;
import vn.dondoc.tasks.calendar.Calendars;
import vn.dondoc.tasks.calendar.DecidedYears;
import vn.dondoc.web.Answers;

@RestController
@RequestMapping("/api/v1/calendars")
class CalendarController {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Calendars calendars;

    CalendarController(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * @param decree the act that it rests on; needed for a confirmed year
     * @param daysOff days off other than Saturdays and Sundays
     * @param daysWorked Saturdays and Sundays worked in exchange
     */
    record CalendarRequest(
            CalendarYear.@NotNull State state,
            @Nullable @Size(max = 200) String decree,
            @NotNull @Size(max = 60) List<@NotNull LocalDate> daysOff,
            @NotNull @Size(max = 60) List<@NotNull LocalDate> daysWorked) {}

    /** As it is shown: a year, and how sure it is. */
    record CalendarView(
            int year,
            CalendarYear.State state,
            @Nullable String decree,
            Set<LocalDate> daysOff,
            Set<LocalDate> daysWorked) {

        static CalendarView of(CalendarYear it) {
            return new CalendarView(it.year(), it.state(), it.decree(), it.off(), it.worked());
        }
    }

    @GetMapping("/{year}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<CalendarView> get(AccessScope scope, @PathVariable @Min(FIRST_YEAR) @Max(LAST_YEAR) int year) {
        return calendars
                .find(scope, year)
                .map(it -> Answers.versioned(it, CalendarView.of(it.state())))
                .orElseGet(() -> ResponseEntity.ok(
                        CalendarView.of(calendars.of(scope, scope.province()).year(year))));
    }

    @PutMapping("/{year}")
    @RolesAllowed({CLERK, ADMIN})
    ResponseEntity<Receipt> put(
            AccessScope scope,
            @PathVariable @Min(FIRST_YEAR) @Max(LAST_YEAR) int year,
            @Valid @RequestBody CalendarRequest request,
            Command command) {
        var decided = new CalendarYear(
                year,
                request.state(),
                request.decree(),
                Set.copyOf(request.daysOff()),
                Set.copyOf(request.daysWorked()));
        return Answers.done(calendars.decide(scope, DecidedYears.checked(decided), command));
    }
}
