package vn.dondoc.tasks.calendar;

import java.util.Optional;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.calendar.CalendarYear;
import vn.dondoc.calendar.WorkingCalendar;

/** The working days of each province: what it decided, else what is shipped, else what the Labour Code gives. */
public interface Calendars {

    /** As it is now; a change made elsewhere is seen a second later. */
    WorkingCalendar of(AccessScope scope, String province);

    /** Reads anew what {@link #of} keeps for a second. */
    void refresh(AccessScope scope, String province);

    /** What the province of the caller decided for a year, if it did. */
    Optional<Versioned<CalendarYear>> find(AccessScope scope, int year);

    /** Decides a year; deadlines that rest on it follow. */
    Receipt decide(AccessScope scope, CalendarYear year, Command command);
}
