package vn.dondoc.documents.format.edxml;

/** Whether a document directs; the code on the wire is the ordinal, and 0 what some programs write for none. */
public enum SteeringType {
    UNSAID,
    NOT_STEERING,
    STEERING,
    REPORT_ON_STEERING
}
