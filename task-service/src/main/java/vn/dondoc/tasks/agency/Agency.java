package vn.dondoc.tasks.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency.
 *
 * @param parent agency that it belongs to
 * @param supervisor agency that is told when it is late
 * @param accountable post of who answers for it (người đứng đầu)
 * @param ancestors parent, its parent, and so on
 */
public record Agency(
        String code,
        String name,
        String province,
        @Nullable String parent,
        @Nullable String supervisor,
        String accountable,
        List<String> ancestors) {

    public Agency {
        ancestors = List.copyOf(ancestors);
    }

    /** Whether {@code superior} may have it do a part of its own work. */
    public boolean isUnder(String superior) {
        return ancestors.contains(superior) || superior.equals(supervisor);
    }
}
