package vn.dondoc.notifications.calendar.messaging;

import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.access.AccessScope;
import vn.dondoc.calendar.CalendarYear;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.calendar.v1.CalendarDecided;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Listens;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.notifications.calendar.Calendars;

/** Learns what provinces decide. */
@Configuration(proxyBeanMethods = false)
class CalendarInbox {

    private static final AccessScope SELF = AccessScope.ofService("learn-calendars");

    private final Calendars calendars;

    CalendarInbox(Calendars calendars) {
        this.calendars = calendars;
    }

    @Listens(Topic.CALENDARS)
    Consumer<Message<?>> calendars(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.CALENDARS).on(CalendarDecided.class, this::decided));
    }

    private void decided(ReceivedEvent<CalendarDecided> event) {
        CalendarDecided it = event.data();
        var year = new CalendarYear(
                it.year(),
                CalendarYear.State.valueOf(it.state()),
                it.decree(),
                Set.copyOf(it.daysOff()),
                Set.copyOf(it.daysWorked()));
        calendars.learn(SELF, it.province(), year, event.sequence());
    }
}
