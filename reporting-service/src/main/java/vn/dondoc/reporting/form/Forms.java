package vn.dondoc.reporting.form;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;

/** The forms of a province. */
public interface Forms {

    Optional<Versioned<ReportForm>> find(AccessScope scope, String province, String code);

    /**
     * Of the scope's province, sorted by {@code code}; with {@code -} from the end.
     *
     * @param words that all occur in code and name, with or without diacritics; {@code null} for all
     */
    Stretch<Versioned<ReportForm>> list(AccessScope scope, @Nullable String words, Window window);

    /** Adds a form, or replaces it. */
    Receipt define(AccessScope scope, ReportForm form, Command command);
}
