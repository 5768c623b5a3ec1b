package vn.dondoc.documents.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;

/** The catalogue, within a scope. */
public interface Agencies {

    Optional<Versioned<Agency>> find(AccessScope scope, String code);

    /** In code order, after {@code afterCode}. */
    List<Versioned<Agency>> list(AccessScope scope, String afterCode, int limit);

    /** Every agency of one province. */
    List<Agency> ofProvince(AccessScope scope, String province);

    /** The agencies that {@code value} stood for on {@code day}, by their key or by a code of any scheme. */
    List<Agency> called(AccessScope scope, String value, LocalDate day);

    /** Adds an agency, or replaces what was known of it. */
    Receipt register(AccessScope scope, Agency agency, Command command);

    /** The same for many agencies of one province at once. */
    void registerAll(AccessScope scope, String province, List<Agency> agencies, Command command);

    /** Gives an agency its last day; nothing happens if it has that one already. */
    Receipt end(AccessScope scope, String code, LocalDate lastDay, Command command);
}
