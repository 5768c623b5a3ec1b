package vn.dondoc.contract.report;

import java.util.List;

/** What every event of a report says of it: which report of whom it is, and whose figures include it. */
public interface AboutReport {

    String reportId();

    String province();

    String form();

    String period();

    String agency();

    /** Agencies whose figures include this report's, as of the opening of the period. */
    List<String> ancestors();
}
