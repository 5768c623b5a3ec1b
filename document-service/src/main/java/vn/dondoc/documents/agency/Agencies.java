package vn.dondoc.documents.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.SearchWords;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;

/** The catalogue, within a scope. */
public interface Agencies {

    Optional<Versioned<Agency>> find(AccessScope scope, String code);

    /**
     * What to look for; {@code null} does not narrow.
     *
     * @param words that all occur among its code, names and aliases, with or without diacritics
     * @param on a day on which it exists
     */
    record Filter(
            @Nullable String words,
            @Nullable AgencyKind kind,
            @Nullable String parent,
            @Nullable String supervisor,
            @Nullable LocalDate on) {

        public boolean matches(Agency it) {
            return SearchWords.in(it.code(), it.name(), String.join(" ", it.aliases()))
                            .containsAll(SearchWords.in(words))
                    && (kind == null || kind == it.kind())
                    && (parent == null || parent.equals(it.parent()))
                    && (supervisor == null || supervisor.equals(it.supervisor()))
                    && (on == null || it.existsOn(on));
        }
    }

    /** Sorted by {@code code} or {@code name}; with {@code -} from the end. */
    Stretch<Versioned<Agency>> list(AccessScope scope, Filter filter, Window window);

    /** Every agency of one province. */
    List<Agency> ofProvince(AccessScope scope, String province);

    /** Whom phrases name in the province of a scope. */
    default AgencyGroups groups(AccessScope scope) {
        return new AgencyGroups(ofProvince(scope, scope.province()));
    }

    /** The agencies that {@code value} stood for on {@code day}, by their key or by a code of any scheme. */
    List<Agency> called(AccessScope scope, String value, LocalDate day);

    /**
     * Adds an agency, or replaces what was known of it.
     *
     * @param refuse throws if it may not be; not asked for a retry
     */
    Receipt register(AccessScope scope, Agency agency, Command command, Runnable refuse);

    /** The same for many agencies of one province at once. */
    void registerAll(AccessScope scope, String province, List<Agency> agencies, Command command);

    /** Gives an agency its last day; nothing happens if it has that one already. */
    Receipt end(AccessScope scope, String code, LocalDate lastDay, Command command);
}
