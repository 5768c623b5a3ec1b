package vn.dondoc.web;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import vn.dondoc.failure.Text;

/** What would have been right in the place of a value that was not. */
final class Wanted {

    private Wanted() {}

    /** @param type of the parameter or body member; of a collection, that of its elements counts */
    static Text of(@Nullable Type type) {
        ResolvableType wanted = ResolvableType.forType(type);
        Class<?> raw = wanted.resolve(Object.class);
        if (Collection.class.isAssignableFrom(raw) && wanted.hasGenerics()) {
            raw = wanted.getGeneric(0).resolve(Object.class);
        }
        return of(raw);
    }

    static Text of(Class<?> raw) {
        if (raw.isEnum()) {
            return Text.of("edge.want-one-of", names(raw));
        } else if (raw == LocalDate.class) {
            return Text.of("edge.want-day");
        } else if (raw == YearMonth.class) {
            return Text.of("edge.want-month");
        } else if (raw == byte[].class) {
            return Text.of("edge.want-file");
        } else if (raw == Instant.class) {
            return Text.of("edge.want-instant");
        } else if (raw == Boolean.class || raw == boolean.class) {
            return Text.of("edge.want-yes-or-no");
        } else if (raw == BigDecimal.class) {
            return Text.of("edge.want-number");
        } else if (Number.class.isAssignableFrom(raw) || raw.isPrimitive()) {
            return Text.of("edge.want-whole-number");
        } else if (Collection.class.isAssignableFrom(raw) || raw.isArray()) {
            return Text.of("edge.want-list");
        } else if (Map.class.isAssignableFrom(raw) || raw.isRecord()) {
            return Text.of("edge.want-object");
        }
        return Text.of("edge.want-text");
    }

    /** The names of an enum, as they are written. */
    static String names(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(it -> ((Enum<?>) it).name())
                .collect(Collectors.joining(", "));
    }
}
