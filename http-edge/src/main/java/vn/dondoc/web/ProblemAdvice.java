package vn.dondoc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;
import vn.dondoc.web.Problems.Code;

/** Every failure that reaches the edge, as a problem. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Failure failure) {
        return switch (failure) {
            case Failure.Invalid it -> answer(400).body(problems.of(it.text(), it.fields()));
            case Failure.Forbidden it -> problem(Code.FORBIDDEN, it.text());
            case Failure.NotFound it -> problem(Code.NOT_FOUND, it.text());
            case Failure.Conflict it -> problem(Code.CONFLICT, it.text());
            case Failure.Stale it -> problem(Code.STALE, it.text());
            case Failure.TooLarge it -> problem(Code.TOO_LARGE, it.text());
            case Failure.Rejected it -> answer(422).body(problems.rejected(it.code(), it.text()));
            case Failure.TooMany it -> later(Code.TOO_MANY_REQUESTS, it.text(), it.retryAfter());
            case Failure.Unavailable it -> {
                log.warn("unavailable={}", it.text().english(), it.getCause());
                yield later(Code.UNAVAILABLE, it.text(), it.retryAfter());
            }
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentNotValidException invalid) {
        return on(new Failure.Invalid(BrokenRules.of(invalid)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HandlerMethodValidationException invalid) {
        return on(new Failure.Invalid(BrokenRules.of(invalid)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMessageNotReadableException unreadable) {
        return on(UnreadableBody.of(unreadable));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MissingServletRequestParameterException missing) {
        Text wanted = missing.getMethodParameter() == null
                ? Wanted.of(String.class)
                : Wanted.of(missing.getMethodParameter().getGenericParameterType());
        return on(new Failure.Invalid(missing.getParameterName(), "edge.parameter-missing", wanted));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentTypeMismatchException mismatch) {
        Text wanted = Wanted.of(mismatch.getParameter().getGenericParameterType());
        return on(new Failure.Invalid(
                mismatch.getName(), "edge.unusable-value", UnreadableBody.shown(mismatch.getValue()), wanted));
    }

    /** The connection is of no more use: what is still on its way would be read as the next request. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ArrivingBody.TooSlow slow) {
        return tooSlow();
    }

    private ResponseEntity<ProblemDetail> tooSlow() {
        return answer(408)
                .header(HttpHeaders.CONNECTION, "close")
                .body(problems.of(Code.BODY_TOO_SLOW, Text.of("edge.body-too-slow")));
    }

    /** Who listened to a stream is gone; nobody is left to be told. */
    @ExceptionHandler
    void on(AsyncRequestNotUsableException gone) {
        log.debug("event=listener-gone");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(AccessDeniedException denied) {
        return problem(Code.FORBIDDEN, Text.of("edge.role-may-not"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(AuthenticationException unknown) {
        return problem(Code.UNAUTHENTICATED, BadTokens.why(unknown));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NoResourceFoundException missing, HttpServletRequest request) {
        return problem(Code.NOT_FOUND, Text.of("edge.no-path", request.getRequestURI()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpRequestMethodNotSupportedException wrong) {
        Set<HttpMethod> right = wrong.getSupportedHttpMethods();
        Text text = Text.of("edge.wrong-method", wrong.getMethod(), listed(right));
        return answer(405).headers(wrong.getHeaders()).body(problems.of(Code.METHOD_NOT_ALLOWED, text));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMediaTypeNotAcceptableException wrong) {
        return problem(Code.NOT_ACCEPTABLE, Text.of("edge.not-acceptable", listed(wrong.getSupportedMediaTypes())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMediaTypeNotSupportedException wrong) {
        MediaType sent = wrong.getContentType();
        Text text = Text.of(
                "edge.unsupported-media-type",
                sent == null ? "–" : sent.toString(),
                listed(wrong.getSupportedMediaTypes()));
        return problem(Code.UNSUPPORTED_MEDIA_TYPE, text);
    }

    /** Of parameters that cannot be decoded, and of addresses that the firewall refuses. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ResponseEntity<ProblemDetail> onAddress(Exception unreadable) {
        return problem(Code.INVALID, Text.of("edge.bad-address"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception unexpected) {
        if (unexpected instanceof ErrorResponse standard
                && standard.getStatusCode().is4xxClientError()) {
            return onStatus(standard.getStatusCode().value());
        }
        log.error("event=unexpected-failure", unexpected);
        return onStatus(500);
    }

    /** Where all that is known is the status. */
    ResponseEntity<ProblemDetail> onStatus(int status) {
        if (status == Code.BODY_TOO_SLOW.status()) {
            return tooSlow();
        }
        String key = status < 500 ? "edge.not-understood" : "edge.unexpected";
        return answer(status).body(problems.of(status, Text.of(key)));
    }

    private ResponseEntity<ProblemDetail> problem(Code code, Text text) {
        return answer(code.status()).body(problems.of(code, text));
    }

    private ResponseEntity<ProblemDetail> later(Code code, Text text, Duration retryAfter) {
        return answer(code.status())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())))
                .body(problems.of(code, text));
    }

    /** Said outright: a caller that accepts only text gets its problem all the same. */
    private static ResponseEntity.BodyBuilder answer(int status) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static String listed(@Nullable Collection<?> values) {
        return values == null
                ? "–"
                : values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}
