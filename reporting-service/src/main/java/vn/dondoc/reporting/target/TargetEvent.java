package vn.dondoc.reporting.target;

/** What happens to a target. */
public sealed interface TargetEvent {

    /** It was tied to an indicator and can be held against its figures. */
    record TargetTied(Target target) implements TargetEvent {}
}
