package vn.dondoc.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        INVALID(400, "edge.title-invalid"),
        UNAUTHENTICATED(401, "edge.title-unauthenticated"),
        FORBIDDEN(403, "edge.title-forbidden"),
        NOT_FOUND(404, "edge.title-not-found"),
        METHOD_NOT_ALLOWED(405, "edge.title-method-not-allowed"),
        NOT_ACCEPTABLE(406, "edge.title-not-acceptable"),
        CONFLICT(409, "edge.title-conflict"),
        STALE(412, "edge.title-stale"),
        BODY_TOO_SLOW(408, "edge.title-body-too-slow"),
        TOO_LARGE(413, "edge.title-too-large"),
        UNSUPPORTED_MEDIA_TYPE(415, "edge.title-unsupported-media-type"),
        TOO_MANY_REQUESTS(429, "edge.title-too-many-requests"),
        UNEXPECTED(500, "edge.title-unexpected"),
        UNAVAILABLE(503, "edge.title-unavailable");

        private final int status;
        private final String title;

        Code(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** That of a status; of one that has none, the nearest. */
        static Code of(int status) {
            return Arrays.stream(values())
                    .filter(it -> it.status == status)
                    .findFirst()
                    .orElse(status < 500 ? INVALID : UNEXPECTED);
        }

        int status() {
            return status;
        }

        /** As clients see it. */
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        Text title() {
            return Text.of(title);
        }
    }

    ProblemDetail of(Code code, Text text) {
        return of(code.status(), code.text(), code.title(), text, List.of());
    }

    /** Malformed. */
    ProblemDetail of(Text text, List<Field> fields) {
        return of(Code.INVALID.status(), Code.INVALID.text(), Code.INVALID.title(), text, fields);
    }

    /** Against a rule of the domain. */
    ProblemDetail rejected(String code, Text text) {
        return of(422, code, Text.of("edge.title-rejected"), text, List.of());
    }

    /** Where all that is known is a status. */
    ProblemDetail of(int status, Text text) {
        Code nearest = Code.of(status);
        return of(status, nearest.text(), nearest.title(), text, List.of());
    }

    private ProblemDetail of(int status, String code, Text title, Text text, List<Field> fields) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), text.vietnamese());
        problem.setType(URI.create("urn:dondoc:problem:" + code));
        problem.setTitle(title.vietnamese());
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

    private @Nullable String traceId() {
        Span span = tracer.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
