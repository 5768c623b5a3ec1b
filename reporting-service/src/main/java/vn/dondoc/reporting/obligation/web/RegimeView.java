package vn.dondoc.reporting.obligation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.obligation.Regime;
import vn.dondoc.reporting.report.Period;

/**
 * As it is shown: a reporting regime (chế độ báo cáo): who reports on which form how often, and how long after the data window closes.
 *
 * @param kinds sorts of agency that owe the report
 * @param agencies codes of agencies that owe it by name, whatever their sort
 * @param filingDays calendar days between the end of the window and the last day for filing
 * @param filingDaysOf the same by sort of agency, where a level has a day of its own
 * @param since first day on which a period may be opened
 * @param until last day on which a period may be opened; {@code null} for no end
 * @param opened codes of the periods already opened
 */
record RegimeView(
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

    static RegimeView of(Regime it) {
        return new RegimeView(
                it.code(),
                it.province(),
                it.form(),
                it.frequency(),
                it.kinds(),
                it.agencies(),
                it.filingDays(),
                it.filingDaysOf(),
                it.since(),
                it.until(),
                it.opened());
    }
}
