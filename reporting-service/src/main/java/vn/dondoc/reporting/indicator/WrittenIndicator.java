package vn.dondoc.reporting.indicator;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Code;

/**
 * An {@link Indicator} as people write it down.
 *
 * @param kind absent for a sum, or for a ratio if there is a denominator
 * @param numerator what each report adds: an expression over the form's data elements such as {@code A + B - C}; for a
 *     count, what is true of a report that counts
 * @param denominator what that is divided by; for a ratio alone
 * @param factor such as 100 for a percentage; absent for 1
 * @param maximum that a score can reach
 * @param among how many are ranked
 * @param overTime absent for figures of the periods of reports alone
 * @param better which figures are, for ranks; absent for the higher, or for a rank the lower
 * @param partOf code of the indicator that it is a part of
 * @param owner code of the agency that answers for it
 */
public record WrittenIndicator(
        @NotBlank @Size(max = 500) String name,
        @NotBlank @Code String form,
        WrittenMeasure.@Nullable Kind kind,
        @NotBlank @Size(max = 2_000) String numerator,
        @Nullable @Size(max = 2_000) String denominator,

        @Nullable
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("999999.999999")
        @Digits(integer = 6, fraction = 6)
        BigDecimal factor,

        @Nullable
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("999999999999.999999")
        @Digits(integer = 12, fraction = 6)
        BigDecimal maximum,

        @Nullable @Min(2) @Max(100_000) Integer among,
        @Nullable OverTime overTime,
        @NotBlank @Size(max = 50) String unit,
        @NotNull @Min(0) @Max(6) Integer decimals,
        Indicator.@Nullable Direction direction,
        Indicator.@Nullable Better better,
        @Nullable @Size(max = 20) String baseline,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 1_000) String> synonyms,
        @Nullable @Code String partOf,
        @Nullable @Size(max = 100) String owner) {

    /**
     * Reads what is written.
     *
     * @throws vn.dondoc.failure.Failure.Invalid naming what is no measure
     */
    public Indicator read(String province, String code) {
        WrittenMeasure.Kind read = kind == null ? WrittenMeasure.usual(denominator) : kind;
        Indicator.Better usual = read == WrittenMeasure.Kind.RANK ? Indicator.Better.LOWER : Indicator.Better.HIGHER;
        return new Indicator(
                code,
                province,
                name,
                form,
                new WrittenMeasure(read, numerator, denominator, factor, maximum, among).read(),
                Objects.requireNonNullElse(overTime, OverTime.NONE),
                unit,
                decimals,
                Objects.requireNonNullElse(direction, Indicator.Direction.LEVEL),
                Objects.requireNonNullElse(better, usual),
                baseline,
                Objects.requireNonNullElse(synonyms, List.of()),
                partOf,
                owner);
    }
}
