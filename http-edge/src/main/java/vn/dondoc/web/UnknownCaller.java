package vn.dondoc.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.InsufficientAuthenticationException;
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
        if (!isKept(request) && unknown instanceof InsufficientAuthenticationException) {
            problems.resolveException(request, response, null, missing(request));
            return;
        }
        challenge(request, response, unknown);
        problems.resolveException(request, response, null, unknown);
    }

    /** Whether a token lets in here; elsewhere there is only what everybody may see. */
    static boolean isKept(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/actuator/");
    }

    static NoResourceFoundException missing(HttpServletRequest request) {
        String path = request.getRequestURI();
        return new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), path, path.substring(1));
    }

    private void challenge(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown) {
        try {
            challenge.commence(request, response, unknown);
        } catch (IOException | ServletException never) {
            throw new IllegalStateException("it only sets a status and a header", never);
        }
    }
}
