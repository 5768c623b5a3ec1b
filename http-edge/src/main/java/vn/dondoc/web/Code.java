package vn.dondoc.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A code that a province gives to something it defines, such as a form or an indicator: capitals, digits, {@code _ . -}. */
@Pattern(regexp = "[A-Z][A-Z0-9_.-]{0,59}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.TYPE_USE, ElementType.PARAMETER, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Code {

    /** Key of the words. */
    String message() default "edge.rule-code";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
