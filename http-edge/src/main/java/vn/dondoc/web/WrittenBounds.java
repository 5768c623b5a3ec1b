package vn.dondoc.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Writes the bounds of what bodies hold into the document where springdoc does not see them: of keys and values of maps, and
 * those of rules that are made of others, such as {@link Amount}.
 */
final class WrittenBounds implements OpenApiCustomizer {

    private final RequestMappingHandlerMapping mapping;

    WrittenBounds(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void customise(OpenAPI document) {
        Set<Class<?>> seen = new HashSet<>();
        mapping.getHandlerMethods().values().forEach(method -> {
            for (MethodParameter parameter : method.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(RequestBody.class)) {
                    visit(parameter.getParameterType(), document, seen);
                }
            }
        });
    }

    private static void visit(Class<?> type, OpenAPI document, Set<Class<?>> seen) {
        Schema<?> schema = document.getComponents().getSchemas().get(type.getSimpleName());
        if (!type.isRecord() || schema == null || schema.getProperties() == null || !seen.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            bound(
                    schema.getProperties().get(component.getName()),
                    component.getAnnotatedType(),
                    rules(type, component),
                    document,
                    seen);
        }
    }

    private static List<Annotation> rules(Class<?> type, RecordComponent component) {
        try {
            return List.of(type.getDeclaredField(component.getName()).getAnnotations());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException("every component has a field", impossible);
        }
    }

    private static void bound(
            @Nullable Schema<?> schema,
            AnnotatedType type,
            List<Annotation> ofField,
            OpenAPI document,
            Set<Class<?>> seen) {
        Class<?> raw = ResolvableType.forType(type.getType()).toClass();
        visit(raw, document, seen);
        if (schema == null) {
            return;
        }
        List<Annotation> rules = new ArrayList<>(ofField);
        rules.addAll(List.of(type.getAnnotations()));
        rules.stream().flatMap(WrittenBounds::withThoseOf).forEach(it -> write(it, schema, raw));
        if (type instanceof AnnotatedParameterizedType parameterized) {
            AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                bound(schema.getItems(), arguments[0], List.of(), document, seen);
            } else if (Map.class.isAssignableFrom(raw) && schema.getAdditionalProperties() instanceof Schema<?> value) {
                bound(value, arguments[1], List.of(), document, seen);
            }
        }
    }

    /** A rule, and those that it is made of. */
    private static Stream<Annotation> withThoseOf(Annotation rule) {
        return Stream.concat(Stream.of(rule), Stream.of(rule.annotationType().getAnnotations()));
    }

    private static void write(Annotation rule, Schema<?> schema, Class<?> raw) {
        switch (rule) {
            case Size it when Map.class.isAssignableFrom(raw) -> schema.setMaxProperties(it.max());
            case Size it when Collection.class.isAssignableFrom(raw) -> schema.setMaxItems(it.max());
            case Size it when raw == String.class -> schema.setMaxLength(it.max());
            case Pattern it -> schema.setPattern(it.regexp());
            case DecimalMax it -> schema.setMaximum(new BigDecimal(it.value()));
            case DecimalMin it when it.inclusive() -> schema.setMinimum(new BigDecimal(it.value()));
            case Max it -> schema.setMaximum(BigDecimal.valueOf(it.value()));
            case Min it -> schema.setMinimum(BigDecimal.valueOf(it.value()));
            default -> {}
        }
    }
}
