package vn.dondoc.contract.calendar.v1;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("A province decided which days of a year it works.")
@EventType(value = "vn.dondoc.calendar.decided.v1", on = Topic.CALENDARS)
public record CalendarDecided(
        @Meaning("code") String province,
        int year,

        @Meaning("COMPUTED, PROPOSED or CONFIRMED: how sure it is")
        String state,

        @Meaning("the act that it rests on") @Nullable String decree,

        @Meaning("days off other than Saturdays and Sundays")
        List<LocalDate> daysOff,

        @Meaning("Saturdays and Sundays worked in exchange") List<LocalDate> daysWorked) {
    public CalendarDecided {
        daysOff = List.copyOf(daysOff);
        daysWorked = List.copyOf(daysWorked);
    }
}
