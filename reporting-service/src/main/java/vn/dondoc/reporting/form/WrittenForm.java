package vn.dondoc.reporting.form;

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
import vn.dondoc.web.Amount;
import vn.dondoc.web.Code;
import vn.dondoc.web.ElementCode;

/**
 * A {@link ReportForm} as people write it down.
 *
 * @param lead code of the agency that consolidates its reports; absent where any lead of the province may
 */
public record WrittenForm(
        @NotBlank @Size(max = 500) String name,
        @NotEmpty @Size(max = 1_000) List<@NotNull @Valid Element> elements,
        @Nullable @Size(max = 200) List<@NotNull @Valid WrittenCheck> checks,
        @Nullable @Size(max = 60) String lead) {

    /**
     * A figure to be filled in.
     *
     * @param kind absent for any number
     * @param min least value; absent for 0
     * @param max greatest value; absent for none
     * @param required whether it may not be left blank; absent for no
     */
    public record Element(
            @ElementCode String code,

            @NotBlank @Size(max = 500) String name,
            @NotBlank @Size(max = 50) String unit,
            ReportForm.DataElement.@Nullable Kind kind,
            @Nullable @Amount BigDecimal min,
            @Nullable @Amount BigDecimal max,
            @Nullable Boolean required) {

        ReportForm.DataElement read() {
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
    public record WrittenCheck(
            @Code String code,
            @NotBlank @Size(max = 500) String condition,
            @NotNull Check.Severity severity,
            @NotBlank @Size(max = 1_000) String message) {}

    /**
     * Reads what is written.
     *
     * @throws vn.dondoc.failure.Failure.Invalid naming what contradicts itself
     */
    public ReportForm read(String province, String code) {
        List<Check> read = new ArrayList<>();
        for (WrittenCheck it : checks == null ? List.<WrittenCheck>of() : checks) {
            Condition condition = Condition.parse("/checks/" + read.size() + "/condition", it.condition());
            read.add(new Check(it.code(), condition, it.severity(), it.message()));
        }
        return new ReportForm(
                        code,
                        province,
                        name,
                        elements.stream().map(Element::read).toList(),
                        read,
                        lead)
                .checked();
    }
}
