package vn.dondoc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import vn.dondoc.failure.Failure;

/**
 * Says that the issuer of tokens cannot be asked, where the caller would be told that its token is bad: the failure would
 * be dispatched to an error page, which nobody may see without a token.
 */
final class IssuerFilter extends OncePerRequestFilter {

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final HandlerExceptionResolver problems;

    IssuerFilter(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException | JwtDecoderInitializationException outOfReach) {
            problems.resolveException(
                    request, response, null, new Failure.Unavailable(AGAIN, outOfReach, "edge.issuer-down"));
        }
    }
}
