package vn.dondoc.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Does not wait for a body of which nothing is wanted any more. Tomcat reads the rest of a refused request, however slowly it
 * comes; of a caller whom nobody knows, and of one who was too slow, that would hold a connection for hours. What is on its
 * way already is read for a moment, so that an honest caller sees the answer and no broken connection.
 */
final class HalfSentValve extends ValveBase {

    private static final long MOMENT_NANOS = 1_000_000_000;
    private static final long BETWEEN_LOOKS_MILLIS = 10;
    private static final int CHUNK = 16 * 1024;

    HalfSentValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        int status = response.getStatus();
        if ((status == 401 || status == 408) && hasBody(request)) {
            response.flushBuffer();
            if (status == 408 || !comes(request)) {
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Whether the rest is there within a moment. */
    private static boolean comes(Request request) throws IOException {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        ServletInputStream from = request.getInputStream();
        byte[] chunk = new byte[CHUNK];
        long end = System.nanoTime() + MOMENT_NANOS;
        while (!from.isFinished()) {
            coyote.action(ActionCode.AVAILABLE, true);
            boolean more = coyote.getAvailable() > 0 ? from.read(chunk) >= 0 : waited();
            if (!more || System.nanoTime() > end) {
                return from.isFinished();
            }
        }
        return true;
    }

    private static boolean waited() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
