package vn.dondoc.documents.agency;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A province within one set of boundaries.
 *
 * @param code ISO 3166-2, such as {@code VN-22}; the merged province goes on under the code of the one it is named after
 * @param name without its kind, such as {@code Nghệ An}
 * @param kind tỉnh or thành phố
 * @param validTo last day; {@code null} while these are its boundaries
 * @param successors codes of the provinces that hold its land after its last day; empty while it goes on
 */
public record Province(
        String code,
        String name,
        String kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> successors) {

    public Province {
        successors = List.copyOf(successors);
    }

    /** Whether it stood within these boundaries on {@code day}. */
    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
