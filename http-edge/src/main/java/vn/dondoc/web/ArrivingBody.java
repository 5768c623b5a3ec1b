package vn.dondoc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/**
 * How a body arrives: at most so large, and not slower than so much a second once some time has passed. Room is taken for what
 * has come, never for what was promised; the first unit of each body needs none, so that small commands wait for nobody.
 *
 * @param grace how long it may take whatever its size
 * @param leastPerSecond what has to have come for each second beyond that
 */
record ArrivingBody(int limit, Duration grace, DataSize leastPerSecond) {

    /** Bytes for which room is taken at a time. */
    static final int UNIT = 16 * 1024;

    /** A body that did not arrive in time. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("the body comes too slowly");
        }
    }

    /** There is no room for more of it. */
    static final class NoRoom extends IOException {
        private static final long serialVersionUID = 1L;

        NoRoom() {
            super("too many bodies at once");
        }
    }

    /** Gives room for another unit, or does not. */
    interface Room {
        boolean another();
    }

    /**
     * Reads it, at most one byte more than the limit.
     *
     * @throws TooSlow if it comes too slowly
     * @throws NoRoom if there is none for the next unit
     */
    byte[] read(HttpServletRequest request, Room room) throws IOException {
        long begun = System.nanoTime();
        long promised = request.getContentLengthLong();
        InputStream from = request.getInputStream();
        List<byte[]> units = new ArrayList<>();
        int size = 0;
        int inLast = UNIT;
        while (size <= limit) {
            if (inLast == UNIT) {
                if (size > 0 && !room.another()) {
                    throw new NoRoom();
                }
                units.add(new byte[UNIT]);
                inLast = 0;
            }
            int many = from.read(units.getLast(), inLast, Math.min(UNIT - inLast, limit + 1 - size));
            if (many < 0) {
                break;
            }
            size += many;
            inLast += many;
            refuseSlow(size, size == promised, begun);
        }
        return joined(units, size);
    }

    private static byte[] joined(List<byte[]> units, int size) {
        byte[] body = new byte[size];
        for (int i = 0; i * UNIT < size; i++) {
            System.arraycopy(units.get(i), 0, body, i * UNIT, Math.min(UNIT, size - i * UNIT));
        }
        return body;
    }

    private void refuseSlow(int size, boolean whole, long begun) throws TooSlow {
        Duration beyond = Duration.ofNanos(System.nanoTime() - begun).minus(grace);
        if (!whole && beyond.isPositive() && size < leastPerSecond.toBytes() * beyond.toMillis() / 1_000.0) {
            throw new TooSlow();
        }
    }
}
