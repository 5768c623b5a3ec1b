package vn.dondoc.tasks.task;

/** What kind of time limit a duty has. Only DATED can be overdue; AWAITED counts from what has not happened yet. */
public enum TimeLimitClass {
    DATED,
    RECURRING,
    CONTINUOUS,
    ROADMAP,
    AWAITED,
    UNDATED
}
