package vn.dondoc.reporting.export;

import java.util.List;
import java.util.Map;
import vn.dondoc.reporting.indicator.Figure;

/**
 * Figures that are taken away.
 *
 * @param agencies names by code, of those whose figures they are
 */
public record Exported(List<Figure> figures, Map<String, String> agencies) {

    public Exported {
        figures = List.copyOf(figures);
        agencies = Map.copyOf(agencies);
    }

    /** The name of whose figure it is; the code where the catalogue has none. */
    String agency(Figure figure) {
        return agencies.getOrDefault(figure.agency(), figure.agency());
    }
}
