package vn.dondoc.tasks.calendar.messaging;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.calendar.CalendarYear;
import vn.dondoc.contract.calendar.v1.CalendarDecided;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.tasks.calendar.CalendarEvent;

@Component
class CalendarEventEncoder implements EventEncoder<CalendarEvent> {

    @Override
    public OutgoingEvent encode(String id, CalendarEvent event) {
        CalendarEvent.Decided it = (CalendarEvent.Decided) event;
        CalendarYear year = it.year();
        var data = new CalendarDecided(
                it.province(),
                year.year(),
                year.state().name(),
                year.decree(),
                List.copyOf(year.off()),
                List.copyOf(year.worked()));
        return OutgoingEvent.of(it.province(), data);
    }
}
