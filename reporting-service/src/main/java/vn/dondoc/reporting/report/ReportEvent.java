package vn.dondoc.reporting.report;

/** What happens to a report that others must know. */
public sealed interface ReportEvent {

    /** The report after it happened. */
    Report report();

    record ReportRequested(Report report) implements ReportEvent {}

    record ReportSubmitted(Report report) implements ReportEvent {}

    /** A later revision was filed. */
    record ReportCorrected(Report report) implements ReportEvent {}

    record ReportReturned(Report report, String reason) implements ReportEvent {}

    record ReportApproved(Report report) implements ReportEvent {}
}
