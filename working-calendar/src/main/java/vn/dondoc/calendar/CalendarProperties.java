package vn.dondoc.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The days off that are shipped, per year.
 *
 * @param years what is known of each year; one that is missing is computed
 */
@ConfigurationProperties("dondoc.calendar")
public record CalendarProperties(@DefaultValue Map<Integer, Year> years) {

    /**
     * One year.
     *
     * @param daysOff days or spans of days, written from/to; the word "off" alone would be a truth value in YAML
     * @param worked Saturdays and Sundays worked in exchange
     */
    public record Year(
            @DefaultValue("PROPOSED") CalendarYear.State state,
            @Nullable String decree,
            @DefaultValue List<String> daysOff,
            @DefaultValue List<LocalDate> worked) {}

    /** By year. */
    public Map<Integer, CalendarYear> shipped() {
        Map<Integer, CalendarYear> shipped = new TreeMap<>();
        years.forEach((year, it) -> shipped.put(
                year, new CalendarYear(year, it.state(), it.decree(), days(it.daysOff()), Set.copyOf(it.worked()))));
        return shipped;
    }

    private static Set<LocalDate> days(List<String> spans) {
        return spans.stream()
                .flatMap(span -> {
                    String[] ends = span.split("/");
                    LocalDate from = LocalDate.parse(ends[0]);
                    return from.datesUntil(
                                    LocalDate.parse(ends[ends.length - 1]).plusDays(1))
                            .filter(day -> !CalendarYear.isWeekend(day));
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
