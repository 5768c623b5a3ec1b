package vn.dondoc.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The code of a data element of a form, which formulas name: capitals, digits, {@code _}. */
@NotNull
@Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.PARAMETER, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ElementCode {

    /** Key of the words. */
    String message() default "edge.rule-element-code";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
