package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.reporting.report.Period;

/**
 * A reporting regime (chế độ báo cáo): who reports on which form how often, and how long after the data window closes.
 *
 * @param kinds sorts of agency that owe the report
 * @param filingDays calendar days between the end of the window and the last day for filing
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
        int filingDays,
        LocalDate since,
        @Nullable LocalDate until,
        List<String> opened) {

    public Regime {
        kinds = Set.copyOf(kinds);
        opened = List.copyOf(opened);
    }

    public LocalDate dueOn(Period period) {
        return period.windowEnd().plusDays(filingDays);
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
        return Decision.quietly(new Regime(code, province, form, frequency, kinds, filingDays, since, until, all));
    }
}
