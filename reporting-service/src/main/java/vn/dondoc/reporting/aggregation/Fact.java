package vn.dondoc.reporting.aggregation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.indicator.v1.IndicatorDefined;
import vn.dondoc.contract.indicator.v1.TargetSet;
import vn.dondoc.reporting.report.Period;

/** What the aggregation needs to know of an event, on its way to the one place that keeps its province's figures. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Owed.class, name = "owed"),
    @JsonSubTypes.Type(value = Fact.Filed.class, name = "filed"),
    @JsonSubTypes.Type(value = Fact.Withdrawn.class, name = "withdrawn"),
    @JsonSubTypes.Type(value = Fact.Defined.class, name = "defined"),
    @JsonSubTypes.Type(value = Fact.Aimed.class, name = "aimed"),
    @JsonSubTypes.Type(value = Fact.Dropped.class, name = "dropped"),
    @JsonSubTypes.Type(value = Fact.Excused.class, name = "excused")
})
sealed interface Fact {

    /** Where the event came from, for the envelope of the figures it causes. */
    record Origin(
            String id,
            Instant time,
            String correlationId,
            @Nullable String traceparent) {}

    /** One report: who, for what, and whose figures include it. */
    record Slot(String province, String form, String period, String agency, List<String> ancestors) {

        /** Longer periods that its period is part of; none if it is not one of ours. */
        List<Period> longer() {
            return Period.find(period).map(Period::longer).orElse(List.of());
        }

        /** The periods of the kind of its own that a longer one consists of. */
        List<String> parts(Period longer) {
            return Period.find(period).map(own -> longer.parts(own.frequency())).orElse(List.of()).stream()
                    .map(Period::code)
                    .toList();
        }
    }

    Origin origin();

    /** An agency need not report, and is expected no longer. */
    record Excused(Origin origin, Slot slot) implements Fact {}

    /** An agency owes a report. */
    record Owed(Origin origin, Slot slot) implements Fact {}

    /**
     * A report counts on a basis with these values.
     *
     * @param sequence of the report's event; the latest wins
     * @param onTime {@code null} where it was not said
     */
    record Filed(
            Origin origin,
            Slot slot,
            String basis,
            long sequence,
            Map<String, BigDecimal> values,
            @Nullable Boolean onTime)
            implements Fact {}

    /** A report no longer counts on a basis. */
    record Withdrawn(Origin origin, Slot slot, String basis, long sequence) implements Fact {}

    record Defined(Origin origin, long sequence, IndicatorDefined indicator) implements Fact {

        Measured measured() {
            return Measured.of(indicator, sequence);
        }
    }

    /** What a target says, for the figures of one indicator. */
    sealed interface OfTarget extends Fact {

        long sequence();

        String province();

        String targetId();

        String indicator();
    }

    record Aimed(Origin origin, long sequence, TargetSet target) implements OfTarget {

        @Override
        public String province() {
            return target.province();
        }

        @Override
        public String targetId() {
            return target.targetId();
        }

        @Override
        public String indicator() {
            return target.indicator();
        }
    }

    /** A target holds no longer. */
    record Dropped(Origin origin, long sequence, String province, String targetId, String indicator)
            implements OfTarget {}
}
