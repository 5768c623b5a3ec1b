package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class ArrivingBodyTests {

    private static final int LIMIT = 1_000;

    private final ArrivingBody patient = new ArrivingBody(LIMIT, Duration.ofMinutes(1), DataSize.ofKilobytes(32));
    private final ArrivingBody impatient = new ArrivingBody(LIMIT, Duration.ZERO, DataSize.ofBytes(1_000));

    @Test
    void roomIsTakenForWhatCameBeyondASmallBody() throws IOException {
        var large = new ArrivingBody(100 * ArrivingBody.UNIT, Duration.ofMinutes(1), DataSize.ofKilobytes(32));
        var taken = new AtomicInteger();
        ArrivingBody.Room room = () -> taken.incrementAndGet() <= 3;
        large.read(request(null), room);
        large.read(request(new byte[ArrivingBody.UNIT - 1]), room);
        assertThat(taken).hasValue(0);
        byte[] body = new byte[3 * ArrivingBody.UNIT + 5];
        new Random(5).nextBytes(body);
        assertThat(large.read(request(body), room)).isEqualTo(body);
        assertThat(taken).hasValue(3);
        assertThatThrownBy(() -> large.read(request(body), room)).isInstanceOf(ArrivingBody.NoRoom.class);
    }

    @Test
    void noMoreIsReadThanTellsThatItIsTooMuch() throws IOException {
        assertThat(patient.read(request(new byte[LIMIT]), () -> true)).hasSize(LIMIT);
        assertThat(patient.read(request(new byte[5 * LIMIT]), () -> true)).hasSize(LIMIT + 1);
        assertThat(patient.read(request(null), () -> true)).isEmpty();
    }

    @Test
    void whatComesTooSlowlyIsGivenUpUnlessItsLastByteCame() throws IOException {
        assertThatThrownBy(() -> impatient.read(trickling(100, 20), () -> true))
                .isInstanceOf(ArrivingBody.TooSlow.class);
        assertThat(impatient.read(trickling(1, 20), () -> true))
                .as("late, and whole")
                .hasSize(1);
        assertThat(patient.read(trickling(20, 5), () -> true)).hasSize(20);
    }

    private static MockHttpServletRequest request(byte @Nullable [] body) {
        var request = new MockHttpServletRequest("POST", "/api/v1/things");
        request.setContent(body);
        return request;
    }

    /** A byte at a time, each after a pause. */
    private static MockHttpServletRequest trickling(int length, long pauseMillis) {
        return new MockHttpServletRequest("POST", "/api/v1/things") {
            @Override
            public long getContentLengthLong() {
                return length;
            }

            @Override
            public ServletInputStream getInputStream() {
                return new Trickle(length, pauseMillis);
            }
        };
    }

    private static final class Trickle extends ServletInputStream {
        private final long pauseMillis;
        private int left;

        Trickle(int length, long pauseMillis) {
            this.left = length;
            this.pauseMillis = pauseMillis;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            try {
                Thread.sleep(pauseMillis);
            } catch (InterruptedException never) {
                throw new AssertionError(never);
            }
            return ' ';
        }

        @Override
        public int read(byte[] into, int from, int many) {
            int next = many == 0 ? -1 : read();
            if (next < 0) {
                return -1;
            }
            into[from] = (byte) next;
            return 1;
        }

        @Override
        public boolean isFinished() {
            return left == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
