package vn.dondoc.reporting.indicator;

/** How the figures of a longer period, such as a year, come from the reports of shorter ones, such as its quarters. */
public enum OverTime {
    /** They do not: only reports of the period itself count. */
    NONE,
    /** All reports of the shorter periods count: persons served in a year. */
    ALL,
    /** Of each agency, the last report counts: persons employed at the end of a year. */
    LAST
}
