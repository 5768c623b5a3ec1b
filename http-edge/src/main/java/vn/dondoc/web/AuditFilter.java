package vn.dondoc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dondoc.access.Role;
import vn.dondoc.aggregate.Acting;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.messaging.audit.AuditChain;
import vn.dondoc.messaging.audit.AuditRecord;
import vn.dondoc.messaging.trail.AuditTrail;

/**
 * Puts down what a caller does. What changes something carries its record itself; what only reads, or is refused, is noted
 * here once it was answered. Who gave no token did nothing and saw nothing; nor did who was told to come back later.
 */
final class AuditFilter extends OncePerRequestFilter {

    private static final String API = "/api/v1/";
    private static final int LONGEST_OPERATION = 500;
    private static final int LONGEST_THING = 300;
    /** A file's name may tell what a paper that was refused was about; a token may stand where none should. */
    private static final Pattern NOT_KEPT = Pattern.compile("\\b(name|access_token)=[^&]*");

    private static final Set<Integer> LATER = Set.of(429, 503);

    private final AuditTrail trail;
    private final String service;

    AuditFilter(AuditTrail trail, String service) {
        this.trail = trail;
        this.service = service;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean ofProvince = request.getRequestURI().startsWith("/api/");
        boolean operates = request.getRequestURI().startsWith("/actuator/") && !isRead(request);
        if (!ofProvince && !operates
                || !(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller)) {
            chain.doFilter(request, response);
            return;
        }
        Jwt token = caller.getToken();
        Acting acting = acting(request, token);
        boolean answered = false;
        try (CausedBy.Scope acts = acting.open()) {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            int status = answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            if ((operates || !acting.changed().get()) && !LATER.contains(status)) {
                String province = operates ? null : token.getClaimAsString("province");
                trail.note(
                        province == null || province.isBlank() ? AuditChain.NO_PROVINCE : province,
                        AuditRecord.asked(acting, service, kind(request, status), thing(request), status));
            }
        }
    }

    private static Acting acting(HttpServletRequest request, Jwt token) {
        List<String> roles =
                EdgeArguments.roles(token).stream().map(Role::name).sorted().toList();
        return new Acting(
                "request-" + UUID.randomUUID(),
                Objects.requireNonNullElse(token.getSubject(), "unnamed"),
                roles,
                token.getClaimAsString("agency"),
                operation(request));
    }

    private static String operation(HttpServletRequest request) {
        String query = request.getQueryString();
        query = query == null ? null : NOT_KEPT.matcher(query).replaceAll("$1=…");
        String all = request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query);
        return all.length() <= LONGEST_OPERATION ? all : all.substring(0, LONGEST_OPERATION) + "…";
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static AuditRecord.Kind kind(HttpServletRequest request, int status) {
        if (status >= HttpServletResponse.SC_BAD_REQUEST) {
            return AuditRecord.Kind.REFUSED;
        }
        return isRead(request) ? AuditRecord.Kind.SEEN : AuditRecord.Kind.DONE;
    }

    /** What the request is about, named as records of changes name it: {@code tasks/<id>}. */
    private static String thing(HttpServletRequest request) {
        String path = request.getRequestURI();
        String[] parts = (path.startsWith(API) ? path.substring(API.length()) : path.substring(1)).split("/", 3);
        String thing = parts.length < 2 ? parts[0] : parts[0] + "/" + parts[1];
        return thing.length() <= LONGEST_THING ? thing : thing.substring(0, LONGEST_THING);
    }
}
