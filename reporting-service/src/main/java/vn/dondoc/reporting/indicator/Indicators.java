package vn.dondoc.reporting.indicator;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;

/** Definitions of indicators, within a scope. */
public interface Indicators {

    Optional<Versioned<Indicator>> find(AccessScope scope, String province, String code);

    /**
     * Of the scope's province, sorted by {@code code}; with {@code -} from the end.
     *
     * @param form whose elements they use; {@code null} for all
     * @param words that all occur in code, name and synonyms, with or without diacritics; {@code null} for all
     */
    Stretch<Versioned<Indicator>> list(AccessScope scope, @Nullable String form, @Nullable String words, Window window);

    List<Indicator> ofProvince(AccessScope scope, String province);

    /** Adds an indicator, or replaces its definition; figures are computed again. */
    Receipt define(AccessScope scope, Indicator indicator, Command command);
}
