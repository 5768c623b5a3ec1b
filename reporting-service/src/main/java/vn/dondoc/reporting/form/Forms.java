package vn.dondoc.reporting.form;

import java.util.Optional;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;

/** The forms of a province. */
public interface Forms {

    Optional<Versioned<ReportForm>> find(AccessScope scope, String province, String code);

    /** Adds a form, or replaces it. */
    Receipt define(AccessScope scope, ReportForm form, Command command);
}
