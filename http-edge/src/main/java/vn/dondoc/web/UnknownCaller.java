package vn.dondoc.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Whoever comes without a usable token is told why, in the header of RFC 6750 and as a problem. */
final class UnknownCaller implements AuthenticationEntryPoint {

    private final AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final HandlerExceptionResolver problems;

    UnknownCaller(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown) {
        String path = request.getRequestURI();
        if (!path.startsWith("/api/") && !path.startsWith("/actuator/")) {
            // A token would not help: outside these two there is only what everybody may see.
            var missing =
                    new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), path, path.substring(1));
            problems.resolveException(request, response, null, missing);
            return;
        }
        challenge(request, response, unknown);
        problems.resolveException(request, response, null, unknown);
    }

    private void challenge(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown) {
        try {
            challenge.commence(request, response, unknown);
        } catch (IOException | ServletException never) {
            throw new IllegalStateException("it only sets a status and a header", never);
        }
    }
}
