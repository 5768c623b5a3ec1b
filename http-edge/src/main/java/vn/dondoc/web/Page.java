package vn.dondoc.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Position;
import vn.dondoc.failure.Failure;

/**
 * A stretch of a list in a stable order.
 *
 * @param items at most as many as asked for
 * @param next cursor of the stretch that follows; absent at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Where a list is read from, and how far: {@code ?cursor=&limit=}. */
    public record Request(String after, int limit) {

        static final List<String> NAMES = List.of("cursor", "limit");
        static final int DEFAULT_LIMIT = 50;
        static final int MAX_LIMIT = 200;

        static Request of(@Nullable String cursor, @Nullable String limit) {
            return new Request(cursor == null ? "" : decode(cursor), limit == null ? DEFAULT_LIMIT : parse(limit));
        }

        private static String decode(String cursor) {
            try {
                return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notOurs) {
                throw Position.notOurs();
            }
        }

        private static int parse(String limit) {
            try {
                int value = Integer.parseInt(limit);
                if (value >= 1 && value <= MAX_LIMIT) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                // answered below, like a number out of range
            }
            throw new Failure.Invalid("limit", "edge.limit", MAX_LIMIT);
        }
    }

    /**
     * Cuts a page out of a list that was read one longer than the page.
     *
     * @param position where an item stands in the list, as an encoded {@link Position}
     */
    public static <S, T> Page<T> of(
            List<S> oneLonger, Request request, Function<S, String> position, Function<S, T> view) {
        boolean more = oneLonger.size() > request.limit();
        List<S> shown = more ? oneLonger.subList(0, request.limit()) : oneLonger;
        String next = more
                ? Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(position.apply(shown.getLast()).getBytes(StandardCharsets.UTF_8))
                : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
