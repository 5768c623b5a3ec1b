package vn.dondoc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import vn.dondoc.failure.Failure;

/**
 * Reads the body of a command once, within limits of size and time, so that it can be both handled and told from another
 * request. Who is slow costs a connection and no thread that others wait for.
 */
final class WholeBodyFilter extends OncePerRequestFilter {

    static final String FINGERPRINT = WholeBodyFilter.class.getName() + ".fingerprint";

    private static final int CHUNK = 16 * 1024;

    private final int limit;
    private final Duration deadline;
    private final HandlerExceptionResolver problems;

    WholeBodyFilter(DataSize limit, Duration deadline, HandlerExceptionResolver problems) {
        this.deadline = deadline;
        this.problems = problems;
        this.limit = Math.toIntExact(limit.toBytes());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/") || "GET".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isNoMediaType(request.getContentType())) {
            problems.resolveException(
                    request,
                    response,
                    null,
                    new HttpMediaTypeNotSupportedException((MediaType) null, List.of(MediaType.APPLICATION_JSON)));
            return;
        }
        byte[] body;
        try {
            body = whole(request.getInputStream());
        } catch (SocketTimeoutException silent) {
            problems.resolveException(request, response, null, new SlowBody(deadline));
            return;
        } catch (SlowBody slow) {
            problems.resolveException(request, response, null, slow);
            return;
        }
        if (body.length > limit) {
            var tooLarge = new Failure.TooLarge("edge.too-large", String.valueOf(limit));
            problems.resolveException(request, response, null, tooLarge);
            return;
        }
        request.setAttribute(FINGERPRINT, fingerprint(request, body));
        chain.doFilter(new Rereadable(request, body), response);
    }

    /** At most one byte more than the limit. */
    private byte[] whole(InputStream from) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        var read = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        int many;
        while (read.size() <= limit && (many = from.read(chunk, 0, Math.min(CHUNK, limit + 1 - read.size()))) >= 0) {
            read.write(chunk, 0, many);
            if (System.nanoTime() > end) {
                throw new SlowBody(deadline);
            }
        }
        return read.toByteArray();
    }

    /** What can be accepted, such as "application/*", is no type that a body can have. */
    private static boolean isNoMediaType(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return type.isWildcardType() || type.isWildcardSubtype();
        } catch (InvalidMediaTypeException unreadable) {
            return true;
        }
    }

    private static String fingerprint(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** A body that did not arrive in time. */
    static final class SlowBody extends IOException {
        private static final long serialVersionUID = 1L;
        private final Duration deadline;

        SlowBody(Duration deadline) {
            super("no whole body within " + deadline);
            this.deadline = deadline;
        }

        Duration deadline() {
            return deadline;
        }
    }

    private static final class Rereadable extends HttpServletRequestWrapper {
        private final byte[] body;

        Rereadable(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body is already read");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
