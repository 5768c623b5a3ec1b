package vn.dondoc.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Failure.Field;
import vn.dondoc.failure.Failure.Text;

/** Every failure as RFC 9457 problem details: Vietnamese in the standard members, English beside them. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Tracer tracer;

    ProblemAdvice(Tracer tracer) {
        this.tracer = tracer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Failure failure) {
        return switch (failure) {
            case Failure.Invalid it -> invalid(it);
            case Failure.Forbidden it -> problem(403, "forbidden", it.text());
            case Failure.NotFound it -> problem(404, "not-found", it.text());
            case Failure.Conflict it -> problem(409, "conflict", it.text());
            case Failure.Stale it -> problem(412, "stale", it.text());
            case Failure.Rejected it -> problem(422, it.code(), it.text());
            case Failure.Unavailable it -> {
                log.warn("unavailable={}", it.text().english(), it.getCause());
                yield ResponseEntity.status(503)
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                String.valueOf(it.retryAfter().toSeconds()))
                        .body(detail(503, "unavailable", it.text(), List.of()));
            }
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentNotValidException invalid) {
        return invalid(new Failure.Invalid(ofBody(invalid)));
    }

    /** A parameter breaks its rule; where one has a rule, the body is reported here as well. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HandlerMethodValidationException invalid) {
        List<Field> fields = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors body) {
                fields.addAll(ofBody(body));
            } else {
                String name = result.getMethodParameter().getParameterName();
                result.getResolvableErrors().forEach(it -> fields.add(field(name == null ? "?" : name, it)));
            }
        }
        return invalid(new Failure.Invalid(fields));
    }

    private static List<Field> ofBody(Errors errors) {
        return errors.getFieldErrors().stream()
                .map(it -> field(
                        "/" + it.getField().replace(".", "/").replace("[", "/").replace("]", ""), it))
                .toList();
    }

    private static Field field(String pointer, MessageSourceResolvable error) {
        String said = error.getDefaultMessage() == null ? "?" : error.getDefaultMessage();
        return new Field(pointer, said, said);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMessageNotReadableException unreadable) {
        String pointer = "";
        String why = "not readable JSON";
        if (unreadable.getCause() instanceof JacksonException json) {
            var path = new StringBuilder();
            json.getPath()
                    .forEach(it -> path.append('/')
                            .append(
                                    it.getPropertyName() == null
                                            ? String.valueOf(it.getIndex())
                                            : it.getPropertyName()));
            pointer = path.toString();
            why = json.getOriginalMessage();
        }
        return invalid(new Failure.Invalid(
                pointer, "Nội dung không đúng định dạng: " + why, "The body cannot be read here: " + why));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MissingServletRequestParameterException missing) {
        return invalid(new Failure.Invalid(
                missing.getParameterName(), "Tham số này là bắt buộc.", "This parameter is required."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentTypeMismatchException mismatch) {
        String type = mismatch.getRequiredType() == null
                ? "?"
                : mismatch.getRequiredType().getSimpleName();
        return invalid(new Failure.Invalid(
                mismatch.getName(), "Giá trị phải là kiểu " + type + ".", "The value must be a " + type + "."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(AccessDeniedException denied) {
        return problem(
                403, "forbidden", new Text("Vai trò của bạn không được làm việc này.", "Your role may not do this."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception unexpected) {
        if (unexpected instanceof ErrorResponse standard) {
            HttpStatusCode status = standard.getStatusCode();
            String english = standard.getBody().getDetail();
            Text text = new Text("Yêu cầu không hợp lệ: " + english, english == null ? status.toString() : english);
            return problem(status.value(), "http-" + status.value(), text);
        }
        log.error("event=unexpected-failure", unexpected);
        return problem(
                500,
                "unexpected",
                new Text(
                        "Lỗi ngoài dự kiến; hãy gửi traceId này cho người vận hành.",
                        "Unexpected failure; give this traceId to the operator."));
    }

    private ResponseEntity<ProblemDetail> invalid(Failure.Invalid failure) {
        return ResponseEntity.status(400).body(detail(400, "invalid", failure.text(), failure.fields()));
    }

    private ResponseEntity<ProblemDetail> problem(int status, String code, Text text) {
        return ResponseEntity.status(status).body(detail(status, code, text, List.of()));
    }

    private ProblemDetail detail(int status, String code, Text text, List<Field> fields) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), text.vietnamese());
        problem.setType(URI.create("urn:dondoc:problem:" + code));
        problem.setTitle(title(status));
        problem.setProperty("code", code);
        problem.setProperty("detailEn", text.english());
        if (!fields.isEmpty()) {
            problem.setProperty(
                    "errors", fields.stream().map(ProblemAdvice::error).toList());
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
        return switch (status) {
            case 400 -> "Dữ liệu không hợp lệ";
            case 403 -> "Không được phép";
            case 404 -> "Không tìm thấy";
            case 409 -> "Xung đột";
            case 412 -> "Bản đã cũ";
            case 422 -> "Không được chấp nhận";
            case 503 -> "Tạm thời chưa phục vụ được";
            default -> {
                HttpStatus known = HttpStatus.resolve(status);
                yield known == null ? "Lỗi" : known.getReasonPhrase();
            }
        };
    }

    private @Nullable String traceId() {
        Span span = tracer.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
