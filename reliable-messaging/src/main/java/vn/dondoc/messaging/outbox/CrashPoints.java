package vn.dondoc.messaging.outbox;

/**
 * The named steps between which a process may die. In production nothing happens at them; a crash test stops there and
 * looks at what is left.
 */
@FunctionalInterface
public interface CrashPoints {

    /** Nothing ever happens. */
    CrashPoints NONE = step -> {};

    void reached(Step step);

    /** Between which two things the process stands. */
    enum Step {
        BEFORE_WRITE,
        AFTER_WRITE_BEFORE_NUDGE,
        BEFORE_SEND,
        AFTER_SEND_BEFORE_PRUNE,
        AFTER_PRUNE,
        AFTER_HANDLE_BEFORE_COMMIT
    }
}
