package vn.dondoc.tasks.task;

/** The classes of time limit (Quyết định 42/2014/QĐ-TTg and practice). Only a dated task can fall overdue. */
public enum TimeLimitClass {
    DATED,
    RECURRING,
    CONTINUOUS,
    ROADMAP,
    UNDATED
}
