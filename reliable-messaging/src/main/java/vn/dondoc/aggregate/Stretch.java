package vn.dondoc.aggregate;

import java.util.Comparator;
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

    /** Nothing, because nothing that was asked for is in sight. */
    public static <T> Stretch<T> nothing(Window window) {
        return new Stretch<>(List.of(), null, window.counted() ? 0L : null);
    }

    /**
     * The wanted part of what is at hand as a whole, by an order and then by id. It goes on behind where the last row stood,
     * wherever that row stands now.
     *
     * @param order what the list is sorted by, as text that sorts so; the greatest first if the name of the order has a minus
     */
    public static <T> Stretch<T> of(List<T> all, Window window, Function<T, String> order, Function<T, String> id) {
        Comparator<String> direction =
                window.sort().startsWith("-") ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<Position> positions =
                Comparator.comparing(Position::order, direction).thenComparing(Position::id);
        Function<T, Position> place = it -> new Position(order.apply(it), id.apply(it));
        Position last = window.after().isEmpty() ? null : Position.decode(window.after());
        List<T> beyond = all.stream()
                .filter(it -> last == null || positions.compare(place.apply(it), last) > 0)
                .sorted(Comparator.comparing(place, positions))
                .toList();
        List<T> shown = beyond.subList(0, Math.min(window.limit(), beyond.size()));
        String next =
                shown.size() < beyond.size() ? place.apply(shown.getLast()).encode() : null;
        return new Stretch<>(shown, next, window.counted() ? (long) all.size() : null);
    }

    public <R> Stretch<R> map(Function<? super T, ? extends R> view) {
        return new Stretch<>(items.stream().<R>map(view).toList(), next, total);
    }
}
