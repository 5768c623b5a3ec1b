package vn.dondoc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;

/** Reads what is wanted of a list from the parameters of a request. */
final class PageRequests {

    private static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;

    private PageRequests() {}

    static Page.Request of(HttpServletRequest request, MethodParameter parameter) {
        String list = list(request);
        String sort = sort(request.getParameter("sort"), sorts(parameter));
        String after = after(request.getParameter("cursor"), list);
        int limit = limit(request.getParameter("limit"));
        return new Page.Request(new Window(sort, after, limit, counted(request.getParameter("count"))), list);
    }

    /** The orders that the list has, the usual one first. */
    static List<String> sorts(MethodParameter parameter) {
        SortedBy sorted = parameter.getParameterAnnotation(SortedBy.class);
        if (sorted == null) {
            throw new IllegalStateException(parameter + " does not say what it is sorted by");
        }
        return List.of(sorted.value());
    }

    private static String sort(@Nullable String asked, List<String> sorts) {
        if (asked == null) {
            return sorts.getFirst();
        }
        if (!sorts.contains(asked)) {
            Text wanted = Text.of("edge.want-one-of", String.join(", ", sorts));
            throw new Failure.Invalid("sort", "edge.unusable-value", UnreadableBody.shown(asked), wanted);
        }
        return asked;
    }

    private static String after(@Nullable String cursor, String list) {
        if (cursor == null) {
            return "";
        }
        String position = Page.decode(list, cursor);
        if (position == null) {
            throw new Failure.Invalid("cursor", "edge.cursor-of-another-list");
        }
        return position;
    }

    private static int limit(@Nullable String asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int value = Integer.parseInt(asked);
            if (value >= 1 && value <= MAX_LIMIT) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, like a number out of range
        }
        throw new Failure.Invalid("limit", "edge.limit", MAX_LIMIT);
    }

    private static boolean counted(@Nullable String asked) {
        if (asked != null && !asked.equals("true") && !asked.equals("false")) {
            throw new Failure.Invalid(
                    "count", "edge.unusable-value", UnreadableBody.shown(asked), Text.of("edge.want-yes-or-no"));
        }
        return "true".equals(asked);
    }

    /** The path with its filters and order: what must stay the same from page to page. */
    private static String list(HttpServletRequest request) {
        var sum = new CRC32();
        sum.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
        Map<String, String[]> parameters = new TreeMap<>(request.getParameterMap());
        parameters.keySet().removeAll(List.of("cursor", "limit", "count", "fields"));
        parameters.forEach((name, values) ->
                sum.update((name + "=" + String.join(",", values) + "&").getBytes(StandardCharsets.UTF_8)));
        return Long.toString(sum.getValue(), Character.MAX_RADIX);
    }
}
