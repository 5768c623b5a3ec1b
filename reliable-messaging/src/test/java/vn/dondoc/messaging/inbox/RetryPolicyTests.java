package vn.dondoc.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketOpenException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import vn.dondoc.failure.Failure;

class RetryPolicyTests {

    @Test
    void whatFailsOnTheSameContentTheSameWayIsParkedAtOnce() {
        for (RuntimeException bad : List.of(
                new DateTimeException("Invalid date"),
                new ArithmeticException("overflow"),
                new NumberFormatException("Exponent is out of range"),
                new NullPointerException("x"),
                new Failure.Invalid("/x", "messaging.no-data"),
                new Inbox.MustBeParked("nobody handles it", null))) {
            assertThat(RetryPolicy.kind(new ListenerExecutionFailedException("failed", bad)))
                    .as(bad.toString())
                    .isEqualTo(RetryPolicy.Kind.BAD);
        }
    }

    @Test
    void whatMayComeYetIsTriedAgainAndWhatIsDownIsWaitedFor() {
        assertThat(RetryPolicy.kind(new Failure.NotFound("messaging.no-subscription", "x")))
                .isEqualTo(RetryPolicy.Kind.NOT_YET);
        assertThat(RetryPolicy.kind(new IllegalStateException("state should be: open")))
                .isEqualTo(RetryPolicy.Kind.NOT_YET);
        assertThat(RetryPolicy.kind(new TimeoutException("broker"))).isEqualTo(RetryPolicy.Kind.DOWN);
        assertThat(RetryPolicy.kind(new IllegalStateException(
                        new MongoSocketOpenException("refused", new ServerAddress(), new IOException("refused")))))
                .isEqualTo(RetryPolicy.Kind.DOWN);
    }
}
