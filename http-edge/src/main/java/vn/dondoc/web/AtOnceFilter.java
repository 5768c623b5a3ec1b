package vn.dondoc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import vn.dondoc.failure.Failure;

/**
 * Lets so many requests be worked on at once, and so many of one caller; the others wait, first come first served, and are
 * turned away after a while. It stands behind {@link WholeBodyFilter}: a request whose body is still on its way takes nobody's
 * place.
 */
final class AtOnceFilter extends OncePerRequestFilter {

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Shares places;
    private final HandlerExceptionResolver problems;

    AtOnceFilter(Shares places, HandlerExceptionResolver problems) {
        this.places = places;
        this.problems = problems;
    }

    /** Who asks; all who do not say so are one. */
    static String caller(HttpServletRequest request) {
        Principal caller = request.getUserPrincipal();
        return caller == null ? "" : caller.getName();
    }

    static Failure.Unavailable tooMuch() {
        return new Failure.Unavailable(AGAIN, null, "edge.too-much-at-once");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Shares.Share place = places.take(caller(request), 1)) {
            if (place == null) {
                problems.resolveException(request, response, null, tooMuch());
                return;
            }
            chain.doFilter(request, response);
        }
    }
}
