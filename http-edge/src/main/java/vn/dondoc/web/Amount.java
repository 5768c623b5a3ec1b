package vn.dondoc.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number that an office may write: up to 20 digits and 6 decimals. The bounds are no repetition: of a number with an
 * exponent beyond two thousand million the digits cannot be counted.
 */
@DecimalMin("-99999999999999999999.999999")
@DecimalMax("99999999999999999999.999999")
@Digits(integer = 20, fraction = 6)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Amount {

    /** Key of the words. */
    String message() default "edge.rule-amount";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
