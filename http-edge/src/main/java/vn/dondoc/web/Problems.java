package vn.dondoc.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import vn.dondoc.failure.Failure.Field;
import vn.dondoc.failure.Text;

/**
 * RFC 9457 problem details: Vietnamese in the standard members, English beside them, and where to read what can be done.
 */
final class Problems {

    private final Tracer tracer;

    Problems(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The codes that every service has; a rule of a domain brings its own. */
    enum Code {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        NOT_ACCEPTABLE(406),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        UNSUPPORTED_MEDIA_TYPE(415),
        TOO_MANY_REQUESTS(429),
        UNEXPECTED(500),
        UNAVAILABLE(503);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        /** As clients see it. */
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    ProblemDetail of(Code code, Text text) {
        return of(code.status(), code.text(), text, List.of());
    }

    ProblemDetail of(int status, String code, Text text, List<Field> fields) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), text.vietnamese());
        problem.setType(URI.create("urn:dondoc:problem:" + code));
        problem.setTitle(title(status));
        problem.setProperty("code", code);
        problem.setProperty("detailEn", text.english());
        problem.setProperty("help", "/docs/problems#" + code);
        if (!fields.isEmpty()) {
            problem.setProperty("errors", fields.stream().map(Problems::error).toList());
        }
        String traceId = traceId();
        if (traceId != null) {
            problem.setProperty("traceId", traceId);
        }
        return problem;
    }

    private static Map<String, String> error(Field field) {
        Map<String, String> error = new LinkedHashMap<>();
        error.put("pointer", field.pointer());
        error.put("detail", field.text().vietnamese());
        error.put("detailEn", field.text().english());
        return error;
    }

    private static String title(int status) {
        return switch (HttpStatus.resolve(status)) {
            case BAD_REQUEST -> Text.of("edge.title-invalid").vietnamese();
            case UNAUTHORIZED -> Text.of("edge.title-unauthenticated").vietnamese();
            case FORBIDDEN -> Text.of("edge.title-forbidden").vietnamese();
            case NOT_FOUND -> Text.of("edge.title-not-found").vietnamese();
            case METHOD_NOT_ALLOWED -> Text.of("edge.title-method-not-allowed").vietnamese();
            case NOT_ACCEPTABLE -> Text.of("edge.title-not-acceptable").vietnamese();
            case CONFLICT -> Text.of("edge.title-conflict").vietnamese();
            case PRECONDITION_FAILED -> Text.of("edge.title-stale").vietnamese();
            case CONTENT_TOO_LARGE -> Text.of("edge.title-too-large").vietnamese();
            case UNSUPPORTED_MEDIA_TYPE ->
                Text.of("edge.title-unsupported-media-type").vietnamese();
            case UNPROCESSABLE_CONTENT -> Text.of("edge.title-rejected").vietnamese();
            case TOO_MANY_REQUESTS -> Text.of("edge.title-too-many-requests").vietnamese();
            case SERVICE_UNAVAILABLE -> Text.of("edge.title-unavailable").vietnamese();
            case null, default -> Text.of("edge.title-unexpected").vietnamese();
        };
    }

    private @Nullable String traceId() {
        Span span = tracer.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
