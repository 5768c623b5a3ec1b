package vn.dondoc.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Window;

/**
 * A part of a list in a stable order.
 *
 * @param items at most as many as asked for
 * @param next cursor of the part that follows; absent at the end
 * @param total how many there are in all; absent unless {@code count=true} asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Long total) {

    private static final String SEPARATOR = "\n";

    /**
     * What is wanted of a list: {@code ?sort=&cursor=&limit=&count=&fields=}.
     *
     * @param list tells this list and its filters from others; a cursor holds it
     */
    public record Request(Window window, String list) {

        /** The parameters, beside the filters of the list. */
        static final List<String> NAMES = List.of("sort", "cursor", "limit", "count", "fields");
    }

    /** A page of what was read, each item as it is shown. */
    public static <S, T> Page<T> of(Stretch<S> found, Request request, Function<? super S, T> view) {
        String next = found.next() == null ? null : encode(request.list(), found.next());
        return new Page<>(found.items().stream().map(view).toList(), next, found.total());
    }

    static String encode(String list, String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + SEPARATOR + position).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The position in a cursor.
     *
     * @return {@code null} if it is none of this list
     */
    static @Nullable String decode(String list, String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return text.startsWith(list + SEPARATOR) ? text.substring(list.length() + 1) : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
