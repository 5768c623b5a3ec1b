package vn.dondoc.reporting.target;

/** What happens to a target. */
public sealed interface TargetEvent {

    /** It was tied to an indicator and can be held against its figures. */
    record TargetTied(Target target) implements TargetEvent {}

    /** It was held against figures and is no longer. */
    record TargetDropped(Target target, String reason) implements TargetEvent {}
}
