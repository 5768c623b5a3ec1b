package vn.dondoc.reporting.indicator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Failure;

/** The figures, latest of each. */
public interface Figures {

    int MOST_FIGURES = 50_000;
    int STRETCH = 1_000;

    /**
     * What to look for; {@code null} does not narrow.
     *
     * @param indicators at least one
     * @param periods none does not narrow
     */
    record Filter(
            Set<String> indicators,
            @Nullable String agency,
            Set<String> periods,
            @Nullable String basis) {

        /** So many can be asked for at once. */
        public static final int MOST_INDICATORS = 100;

        public static final int MOST_PERIODS = 40;

        public static Filter of(String indicator, String agency, String period, String basis) {
            return new Filter(Set.of(indicator), agency, Set.of(period), basis);
        }
    }

    /** One figure of one province. */
    Optional<Figure> find(AccessScope scope, String province, Filter filter);

    /** Of the scope's province, sorted by {@code indicator} and period. */
    Stretch<Figure> list(AccessScope scope, Filter filter, Window window);

    /**
     * All of them, in the order of {@link #list}.
     *
     * @throws Failure.Invalid if they are more than anybody can look at
     */
    default List<Figure> all(AccessScope scope, Filter filter) {
        List<Figure> all = new ArrayList<>();
        @Nullable String after = "";
        while (after != null) {
            Stretch<Figure> stretch = list(scope, filter, new Window("indicator", after, STRETCH, false));
            all.addAll(stretch.items());
            after = stretch.next();
            if (all.size() > MOST_FIGURES) {
                throw new Failure.Invalid("agency", "reporting.export-large", MOST_FIGURES);
            }
        }
        return all;
    }

    /**
     * Takes over each figure unless the same or a later one is known, and counts the {@link #newsSoFar news} of each
     * province.
     *
     * @param figures by key
     * @return keys of those that were news
     */
    Set<String> learn(AccessScope scope, Map<String, Figure> figures);

    /** How often figures of the scope's province were news so far: whoever saw a smaller number looks again. */
    long newsSoFar(AccessScope scope);

    /**
     * Of every province in sight, some at a time.
     *
     * @param after key of the last one seen; empty to begin
     */
    List<Keyed> everything(AccessScope scope, String after, int limit);

    /** The same, one after the other to the last. */
    default void each(AccessScope scope, Consumer<Keyed> of) {
        List<Keyed> some = everything(scope, "", STRETCH);
        while (!some.isEmpty()) {
            some.forEach(of);
            some = everything(scope, some.getLast().key(), STRETCH);
        }
    }

    /** A figure under its key. */
    record Keyed(String key, Figure figure) {}

    /**
     * A figure as it was published.
     *
     * @param key of the figure, over all its revisions
     * @param at when what caused it happened
     * @param cause id of the event that caused it; {@code null} where it was not kept
     */
    record Published(
            String key, Figure figure, Instant at, @Nullable String cause) {

        /** In place of the event that caused a figure: every one was counted again. */
        public static final String RECOUNT = "recount-figures";
    }

    /**
     * Everything that one figure ever was, the earliest first.
     *
     * @throws Failure.Invalid if the filter names no agency, or too much
     */
    List<Published> revisions(AccessScope scope, Filter filter);

    /** Keeps every revision, so that it can be asked later what was known. */
    void remember(AccessScope scope, List<Published> figures);

    /**
     * The figures of one agency as they were known at a moment, in the order of {@link #list}.
     *
     * @throws Failure.Invalid if the filter names no agency
     */
    List<Figure> knownAt(AccessScope scope, Filter filter, Instant moment);
}
