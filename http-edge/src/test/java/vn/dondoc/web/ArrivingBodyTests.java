package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class ArrivingBodyTests {

    private static final int LIMIT = 1_000;

    private final ArrivingBody patient = new ArrivingBody(LIMIT, Duration.ofMinutes(1), DataSize.ofKilobytes(32));
    private final ArrivingBody impatient = new ArrivingBody(LIMIT, Duration.ZERO, DataSize.ofBytes(1_000));

    @Test
    void roomIsForWhatIsSaidOrForTheMostThatMayCome() {
        assertThat(patient.room(request(null))).as("without a body").isZero();
        assertThat(patient.room(request(new byte[300]))).isEqualTo(300);
        var chunked = request(null);
        chunked.addHeader("Transfer-Encoding", "chunked");
        assertThat(patient.room(chunked)).isEqualTo(LIMIT + 1);
    }

    @Test
    void noMoreIsReadThanTellsThatItIsTooMuch() throws IOException {
        assertThat(patient.read(request(new byte[LIMIT]))).hasSize(LIMIT);
        assertThat(patient.read(request(new byte[5 * LIMIT]))).hasSize(LIMIT + 1);
        assertThat(patient.read(request(null))).isEmpty();
    }

    @Test
    void whatComesTooSlowlyIsGivenUpUnlessItsLastByteCame() throws IOException {
        assertThatThrownBy(() -> impatient.read(trickling(100, 20))).isInstanceOf(ArrivingBody.TooSlow.class);
        assertThat(impatient.read(trickling(1, 20))).as("late, and whole").hasSize(1);
        assertThat(patient.read(trickling(20, 5))).hasSize(20);
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
