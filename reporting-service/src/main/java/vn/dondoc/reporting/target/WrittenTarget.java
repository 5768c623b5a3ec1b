package vn.dondoc.reporting.target;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.indicator.Aim;
import vn.dondoc.web.Amount;
import vn.dondoc.web.Code;

/**
 * A {@link Target} as people write it down: one that no directive in the registry sets.
 *
 * @param indicator that measures it
 * @param name what is measured; absent for the indicator's own name
 * @param comparator {@code >= > <= < = increase decrease range}
 * @param valueMax upper end of a range
 * @param year by the end of which
 * @param baseline year that a change counts from
 * @param document the paper that sets it, such as 12/KH-UBND
 * @param clause of that paper
 */
public record WrittenTarget(
        @NotBlank @Code String indicator,
        @Nullable @Size(max = 500) String name,
        @NotNull @Size(max = 10) String comparator,
        @NotNull @Amount BigDecimal value,
        @Nullable @Amount BigDecimal valueMax,
        @Nullable @Size(max = 50) String unit,
        @NotNull @Size(max = 4) String year,
        @Nullable @Size(max = 4) String baseline,
        @NotBlank @Size(max = 200) String document,
        @Nullable @Size(max = 60) String clause) {

    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

    /**
     * Reads what is written.
     *
     * @throws Failure.Invalid naming what nobody can hold a figure against
     */
    public Target read(String province, String code) {
        List<Failure.Field> wrong = new ArrayList<>();
        Aim aim = Aim.find(comparator).orElse(null);
        if (aim == null) {
            wrong.add(new Failure.Field("/comparator", "reporting.no-comparator", String.join("  ", Aim.signs())));
        }
        if ((aim == Aim.WITHIN) == (valueMax == null)) {
            wrong.add(new Failure.Field("/valueMax", "reporting.range-ends"));
        } else if (valueMax != null && valueMax.compareTo(value) < 0) {
            wrong.add(new Failure.Field("/valueMax", "reporting.max-below-min"));
        }
        refuseNoYear("/year", year, wrong);
        refuseNoYear("/baseline", baseline, wrong);
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        String said = Objects.requireNonNullElse(name, "");
        return new Target(
                Target.idOf(province, code),
                province,
                Target.BY_HAND,
                document,
                Objects.requireNonNullElse(clause, ""),
                said,
                aim,
                value,
                valueMax,
                unit,
                year,
                baseline,
                said,
                indicator,
                null);
    }

    private static void refuseNoYear(String pointer, @Nullable String year, List<Failure.Field> wrong) {
        if (year != null && !YEAR.matcher(year).matches()) {
            wrong.add(new Failure.Field(pointer, "reporting.no-year"));
        }
    }
}
