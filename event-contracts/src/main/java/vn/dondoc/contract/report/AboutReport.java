package vn.dondoc.contract.report;

import java.util.List;
import vn.dondoc.contract.OfProvince;

/** What every event of a report says of it: which report of whom it is, and whose figures include it. */
public interface AboutReport extends OfProvince {

    String reportId();

    String form();

    String period();

    @Override
    String province();

    String agency();

    @Override
    default List<String> agencies() {
        return List.of(agency());
    }

    /** Agencies whose figures include this report's, as of the opening of the period. */
    List<String> ancestors();
}
