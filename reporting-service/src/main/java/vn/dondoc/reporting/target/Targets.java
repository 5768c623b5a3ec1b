package vn.dondoc.reporting.target;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;

/** The targets in sight. */
public interface Targets {

    List<Versioned<Target>> ofProvince(AccessScope scope, String province);

    /**
     * What to look for; {@code null} does not narrow.
     *
     * @param tied whether an indicator measures it
     * @param words that all occur in name and text, with or without diacritics
     */
    record Filter(
            @Nullable String directiveId,
            @Nullable String indicator,
            @Nullable Boolean tied,
            @Nullable String year,
            @Nullable String words) {}

    /** Sorted by {@code directive} and clause, or by {@code name}; with {@code -} from the end. */
    Stretch<Versioned<Target>> list(AccessScope scope, Filter filter, Window window);

    Optional<Versioned<Target>> find(AccessScope scope, String id);

    /** Keeps a target that a person sets. */
    Receipt create(AccessScope scope, Target target, Command command);

    /** Keeps a target as it was decided; one already there is left alone. */
    void keep(AccessScope scope, Target target, Decision<Target, TargetEvent> decision);

    List<Versioned<Target>> ofDirective(AccessScope scope, String directiveId);

    Receipt change(
            AccessScope scope, String id, Command command, Function<Target, Decision<Target, TargetEvent>> decide);
}
