package vn.dondoc.reporting.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clause that asks for a report, on its own or as part of another (lồng ghép).
 *
 * @param period the instance it names; {@code null} for every period from then on
 * @param agencies codes of those it asks
 */
public record Demand(
        String province,
        String directiveId,
        @Nullable String directiveNumber,
        String clause,
        String text,
        @Nullable String period,
        @Nullable String embeddedIn,
        List<String> agencies) {

    public Demand {
        agencies = List.copyOf(agencies);
    }

    /** Whether a report of this agency for this period answers it. */
    public boolean isAnsweredBy(String agency, String reportPeriod) {
        return agencies.contains(agency) && (period == null || period.equals(reportPeriod));
    }
}
