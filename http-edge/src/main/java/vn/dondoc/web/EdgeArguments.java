package vn.dondoc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.dondoc.access.AccessScope;
import vn.dondoc.access.Role;
import vn.dondoc.aggregate.Command;
import vn.dondoc.failure.Failure;

/** The controller arguments of the edge: who asks, what makes the command repeatable, and which page is wanted. */
final class EdgeArguments implements HandlerMethodArgumentResolver {

    static final int LONGEST_KEY = 200;
    static final int LONGEST_VERSION = 30;
    private static final Set<Class<?>> TYPES = Set.of(AccessScope.class, Command.class, Page.Request.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binderFactory) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        if (parameter.getParameterType() == AccessScope.class) {
            return scope();
        } else if (parameter.getParameterType() == Command.class) {
            return command(request, parameter.hasParameterAnnotation(ConditionalOnVersion.class));
        }
        return PageRequests.of(request, parameter);
    }

    static AccessScope scope() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
            throw new InsufficientAuthenticationException("no token");
        }
        Jwt jwt = token.getToken();
        String province = jwt.getClaimAsString("province");
        if (province == null || province.isBlank()) {
            throw new Failure.Forbidden("edge.no-province");
        }
        return AccessScope.of(
                Objects.requireNonNullElse(jwt.getSubject(), "unnamed"),
                province,
                nonBlank(jwt.getClaimAsString("agency")),
                roles(jwt));
    }

    private static @Nullable String nonBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static Set<Role> roles(Jwt jwt) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> claimed = jwt.getClaimAsStringList("roles");
        for (Role role : Role.values()) {
            if (claimed != null && claimed.contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static Command command(HttpServletRequest request, boolean versionRequired) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Failure.Invalid("Idempotency-Key", "edge.idempotency-key");
        }
        Object fingerprint = Objects.requireNonNull(request.getAttribute(WholeBodyFilter.FINGERPRINT));
        AccessScope scope = scope();
        return Command.of(
                Command.keyOf(scope.actor(), key),
                fingerprint.toString(),
                version(request, versionRequired),
                scope.actor());
    }

    private static OptionalLong version(HttpServletRequest request, boolean required) {
        String match = request.getHeader("If-Match");
        if (match == null || match.equals("*")) {
            if (required && match == null) {
                throw new Failure.Invalid("If-Match", "edge.if-match-missing");
            }
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(match.replace("W/", "").replace("\"", "")));
        } catch (NumberFormatException notOurs) {
            throw new Failure.Invalid("If-Match", "edge.if-match-wrong");
        }
    }
}
