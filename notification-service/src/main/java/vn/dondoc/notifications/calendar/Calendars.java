package vn.dondoc.notifications.calendar;

import vn.dondoc.access.AccessScope;
import vn.dondoc.calendar.CalendarYear;
import vn.dondoc.calendar.WorkingCalendar;

/** The working days of each province: what it decided, else what is shipped, else what the Labour Code gives. */
public interface Calendars {

    /** As it was a moment ago. */
    WorkingCalendar of(AccessScope scope, String province);

    /** Takes over what a province decided, unless something later is already known. */
    void learn(AccessScope scope, String province, CalendarYear year, long sequence);
}
