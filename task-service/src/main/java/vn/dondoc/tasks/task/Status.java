package vn.dondoc.tasks.task;

/** The name of a {@link State}, for lists and for those outside. */
public enum Status {
    ASSIGNED,
    ACCEPTED,
    RETURNED,
    MISADDRESSED,
    COMPLETED,
    VERIFIED,
    WITHDRAWN,
    SUPERSEDED,
    HANDED_OVER;

    public static Status of(State state) {
        return switch (state) {
            case State.Assigned it -> ASSIGNED;
            case State.Accepted it -> ACCEPTED;
            case State.Returned it -> RETURNED;
            case State.Misaddressed it -> MISADDRESSED;
            case State.Reported it -> COMPLETED;
            case State.Verified it -> VERIFIED;
            case State.Withdrawn it -> WITHDRAWN;
            case State.Superseded it -> SUPERSEDED;
            case State.HandedOver it -> HANDED_OVER;
        };
    }
}
