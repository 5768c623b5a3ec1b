package vn.dondoc.tasks.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Days off as they were decided, per year: data, so that the next decision is not a release.
 *
 * @param years by year; {@code off} as single days or {@code from/to} spans in ISO dates
 */
@ConfigurationProperties("dondoc.calendar")
public record CalendarProperties(@Nullable Map<Integer, Year> years) {

    /** One decided year. */
    public record Year(@Nullable List<String> off, @Nullable List<LocalDate> worked) {}

    WorkingCalendar toCalendar() {
        Map<Integer, WorkingCalendar.YearDecision> decided = new LinkedHashMap<>();
        if (years != null) {
            years.forEach((year, it) -> decided.put(
                    year,
                    new WorkingCalendar.YearDecision(
                            it.off() == null ? Set.of() : days(it.off()),
                            it.worked() == null ? Set.of() : Set.copyOf(it.worked()))));
        }
        return new WorkingCalendar(decided);
    }

    private static Set<LocalDate> days(List<String> spans) {
        return spans.stream()
                .flatMap(span -> {
                    String[] ends = span.split("/");
                    LocalDate from = LocalDate.parse(ends[0]);
                    return from.datesUntil(
                            LocalDate.parse(ends[ends.length - 1]).plusDays(1));
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
