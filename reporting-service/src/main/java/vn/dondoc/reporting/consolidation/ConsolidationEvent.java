package vn.dondoc.reporting.consolidation;

/** What happens to a consolidated report that others must know. */
public sealed interface ConsolidationEvent {

    SentReport report();

    record Sent(SentReport report) implements ConsolidationEvent {}

    /** @param by code of the agency that confirmed it */
    record Received(SentReport report, String by) implements ConsolidationEvent {}
}
