package vn.dondoc.reporting.indicator;

/** What happens to an indicator's definition. */
public sealed interface IndicatorEvent {

    record IndicatorDefined(Indicator indicator) implements IndicatorEvent {}
}
