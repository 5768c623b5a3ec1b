package vn.dondoc.failure;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something asked for was not done. Each kind says what the caller can do about it, and each carries a {@link Text},
 * because a person may read it. The key of the text is the first thing given after what the kind itself needs.
 */
public abstract sealed class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    private Failure(Text text, @Nullable Throwable cause) {
        super(text.english(), cause);
        this.text = text;
    }

    /** What went wrong and how to put it right, for the person who asked. */
    public Text text() {
        return text;
    }

    /** A field that is wrong: JSON pointer into the request body, or the name of a header or parameter. */
    public record Field(String pointer, Text text) {
        public Field(String pointer, String key, Object... arguments) {
            this(pointer, Text.of(key, arguments));
        }
    }

    /** The request or event itself is malformed; sending it again unchanged cannot help. HTTP 400, parked on Kafka. */
    public static final class Invalid extends Failure {
        private static final long serialVersionUID = 1L;
        private final transient List<Field> fields;

        public Invalid(List<Field> fields) {
            super(Text.of("messaging.invalid"), null);
            this.fields = List.copyOf(fields);
        }

        public Invalid(String pointer, String key, Object... arguments) {
            this(List.of(new Field(pointer, key, arguments)));
        }

        public List<Field> fields() {
            return fields;
        }

        @Override
        public String getMessage() {
            return super.getMessage() + " " + fields;
        }
    }

    /** The caller is known but may not do this. HTTP 403. */
    public static final class Forbidden extends Failure {
        private static final long serialVersionUID = 1L;

        public Forbidden(String key, Object... arguments) {
            super(Text.of(key, arguments), null);
        }
    }

    /** No such thing within the caller's sight. HTTP 404; on Kafka "not there yet": a bounded number of retries. */
    public static final class NotFound extends Failure {
        private static final long serialVersionUID = 1L;

        public NotFound(String key, Object... arguments) {
            this(Text.of(key, arguments));
        }

        public NotFound(Text text) {
            super(text, null);
        }
    }

    /** The thing already exists, or an idempotency key was used for something else. HTTP 409. */
    public static final class Conflict extends Failure {
        private static final long serialVersionUID = 1L;

        public Conflict(String key, Object... arguments) {
            super(Text.of(key, arguments), null);
        }
    }

    /** The caller decided on an old version. HTTP 412; reload and decide again. */
    public static final class Stale extends Failure {
        private static final long serialVersionUID = 1L;

        public Stale() {
            super(Text.of("messaging.stale"), null);
        }
    }

    /** The body is larger than is taken in. HTTP 413. */
    public static final class TooLarge extends Failure {
        private static final long serialVersionUID = 1L;

        public TooLarge(String key, Object... arguments) {
            super(Text.of(key, arguments), null);
        }
    }

    /** Well-formed, allowed, but against a rule of the domain. HTTP 422 with a stable code, listed in docs/problems.md. */
    public static final class Rejected extends Failure {
        private static final long serialVersionUID = 1L;

        /** @param key whose part after the namespace is the code */
        public Rejected(String key, Object... arguments) {
            super(Text.of(key, arguments), null);
        }

        public String code() {
            return text().code();
        }
    }

    /** One caller asks for more than its share. HTTP 429 with Retry-After. */
    public static final class TooMany extends Failure {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;

        public TooMany(Duration retryAfter, String key, Object... arguments) {
            super(Text.of(key, arguments), null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** A dependency is down or the system is full. HTTP 503 with Retry-After; on Kafka retried until it works. */
    public static final class Unavailable extends Failure {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;

        public Unavailable(Duration retryAfter, @Nullable Throwable cause, String key, Object... arguments) {
            super(Text.of(key, arguments), cause);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
