package vn.dondoc.reporting.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;

/** The figures, latest of each. */
public interface Figures {

    /** What to look for; {@code null} does not narrow. */
    record Filter(
            @Nullable String indicator,
            @Nullable String agency,
            @Nullable String period,
            @Nullable String basis) {}

    List<Figure> find(AccessScope scope, Filter filter);

    /**
     * Takes over a figure unless the same or a later one is known.
     *
     * @return whether it was news
     */
    boolean learn(AccessScope scope, String key, Figure figure);
}
