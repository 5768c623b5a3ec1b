package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency as far as reporting needs it.
 *
 * @param ancestors agencies whose figures include its own, nearest first
 */
public record ReportingAgency(
        String code,
        String name,
        String province,
        String kind,
        List<String> ancestors,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public ReportingAgency {
        ancestors = List.copyOf(ancestors);
    }

    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
