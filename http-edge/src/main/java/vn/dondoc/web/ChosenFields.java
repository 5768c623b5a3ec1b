package vn.dondoc.web;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.dondoc.failure.Failure;

/**
 * {@code ?fields=id,report.status} on a list: the rows hold only these. A dot leads into an object, or into each of a
 * list of them.
 */
@RestControllerAdvice
final class ChosenFields implements ResponseBodyAdvice<Page<?>> {

    private final JsonMapper json;

    ChosenFields(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return returned.getParameterType() == Page.class;
    }

    @Override
    public @Nullable Page<?> beforeBodyWrite(
            @Nullable Page<?> page,
            MethodParameter returned,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        String asked = ((ServletServerHttpRequest) request).getServletRequest().getParameter("fields");
        if (page == null || asked == null) {
            return page;
        }
        List<List<String>> paths = Arrays.stream(asked.split(",", -1))
                .map(it -> List.of(it.strip().split("\\.", -1)))
                .toList();
        List<JsonNode> rows = new ArrayList<>();
        for (Object item : page.items()) {
            JsonNode row = json.valueToTree(item);
            keep(row, paths);
            rows.add(row);
        }
        return new Page<>(rows, page.next(), page.total());
    }

    private static void keep(JsonNode node, List<List<String>> paths) {
        if (node.isArray()) {
            node.forEach(it -> keep(it, paths));
        } else if (node instanceof ObjectNode object) {
            Set<String> names = paths.stream().map(List::getFirst).collect(Collectors.toSet());
            object.retain(names);
            for (String name : object.propertyNames()) {
                List<List<String>> below = paths.stream()
                        .filter(it -> it.getFirst().equals(name))
                        .map(it -> it.subList(1, it.size()))
                        .toList();
                if (below.stream().noneMatch(List::isEmpty)) {
                    keep(object.get(name), below);
                }
            }
        }
    }

    /**
     * Refuses a path that the rows do not have.
     *
     * @param rows type of a row
     */
    static void check(String asked, ResolvableType rows) {
        for (String path : asked.split(",", -1)) {
            ResolvableType at = rows;
            for (String step : path.strip().split("\\.", -1)) {
                List<RecordComponent> components = components(at);
                RecordComponent found = components.stream()
                        .filter(it -> it.getName().equals(step))
                        .findFirst()
                        .orElseThrow(() ->
                                new Failure.Invalid("fields", "edge.unknown-field", path.strip(), names(components)));
                at = ResolvableType.forType(found.getGenericType(), at);
            }
        }
    }

    private static List<RecordComponent> components(ResolvableType type) {
        Class<?> raw = type.resolve(Object.class);
        if (Collection.class.isAssignableFrom(raw)) {
            raw = type.getGeneric(0).resolve(Object.class);
        }
        return raw.isRecord() ? List.of(raw.getRecordComponents()) : List.of();
    }

    private static String names(List<RecordComponent> components) {
        return new TreeSet<>(components.stream().map(RecordComponent::getName).toList())
                .stream().collect(Collectors.joining(", "));
    }
}
