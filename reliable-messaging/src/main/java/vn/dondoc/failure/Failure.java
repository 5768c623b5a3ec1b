package vn.dondoc.failure;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something asked for was not done. Each kind says what the caller can do about it, and each carries its text in
 * Vietnamese and English, because a person may read it.
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

    /** One message in the two languages the system speaks. */
    public record Text(String vietnamese, String english) {}

    /** A field that is wrong: JSON pointer into the request body, or the name of a header or parameter. */
    public record Field(String pointer, Text text) {
        public Field(String pointer, String vietnamese, String english) {
            this(pointer, new Text(vietnamese, english));
        }
    }

    /** The request or event itself is malformed; sending it again unchanged cannot help. HTTP 400, parked on Kafka. */
    public static final class Invalid extends Failure {
        private static final long serialVersionUID = 1L;
        private final transient List<Field> fields;

        public Invalid(List<Field> fields) {
            super(
                    new Text(
                            "Dữ liệu gửi lên chưa đúng; xem từng trường.", "The request is malformed; see each field."),
                    null);
            this.fields = List.copyOf(fields);
        }

        public Invalid(String pointer, String vietnamese, String english) {
            this(List.of(new Field(pointer, vietnamese, english)));
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

        public Forbidden(String vietnamese, String english) {
            super(new Text(vietnamese, english), null);
        }
    }

    /** No such thing within the caller's sight. HTTP 404; on Kafka "not there yet": a bounded number of retries. */
    public static final class NotFound extends Failure {
        private static final long serialVersionUID = 1L;

        public NotFound(String what, String id) {
            super(new Text("Không tìm thấy " + what + " " + id + ".", "No " + what + " " + id + "."), null);
        }
    }

    /** The thing already exists, or an idempotency key was used for something else. HTTP 409. */
    public static final class Conflict extends Failure {
        private static final long serialVersionUID = 1L;

        public Conflict(String vietnamese, String english) {
            super(new Text(vietnamese, english), null);
        }
    }

    /** The caller decided on an old version. HTTP 412; reload and decide again. */
    public static final class Stale extends Failure {
        private static final long serialVersionUID = 1L;

        public Stale(String id) {
            super(
                    new Text(
                            "Bản ghi " + id + " đã thay đổi; hãy tải lại rồi thử lại.",
                            id + " has changed; reload it and try again."),
                    null);
        }
    }

    /** Well-formed, allowed, but against a rule of the domain. HTTP 422 with a stable code. */
    public static final class Rejected extends Failure {
        private static final long serialVersionUID = 1L;
        private final String code;

        /** @param code stable, kebab-case; listed in docs/problems.md */
        public Rejected(String code, String vietnamese, String english) {
            super(new Text(vietnamese, english), null);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** A dependency is down or the system is full. HTTP 503 with Retry-After; on Kafka retried until it works. */
    public static final class Unavailable extends Failure {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;

        public Unavailable(String vietnamese, String english, Duration retryAfter, @Nullable Throwable cause) {
            super(new Text(vietnamese, english), cause);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
