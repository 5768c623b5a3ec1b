package vn.dondoc.reporting.indicator;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.report.Period;

/** How the figures of a longer period, such as a year, come from the reports of shorter ones, such as its quarters. */
public enum OverTime {
    /** They do not: only reports of the period itself count. */
    NONE,
    /** All reports of the shorter periods count: persons served in a year. */
    ALL,
    /** Of each agency, the last report counts: persons employed at the end of a year. */
    LAST;

    /**
     * What is wrong with such figures of a form that is reported on at several frequencies: they would count twice.
     *
     * @param pointer to what would cause it
     * @param reported how often the form is reported on
     */
    public static Optional<Failure.Field> mixed(String pointer, String form, Collection<Period.Frequency> reported) {
        return reported.size() < 2
                ? Optional.empty()
                : Optional.of(new Failure.Field(
                        pointer,
                        "reporting.over-time-mixed",
                        form,
                        reported.stream().sorted().map(Enum::name).collect(Collectors.joining(", "))));
    }
}
