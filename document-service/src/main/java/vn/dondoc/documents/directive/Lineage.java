package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a directive stands on, and what stands on it.
 *
 * @param up what it cites; a document that is not registered is a placeholder until it arrives
 * @param down registered directives that cite it
 */
public record Lineage(List<Link> up, List<Link> down) {

    public Lineage {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /**
     * One document related to another.
     *
     * @param directiveId {@code null} for a placeholder
     * @param role what the cited document is to the citing one
     */
    public record Link(
            @Nullable String directiveId,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer,
            @Nullable String type,
            Citation.Role role,
            String text) {}
}
