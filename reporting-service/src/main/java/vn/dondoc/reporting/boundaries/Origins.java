package vn.dondoc.reporting.boundaries;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import vn.dondoc.access.AccessScope;
import vn.dondoc.reporting.obligation.ReportingAgencies;
import vn.dondoc.reporting.obligation.Succession;
import vn.dondoc.reporting.obligation.Successions;

/**
 * What an agency of today was on an earlier day.
 *
 * @param whole agencies of that day that it is made of, each as a whole
 * @param divided agencies of that day of which others became part as well
 */
record Origins(Set<String> whole, Set<String> divided) {

    static Origins of(
            AccessScope scope, String agency, LocalDate day, ReportingAgencies agencies, Successions successions) {
        var found = new Origins(new LinkedHashSet<>(), new LinkedHashSet<>());
        found.collect(scope, agency, day, false, new LinkedHashSet<>(), agencies, successions);
        return found;
    }

    /** @param split whether others took over of it too */
    private void collect(
            AccessScope scope,
            String agency,
            LocalDate day,
            boolean split,
            Set<String> seen,
            ReportingAgencies agencies,
            Successions successions) {
        if (!seen.add(agency)) {
            return;
        }
        if (agencies.find(scope, agency).filter(it -> it.existsOn(day)).isPresent()) {
            (split ? divided : whole).add(agency);
        }
        for (Succession it : successions.into(scope, agency)) {
            if (it.on().isAfter(day)) {
                it.from()
                        .forEach(from -> collect(scope, from, day, split || it.isSplit(), seen, agencies, successions));
            }
        }
    }
}
