package vn.dondoc.contract;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives the JSON Schema (2020-12) of an event record: closed for its producer, so that a typo cannot travel. */
final class SchemaOf {

    private SchemaOf() {}

    static Map<String, Object> event(Class<?> event) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:dondoc:schema:" + Contracts.typeOf(event));
        schema.put("title", Contracts.typeOf(event));
        schema.putAll(record(event));
        return schema;
    }

    private static Map<String, Object> record(Class<?> type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        describe(schema, type.getAnnotation(Meaning.class));
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType annotated = component.getAnnotatedType();
            Map<String, Object> property = type(annotated);
            describe(property, component.getAnnotation(Meaning.class));
            properties.put(component.getName(), property);
            if (!annotated.isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> type(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType parameterized) {
            AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
            return arguments.length == 1
                    ? of("type", "array", "items", type(arguments[0]))
                    : of("type", "object", "additionalProperties", type(arguments[1]));
        }
        Class<?> raw = (Class<?>) annotated.getType();
        if (raw == String.class) {
            return of("type", "string");
        } else if (raw == LocalDate.class) {
            return of("type", "string", "format", "date");
        } else if (raw == Instant.class) {
            return of("type", "string", "format", "date-time");
        } else if (raw == BigDecimal.class) {
            return of("type", "string", "pattern", "^-?[0-9]+(\\.[0-9]+)?$");
        } else if (raw == boolean.class || raw == Boolean.class) {
            return of("type", "boolean");
        } else if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return of("type", "integer");
        } else if (raw.isEnum()) {
            return of(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(raw.getEnumConstants()).map(Object::toString).toList());
        } else if (raw.isRecord()) {
            return record(raw);
        }
        throw new IllegalArgumentException("no schema for " + raw);
    }

    private static void describe(Map<String, Object> schema, @Nullable Meaning meaning) {
        if (meaning != null && !meaning.value().isBlank()) {
            schema.put("description", meaning.value());
        }
    }

    private static Map<String, Object> of(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
