package vn.dondoc.reporting.indicator;

/** Which reports a figure counts: those filed (đã nộp), or only those approved (đã duyệt). */
public enum Basis {
    FILED,
    APPROVED
}
