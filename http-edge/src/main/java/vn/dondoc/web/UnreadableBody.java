package vn.dondoc.web;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;

/** Why a body could not be read, as the field that is wrong and what would be right there. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Failure of(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getCause();
        if (cause instanceof DatabindException && cause.getCause() instanceof Failure inner) {
            return inner;
        }
        return new Failure.Invalid(List.of(field(cause)));
    }

    private static Failure.Field field(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException it ->
                new Failure.Field(pointer(it), "edge.unknown-member", known(it.getKnownPropertyIds()));
            case InvalidFormatException it ->
                new Failure.Field(
                        pointer(it), "edge.unusable-value", shown(it.getValue()), Wanted.of(it.getTargetType()));
            case MismatchedInputException it -> new Failure.Field(pointer(it), Text.of("edge.wanted", wanted(it)));
            case InputCoercionException it ->
                new Failure.Field(pointer(it), Text.of("edge.wanted", Wanted.of(it.getTargetType())));
            case StreamReadException it
            when it.getOriginalMessage().startsWith("Duplicate") ->
                new Failure.Field(pointer(it), "edge.twice", line(it), column(it));
            case JacksonException it -> new Failure.Field(pointer(it), "edge.not-json", line(it), column(it));
            case null, default -> new Failure.Field("", "edge.no-body");
        };
    }

    private static Text wanted(MismatchedInputException it) {
        Class<?> type = it.getTargetType();
        return Wanted.of(type == null ? Object.class : type);
    }

    private static String known(@Nullable Collection<Object> names) {
        return names == null
                ? ""
                : names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    /** A long or hostile value must not travel back at full length. */
    static String shown(@Nullable Object value) {
        String text = Objects.toString(value).replaceAll("\\p{Cntrl}", "?");
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static String pointer(JacksonException it) {
        return it.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? String.valueOf(step.getIndex())
                        : step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static int line(JacksonException it) {
        return it.getLocation() == null ? 1 : it.getLocation().getLineNr();
    }

    private static int column(JacksonException it) {
        return it.getLocation() == null ? 1 : it.getLocation().getColumnNr();
    }
}
