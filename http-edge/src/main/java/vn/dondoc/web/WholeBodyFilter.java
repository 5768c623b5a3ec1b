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
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import vn.dondoc.failure.Failure;

/**
 * Reads the body of a command once, within limits of size, time and room, so that it can be both handled and told from another
 * request. Who is slow costs a connection and no thread that others wait for.
 */
final class WholeBodyFilter extends OncePerRequestFilter {

    static final String FINGERPRINT = WholeBodyFilter.class.getName() + ".fingerprint";

    private static final Logger log = LoggerFactory.getLogger(WholeBodyFilter.class);

    private final ArrivingBody arriving;
    private final Shares room;
    private final HandlerExceptionResolver problems;

    /** @param room for bodies that arrive or are worked on, in units of {@link ArrivingBody#UNIT} */
    WholeBodyFilter(ArrivingBody arriving, Shares room, HandlerExceptionResolver problems) {
        this.arriving = arriving;
        this.room = room;
        this.problems = problems;
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
        if (request.getContentLengthLong() > arriving.limit()) {
            refuse(request, response, tooLarge());
            return;
        }
        List<Shares.Share> held = new ArrayList<>();
        try {
            String caller = AtOnceFilter.caller(request);
            byte[] body = arriving.read(request, () -> {
                Shares.Share another = room.take(caller, 1);
                return another != null && held.add(another);
            });
            if (body.length > arriving.limit()) {
                refuse(request, response, tooLarge());
                return;
            }
            request.setAttribute(FINGERPRINT, fingerprint(request, body));
            chain.doFilter(new Rereadable(request, body), response);
        } catch (ArrivingBody.NoRoom full) {
            refuse(request, response, AtOnceFilter.tooMuch());
        } catch (ArrivingBody.TooSlow slow) {
            refuse(request, response, slow);
        } catch (ClientAbortException silent) {
            // Tomcat has said 408 if nothing came for too long; to who is gone there is nothing to say.
            log.debug("event=body-broke-off", silent);
        } finally {
            held.forEach(Shares.Share::close);
        }
    }

    private Failure.TooLarge tooLarge() {
        return new Failure.TooLarge("edge.too-large", String.valueOf(arriving.limit()));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Exception why) {
        problems.resolveException(request, response, null, why);
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
