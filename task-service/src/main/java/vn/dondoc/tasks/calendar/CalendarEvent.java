package vn.dondoc.tasks.calendar;

import vn.dondoc.calendar.CalendarYear;

/** What happens to a calendar that others must know. Tasks that follow it say so themselves. */
public sealed interface CalendarEvent {

    record Decided(String province, CalendarYear year) implements CalendarEvent {}
}
