package vn.dondoc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.util.unit.DataSize;

/**
 * How a body arrives: at most so large, and not slower than so much a second once some time has passed.
 *
 * @param grace how long it may take whatever its size
 * @param leastPerSecond what has to have come for each second beyond that
 */
record ArrivingBody(int limit, Duration grace, DataSize leastPerSecond) {

    private static final int CHUNK = 16 * 1024;

    /** A body that did not arrive in time. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("the body comes too slowly");
        }
    }

    /** Bytes for which there has to be room; of a body that does not say its size, the most it can have. */
    int room(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (length < 0 && request.getHeader("Transfer-Encoding") == null) {
            return 0; // there is none
        }
        return length < 0 || length > limit ? limit + 1 : (int) length;
    }

    /**
     * Reads it, at most one byte more than the limit.
     *
     * @throws TooSlow if it comes too slowly
     */
    byte[] read(HttpServletRequest request) throws IOException {
        long begun = System.nanoTime();
        long length = request.getContentLengthLong();
        InputStream from = request.getInputStream();
        return length >= 0 && length <= limit ? known(from, (int) length, begun) : unknown(from, begun);
    }

    private byte[] known(InputStream from, int length, long begun) throws IOException {
        byte[] body = new byte[length];
        int size = 0;
        int many;
        while (size < length && (many = from.read(body, size, Math.min(CHUNK, length - size))) >= 0) {
            size += many;
            refuseSlow(size, size == length, begun);
        }
        return size == length ? body : Arrays.copyOf(body, size);
    }

    private byte[] unknown(InputStream from, long begun) throws IOException {
        var body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        int many;
        while (body.size() <= limit && (many = from.read(chunk, 0, Math.min(CHUNK, limit + 1 - body.size()))) >= 0) {
            body.write(chunk, 0, many);
            refuseSlow(body.size(), false, begun);
        }
        return body.toByteArray();
    }

    private void refuseSlow(int size, boolean whole, long begun) throws TooSlow {
        Duration beyond = Duration.ofNanos(System.nanoTime() - begun).minus(grace);
        if (!whole && beyond.isPositive() && size < leastPerSecond.toBytes() * beyond.toMillis() / 1_000.0) {
            throw new TooSlow();
        }
    }
}
