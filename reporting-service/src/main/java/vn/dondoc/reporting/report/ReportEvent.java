package vn.dondoc.reporting.report;

import org.jspecify.annotations.Nullable;

/** What happens to a report that others must know. */
public sealed interface ReportEvent {

    /** The report after it happened. */
    Report report();

    record ReportRequested(Report report) implements ReportEvent {}

    record ReportSubmitted(Report report) implements ReportEvent {}

    /** A later revision was filed; there is no reason of its own if the one before had been returned or withdrawn. */
    record ReportCorrected(Report report, @Nullable String reason) implements ReportEvent {}

    /** The agency took its filing back. */
    record ReportWithdrawn(Report report, String reason) implements ReportEvent {}

    record ReportReturned(Report report, String reason) implements ReportEvent {}

    /** One of those who approve it one after the other did, and not the last. */
    record ReportPassed(Report report) implements ReportEvent {}

    record ReportApproved(Report report) implements ReportEvent {}

    /** The agency need not report. */
    record ReportExcused(Report report, String reason) implements ReportEvent {}
}
