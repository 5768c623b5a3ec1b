package vn.dondoc.reporting.form;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Failure;
import vn.dondoc.web.Amount;
import vn.dondoc.web.Code;
import vn.dondoc.web.ElementCode;

/**
 * A {@link ReportForm} as people write it down.
 *
 * @param elements what is told in numbers
 * @param texts what is told in words
 * @param attachments what files are handed in beside it
 * @param lead code of the agency that consolidates its reports; absent where any lead of the province may
 * @param approvers codes of the agencies that approve a report one after the other; absent where its lead does at once
 */
public record WrittenForm(
        @NotBlank @Size(max = 500) String name,
        @Nullable @Size(max = ReportForm.MOST_FIGURES) List<@NotNull @Valid Element> elements,
        @Nullable @Size(max = 100) List<@NotNull @Valid Text> texts,
        @Nullable @Size(max = 20) List<@NotNull @Valid Attachment> attachments,
        @Nullable @Size(max = 200) List<@NotNull @Valid WrittenCheck> checks,
        @Nullable @Size(max = 60) String lead,
        @Nullable @Size(max = 5) List<@NotBlank @Size(max = 60) String> approvers) {

    private static final int USUAL_CHARACTERS = 2_000;
    private static final int MOST_CHARACTERS = 20_000;
    private static final int USUAL_PERIODS = 12;

    /**
     * A figure to be filled in.
     *
     * @param kind absent for any number
     * @param min least value; absent for 0
     * @param max greatest value; absent for none
     * @param required whether it may not be left blank; absent for no
     * @param by what it is told apart by, such as sex; it is filled in once for each option then, and is the sum of them
     */
    public record Element(
            @ElementCode String code,

            @NotBlank @Size(max = 500) String name,
            @NotBlank @Size(max = 50) String unit,
            ReportForm.DataElement.@Nullable Kind kind,
            @Nullable @Amount BigDecimal min,
            @Nullable @Amount BigDecimal max,
            @Nullable Boolean required,
            @Nullable @Size(max = 3) List<@NotNull @Valid WrittenBreakdown> by) {

        ReportForm.DataElement read() {
            return new ReportForm.DataElement(
                    code,
                    name,
                    unit,
                    Objects.requireNonNullElse(kind, ReportForm.DataElement.Kind.DECIMAL),
                    Objects.requireNonNullElse(min, BigDecimal.ZERO),
                    max,
                    Boolean.TRUE.equals(required),
                    orNone(by).stream().map(WrittenBreakdown::read).toList());
        }
    }

    /** What a figure is told apart by (phân tổ). */
    public record WrittenBreakdown(
            @ElementCode String code,

            @NotBlank @Size(max = 200) String name,

            @NotNull @Size(min = 2, max = 100) List<@NotNull @Valid WrittenOption> options) {

        Breakdown read() {
            return new Breakdown(
                    code,
                    name,
                    options.stream()
                            .map(it -> new Breakdown.Option(it.code(), it.name()))
                            .toList());
        }
    }

    /** One of what a figure is told apart by. */
    public record WrittenOption(
            @ElementCode String code,
            @NotBlank @Size(max = 200) String name) {}

    /**
     * Something to be told in words.
     *
     * @param most characters; absent for 2,000
     * @param required whether it may not be left blank; absent for no
     */
    public record Text(
            @ElementCode String code,

            @NotBlank @Size(max = 500) String name,
            @Nullable @Min(1) @Max(MOST_CHARACTERS) Integer most,
            @Nullable Boolean required) {

        ReportForm.TextElement read() {
            return new ReportForm.TextElement(
                    code, name, Objects.requireNonNullElse(most, USUAL_CHARACTERS), Boolean.TRUE.equals(required));
        }
    }

    /**
     * Files to be handed in.
     *
     * @param required whether there must be one; absent for no
     */
    public record Attachment(
            @ElementCode String code,

            @NotBlank @Size(max = 500) String name,
            @Nullable Boolean required) {

        ReportForm.AttachmentElement read() {
            return new ReportForm.AttachmentElement(code, name, Boolean.TRUE.equals(required));
        }
    }

    /**
     * Something that must be true of a report; either a condition or what is usual.
     *
     * @param condition such as {@code A + B <= C} or {@code C <= 2 * PREV_C}, where {@code PREV_C} is of the period before
     * @param outlier a figure that must not lie far from what the agency filed before
     * @param severity whether a report of which it is not true cannot be filed, or has to explain it
     * @param message what is wrong then, in the words of the form
     */
    public record WrittenCheck(
            @Code String code,
            @Nullable @Size(max = 500) String condition,
            @Nullable @Valid WrittenOutlier outlier,
            @NotNull Check.Severity severity,
            @NotBlank @Size(max = 1_000) String message) {

        Check read(String pointer) {
            if ((condition == null) == (outlier == null)) {
                throw new Failure.Invalid(pointer + "/condition", "reporting.check-what");
            }
            Rule rule = condition != null
                    ? Condition.parse(pointer + "/condition", condition)
                    : Objects.requireNonNull(outlier).read();
            return new Check(code, rule, severity, message);
        }
    }

    /**
     * A figure that must not lie far from what the same agency filed before. With fewer than four such figures nothing is
     * said.
     *
     * @param of code of the figure
     * @param limit how many times the spread is still usual; absent for what the method has: 3.5 or 1.5
     * @param periods how many are looked back; absent for 12
     */
    public record WrittenOutlier(
            @NotBlank @Size(max = 250) String of,
            Outlier.@NotNull Method method,
            @Nullable @Amount @Positive BigDecimal limit,

            @Nullable @Min(Outlier.LEAST_FIGURES) @Max(Outlier.MOST_PERIODS)
            Integer periods) {

        Outlier read() {
            return new Outlier(
                    of,
                    method,
                    Objects.requireNonNullElse(limit, method.usualLimit()),
                    Objects.requireNonNullElse(periods, USUAL_PERIODS));
        }
    }

    /**
     * Reads what is written.
     *
     * @throws Failure.Invalid naming what contradicts itself
     */
    public ReportForm read(String province, String code) {
        List<Check> read = new ArrayList<>();
        for (WrittenCheck it : orNone(checks)) {
            read.add(it.read("/checks/" + read.size()));
        }
        return new ReportForm(
                        code,
                        province,
                        name,
                        orNone(elements).stream().map(Element::read).toList(),
                        orNone(texts).stream().map(Text::read).toList(),
                        orNone(attachments).stream().map(Attachment::read).toList(),
                        read,
                        lead,
                        orNone(approvers))
                .checked();
    }

    private static <T> List<T> orNone(@Nullable List<T> some) {
        return some == null ? List.of() : some;
    }
}
