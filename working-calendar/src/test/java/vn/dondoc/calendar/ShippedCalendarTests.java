package vn.dondoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class ShippedCalendarTests {

    @Test
    void everyShippedYearHasOnlyWeekdaysOffAndWeekendsWorked() throws IOException {
        Map<Integer, CalendarYear> shipped = shipped();
        assertThat(shipped).containsKeys(2021, 2022, 2023, 2024, 2025, 2026, 2027);
        shipped.forEach((year, it) -> {
            assertThat(it.off()).allMatch(day -> day.getYear() == year && !CalendarYear.isWeekend(day));
            assertThat(it.worked()).allMatch(day -> day.getYear() == year && CalendarYear.isWeekend(day));
            assertThat(it.state() == CalendarYear.State.CONFIRMED).isEqualTo(it.decree() != null);
        });
    }

    @Test
    void whatIsShippedAsComputedIsWhatTheRuleGives() throws IOException {
        assertThat(shipped().get(2027)).isEqualTo(LabourCodeHolidays.year(2027));
    }

    private static Map<Integer, CalendarYear> shipped() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("dondoc-calendar", new ClassPathResource("dondoc-calendar.yml"))
                .forEach(environment.getPropertySources()::addLast);
        return new Binder(ConfigurationPropertySources.get(environment))
                .bind("dondoc.calendar", CalendarProperties.class)
                .get()
                .shipped();
    }
}
