package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.reporting.report.Period;

/**
 * A reporting regime (chế độ báo cáo): who reports on which form how often, and how long after the data window closes.
 *
 * @param kinds sorts of agency that owe the report
 * @param agencies codes of agencies that owe it by name, whatever their sort
 * @param filingDays calendar days between the end of the window and the last day for filing
 * @param filingDaysOf the same by sort of agency, where a level has a day of its own
 * @param since first day on which a period may be opened
 * @param until last day on which a period may be opened; {@code null} for no end
 * @param opened codes of the periods already opened
 */
public record Regime(
        String code,
        String province,
        String form,
        Period.Frequency frequency,
        Set<String> kinds,
        Set<String> agencies,
        int filingDays,
        Map<String, Integer> filingDaysOf,
        LocalDate since,
        @Nullable LocalDate until,
        List<String> opened) {

    public Regime {
        kinds = Set.copyOf(kinds);
        agencies = Set.copyOf(agencies);
        filingDaysOf = Map.copyOf(filingDaysOf);
        opened = List.copyOf(opened);
    }

    /** The frequencies of periods that were opened. */
    public Set<Period.Frequency> reportedSoFar() {
        return opened.stream()
                .flatMap(it -> Period.find(it).stream())
                .map(Period::frequency)
                .collect(Collectors.toSet());
    }

    /** Whether an agency owes the report of a period that it existed in. */
    public boolean isOwedBy(ReportingAgency agency) {
        return kinds.contains(agency.kind()) || agencies.contains(agency.code());
    }

    /** Days that an agency of a sort has after the data window. */
    public int filingDays(String kind) {
        return filingDaysOf.getOrDefault(kind, filingDays);
    }

    /** The last day for filing in time of an agency of a sort. */
    public LocalDate dueOn(Period period, String kind) {
        return period.windowEnd().plusDays(filingDays(kind));
    }

    public boolean mayOpen(Period period, LocalDate today) {
        return !opened.contains(period.code()) && !today.isBefore(since) && (until == null || !today.isAfter(until));
    }

    /** Remembers that a period was opened, so that who owes a report in it never changes again. */
    public <E> Decision<Regime, E> open(Period period) {
        if (opened.contains(period.code())) {
            return Decision.nothing(this);
        }
        List<String> all = new ArrayList<>(opened);
        all.add(period.code());
        return Decision.quietly(opened(all));
    }

    /** The same rules with the periods that were opened by others. */
    public Regime opened(List<String> periods) {
        return new Regime(
                code, province, form, frequency, kinds, agencies, filingDays, filingDaysOf, since, until, periods);
    }
}
