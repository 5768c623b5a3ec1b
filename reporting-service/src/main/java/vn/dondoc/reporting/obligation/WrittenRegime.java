package vn.dondoc.reporting.obligation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.report.Period;
import vn.dondoc.web.Code;

/**
 * A {@link Regime} as people write it down.
 *
 * @param kinds sorts of agency that owe the report
 * @param agencies codes of agencies that owe it by name, whatever their sort
 * @param filingDays calendar days from the end of the data window to the last day for filing
 * @param filingDaysOf the same by sort of agency, where a level has a day of its own
 */
public record WrittenRegime(
        @NotBlank @Code String form,
        @NotNull Period.Frequency frequency,
        @Nullable @Size(max = 50) Set<@NotBlank @Size(max = 60) String> kinds,
        @Nullable @Size(max = 1_000) Set<@NotBlank @Size(max = 100) String> agencies,
        @NotNull @Min(0) @Max(60) Integer filingDays,

        @Nullable @Size(max = 50) Map<@NotBlank @Size(max = 60) String, @NotNull @Min(0) @Max(60) Integer> filingDaysOf,

        @NotNull LocalDate since,
        @Nullable LocalDate until) {

    /**
     * Reads what is written.
     *
     * @throws Failure.Invalid if nobody owes it
     */
    public Regime read(String province, String code) {
        Set<String> sorts = Objects.requireNonNullElse(kinds, Set.of());
        Set<String> named = Objects.requireNonNullElse(agencies, Set.of());
        if (sorts.isEmpty() && named.isEmpty()) {
            throw new Failure.Invalid("/kinds", "reporting.owed-by-nobody");
        }
        return new Regime(
                code,
                province,
                form,
                frequency,
                sorts,
                named,
                filingDays,
                Objects.requireNonNullElse(filingDaysOf, Map.of()),
                since,
                until,
                List.of());
    }
}
