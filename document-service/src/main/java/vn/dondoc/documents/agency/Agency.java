package vn.dondoc.documents.agency;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that can be addressed, from its first day to its last.
 *
 * @param code stable within this system, such as {@code VN-22.snv}
 * @param province code of its province, such as {@code VN-22}
 * @param parent whose figures include this agency's
 * @param supervisor who is told when this agency is late
 * @param mailbox the office's own, never a person's
 * @param aliases other names it goes by in documents
 * @param validTo last day; {@code null} while it exists
 */
public record Agency(
        String code,
        String name,
        String province,
        AgencyKind kind,
        @Nullable String parent,
        @Nullable String supervisor,
        @Nullable String mailbox,
        List<String> aliases,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public Agency {
        aliases = List.copyOf(aliases);
    }

    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
