package vn.dondoc.aggregate;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next encoded {@link Position} after which the list goes on; {@code null} at its end
 * @param total how many there are in all; {@code null} where nobody asked
 */
public record Stretch<T>(
        List<T> items, @Nullable String next, @Nullable Long total) {

    public Stretch {
        items = List.copyOf(items);
    }

    /** The wanted part of what is at hand as a whole, in the order it is in. */
    public static <T> Stretch<T> of(List<T> all, Window window, Function<T, String> id) {
        int from = 0;
        if (!window.after().isEmpty()) {
            String last = Position.decode(window.after()).id();
            while (from < all.size() && !id.apply(all.get(from)).equals(last)) {
                from++;
            }
            from = Math.min(all.size(), from + 1);
        }
        int to = Math.min(all.size(), from + window.limit());
        String next = to < all.size() ? Position.ofId(id.apply(all.get(to - 1))) : null;
        return new Stretch<>(all.subList(from, to), next, window.counted() ? (long) all.size() : null);
    }

    public <R> Stretch<R> map(Function<? super T, ? extends R> view) {
        return new Stretch<>(items.stream().<R>map(view).toList(), next, total);
    }
}
