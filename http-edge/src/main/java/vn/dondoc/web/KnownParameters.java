package vn.dondoc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.dondoc.failure.Failure;

/**
 * Refuses what nobody reads: a filter that is misspelt and ignored gives an answer that is believed. Only for {@code
 * /api/}; the parameters are those that the method of the controller takes.
 */
final class KnownParameters implements HandlerInterceptor {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/api/")) {
            Set<String> names = known.computeIfAbsent(method.getMethod(), it -> names(method));
            List<Failure.Field> wrong = new ArrayList<>();
            for (String name : new TreeSet<>(request.getParameterMap().keySet())) {
                if (!names.contains(name)) {
                    wrong.add(
                            names.isEmpty()
                                    ? new Failure.Field(name, "edge.no-parameters")
                                    : new Failure.Field(name, "edge.unknown-parameter", String.join(", ", names)));
                }
            }
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

    private static Set<String> names(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                String own = parameter.getParameterName();
                names.add(annotation.name().isEmpty() ? String.valueOf(own) : annotation.name());
            } else if (parameter.getParameterType() == Page.Request.class) {
                names.addAll(Page.Request.NAMES);
            }
        }
        return names;
    }
}
