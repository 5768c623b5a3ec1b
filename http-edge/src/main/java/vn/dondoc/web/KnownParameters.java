package vn.dondoc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import vn.dondoc.failure.Failure;

/**
 * Refuses what nobody reads: a filter that is misspelt and ignored gives an answer that is believed. Only for {@code
 * /api/}; the parameters are those that the method of the controller takes.
 */
final class KnownParameters implements HandlerInterceptor {

    private static final int LONGEST_PARAMETER = 300;
    private static final int LONGEST_LIST = 2_000;
    private static final Set<String> LONG = Set.of("cursor", "fields");

    /** By name, whether it may be given more than once. */
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/api/")) {
            Map<String, Boolean> names = known.computeIfAbsent(method.getMethod(), it -> names(method));
            List<Failure.Field> wrong = new ArrayList<>();
            new TreeMap<>(request.getParameterMap()).forEach((name, values) -> check(name, values, names, wrong));
            variables(request).forEach((name, value) -> {
                if (value.length() > LONGEST_PARAMETER) {
                    wrong.add(new Failure.Field(name, "edge.long-parameter", LONGEST_PARAMETER));
                }
            });
            if (!wrong.isEmpty()) {
                throw new Failure.Invalid(wrong);
            }
            String fields = request.getParameter("fields");
            if (fields != null) {
                ChosenFields.check(
                        fields,
                        ResolvableType.forMethodReturnType(method.getMethod()).getGeneric(0));
            }
        }
        return true;
    }

    private static void check(String name, String[] values, Map<String, Boolean> names, List<Failure.Field> wrong) {
        Boolean many = names.get(name);
        if (many == null) {
            wrong.add(
                    names.isEmpty()
                            ? new Failure.Field(name, "edge.no-parameters")
                            : new Failure.Field(name, "edge.unknown-parameter", String.join(", ", names.keySet())));
        } else if (values.length > 1 && !many) {
            wrong.add(new Failure.Field(name, "edge.given-twice"));
        } else if (Stream.of(values).anyMatch(it -> it.length() > longest(name))) {
            wrong.add(new Failure.Field(name, "edge.long-parameter", longest(name)));
        } else if (Stream.of(values).anyMatch(String::isBlank)) {
            wrong.add(new Failure.Field(name, "edge.empty-parameter"));
        }
    }

    /** How many characters a parameter may have. */
    static int longest(String name) {
        return LONG.contains(name) ? LONGEST_LIST : LONGEST_PARAMETER;
    }

    @SuppressWarnings("unchecked") // of Spring, which puts them there
    private static Map<String, String> variables(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }

    private static Map<String, Boolean> names(HandlerMethod method) {
        Map<String, Boolean> names = new TreeMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                String own = parameter.getParameterName();
                names.put(
                        annotation.name().isEmpty() ? String.valueOf(own) : annotation.name(),
                        Collection.class.isAssignableFrom(parameter.getParameterType()));
            } else if (parameter.getParameterType() == Page.Request.class) {
                Page.Request.NAMES.forEach(it -> names.put(it, false));
            }
        }
        return names;
    }
}
