package vn.dondoc.web;

import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import vn.dondoc.failure.Failure.Field;
import vn.dondoc.failure.Text;

/** What bean validation found, as fields that say what would be right. */
final class BrokenRules {

    private static final Pattern STEP = Pattern.compile("\\[([^]]*)]|([^.\\[<]+)(?:<[KV]>)?");

    private BrokenRules() {}

    static List<Field> of(Errors body) {
        return body.getFieldErrors().stream()
                .map(it -> new Field(pointer(it.getField()), text(it.unwrap(ConstraintViolation.class))))
                .toList();
    }

    /** Of parameters; where one has a rule, the body is reported here as well. */
    static List<Field> of(HandlerMethodValidationException invalid) {
        List<Field> fields = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors body) {
                fields.addAll(of(body));
                continue;
            }
            String name = result.getMethodParameter().getParameterName();
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                fields.add(new Field(name == null ? "?" : name, text(violation(result, error))));
            }
        }
        return fields;
    }

    private static ConstraintViolation<?> violation(ParameterValidationResult result, MessageSourceResolvable error) {
        return error instanceof ObjectError it
                ? it.unwrap(ConstraintViolation.class)
                : result.unwrap(error, ConstraintViolation.class);
    }

    /** Of a path such as {@code a[0].b} or {@code a[key.with.dots].b}. */
    private static String pointer(String path) {
        return STEP.matcher(path)
                .results()
                .map(it -> "/" + Objects.requireNonNullElse(it.group(1), it.group(2)))
                .collect(Collectors.joining());
    }

    /** Rules of our own bring the key of their words as their message. */
    private static Text text(ConstraintViolation<?> violation) {
        Map<String, Object> rule = violation.getConstraintDescriptor().getAttributes();
        String said = violation.getMessageTemplate();
        if (!said.startsWith("{")) {
            return Text.of(said);
        }
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (name) {
            case "NotNull", "NotBlank", "NotEmpty" -> Text.of("edge.rule-missing");
            case "Size" -> size(violation.getInvalidValue() instanceof CharSequence, rule);
            case "Min", "DecimalMin" ->
                Boolean.FALSE.equals(rule.get("inclusive"))
                        ? Text.of("edge.rule-more-than", value(rule))
                        : Text.of("edge.rule-at-least", value(rule));
            case "Max", "DecimalMax" -> Text.of("edge.rule-at-most", value(rule));
            case "Digits" -> Text.of("edge.rule-digits", attribute(rule, "integer"), attribute(rule, "fraction"));
            case "Email" -> Text.of("edge.rule-mailbox");
            default -> throw new IllegalStateException("no words for the rule " + name);
        };
    }

    private static Text size(boolean text, Map<String, Object> rule) {
        int min = (int) attribute(rule, "min");
        Object max = attribute(rule, "max");
        if (min == 0) {
            return text ? Text.of("edge.rule-at-most-characters", max) : Text.of("edge.rule-at-most-elements", max);
        }
        return text ? Text.of("edge.rule-characters", min, max) : Text.of("edge.rule-elements", min, max);
    }

    private static Object value(Map<String, Object> rule) {
        return attribute(rule, "value");
    }

    private static Object attribute(Map<String, Object> rule, String name) {
        return Objects.requireNonNull(rule.get(name));
    }
}
