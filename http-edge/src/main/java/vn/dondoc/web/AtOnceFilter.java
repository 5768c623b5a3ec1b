package vn.dondoc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import vn.dondoc.failure.Failure;

/**
 * Lets so many requests be worked on at once; the others wait, first come first served, and are turned away after a while.
 * It stands behind {@link WholeBodyFilter}: a request whose body is still on its way takes nobody's place.
 */
final class AtOnceFilter extends OncePerRequestFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Semaphore places;
    private final HandlerExceptionResolver problems;

    AtOnceFilter(int places, HandlerExceptionResolver problems) {
        this.places = new Semaphore(places, true);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!waited()) {
            problems.resolveException(
                    request, response, null, new Failure.Unavailable(AGAIN, null, "edge.too-much-at-once"));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean waited() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
