package vn.dondoc.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.dondoc.failure.Failure;

/** One caller that asks without end leaves room for the others. Each instance of a service counts for itself. */
final class FairShare implements HandlerInterceptor {

    private static final int MOST_CALLERS = 100_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final int perSecond;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(FORGOTTEN)
            .build();

    /** @param perSecond requests of one caller; two seconds' worth may come at once */
    FairShare(int perSecond) {
        this.perSecond = perSecond;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Principal caller = request.getUserPrincipal();
        if (caller != null && request.getRequestURI().startsWith("/api/")) {
            ConsumptionProbe probe = buckets.get(caller.getName(), it -> full()).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                Duration wait =
                        Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
                throw new Failure.TooMany(wait, "edge.too-many-requests", perSecond);
            }
        }
        return true;
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(it -> it.capacity(2L * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
