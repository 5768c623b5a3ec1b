package vn.dondoc.reporting.aggregation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.indicator.v1.Attainment;
import vn.dondoc.contract.indicator.v1.IndicatorComputed;
import vn.dondoc.contract.indicator.v1.TargetSet;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.messaging.RecordedEvent;
import vn.dondoc.reporting.indicator.Fraction;
import vn.dondoc.reporting.indicator.Measure;
import vn.dondoc.reporting.indicator.OverTime;
import vn.dondoc.reporting.report.Period;

/**
 * Keeps every figure of the provinces in its partition.
 *
 * <p>A filing changes its totals at once and marks their figures as due; what is due is computed and published a few
 * times a second, once for all filings since. The marks are a store like the others, so a figure that was due when the
 * process died is published by whoever goes on.
 *
 * <p>The stores hold every contribution and every total. A fact takes out what its report contributed before and puts in
 * what it contributes now, in one step of one transaction: no wrong total is ever seen in between, and the cost of a
 * filing does not depend on how much was filed before. Each contribution carries the sequence of the event it came from
 * and an older one is dropped, so duplicates, late revisions, corrections and withdrawals all end in the same totals,
 * whatever order they come in. Sums are exact decimals, so thousands of corrections leave no drift. The greatest and the
 * least cannot be taken out of a sum; what every report gives to them is kept beside it.
 *
 * <p>A report also counts in the longer periods that its own is part of, for indicators that say how: all reports of the
 * shorter periods, or the last of each agency.
 *
 * <p>Everything of a province is in one partition: its reports, what they are owed, its definitions and its targets. A
 * changed definition is therefore recomputed from the contributions on the spot, and a target that comes later than the
 * figures restates them. Replaying the topics from the start gives the same figures, because nothing else goes in.
 *
 * <p>Keys: {@code contributions} province|form|period|basis|agency; {@code totals} province|indicator|agency|period|basis;
 * {@code extremes} the key of a total|agency|period of a report. What is owed is kept by {@link Expected}.
 */
final class KeepFigures extends ContextualProcessor<String, byte[], String, byte[]> {

    static final String CONTRIBUTIONS = "contributions";
    static final String OWED = "owed";
    static final String TOTALS = "totals";
    static final String EXTREMES = "extremes";
    static final String DEFINITIONS = "definitions";
    static final String PUBLISHED = "published";
    static final String DUE = "due";

    static final String SOURCE = "/reporting-service/aggregation";
    private static final String BOUNDARIES = "OF_PERIOD";
    private static final List<String> BASES = List.of(ReadFacts.FILED, ReadFacts.APPROVED);

    private final JsonMapper json = Contracts.json();
    private final Duration publishEvery;
    private @Nullable Stores stores;

    /** What the figures are kept in. */
    private record Stores(
            Cells.Store contributions,
            Expected expected,
            Cells.Store totals,
            Cells.Store extremes,
            Definitions definitions,
            Cells.Store published,
            Cells.Store due) {}

    KeepFigures(Duration publishEvery) {
        this.publishEvery = publishEvery;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        Cells.Store totals = store(context, TOTALS);
        stores = new Stores(
                store(context, CONTRIBUTIONS),
                new Expected(store(context, OWED), totals),
                totals,
                store(context, EXTREMES),
                new Definitions(store(context, DEFINITIONS)),
                store(context, PUBLISHED),
                store(context, DUE));
        context.schedule(publishEvery, PunctuationType.WALL_CLOCK_TIME, now -> publishDue());
    }

    private static Cells.Store store(ProcessorContext<String, byte[]> context, String name) {
        return new Cells.Store(context.getStateStore(name));
    }

    private Stores stores() {
        return Objects.requireNonNull(stores, "the processor is not initialised");
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Fact fact = json.readValue(record.value(), Fact.class);
        var cause = new Cause(fact.origin(), record.timestamp());
        switch (fact) {
            case Fact.Owed it -> owe(cause, it.slot());
            case Fact.Excused it -> excuse(cause, it.slot());
            case Fact.Filed it ->
                contribute(
                        cause,
                        it.slot(),
                        it.basis(),
                        new Cells.Contribution(it.sequence(), it.slot().ancestors(), it.values(), it.onTime()));
            case Fact.Withdrawn it ->
                contribute(
                        cause,
                        it.slot(),
                        it.basis(),
                        new Cells.Contribution(it.sequence(), it.slot().ancestors(), null, null));
            case Fact.Defined it -> define(cause, it);
            case Fact.OfTarget it -> aim(cause, it);
        }
    }

    /** Why figures change. */
    private record Cause(Fact.Origin origin, long timestamp) {}

    private void owe(Cause cause, Fact.Slot slot) {
        expect(cause, slot, stores().expected().owe(slot));
    }

    private void excuse(Cause cause, Fact.Slot slot) {
        expect(cause, slot, stores().expected().excuse(slot));
    }

    /** More is expected by some agencies, or less. */
    private void expect(Cause cause, Fact.Slot slot, List<String> agencies) {
        List<Measured> indicators = stores().definitions().ofForm(slot.province(), slot.form());
        List<Period> longer = slot.longer();
        for (String agency : agencies) {
            for (Measured indicator : indicators) {
                restate(cause, indicator, agency, slot.period());
                if (indicator.overTime() != OverTime.NONE) {
                    longer.forEach(it -> restate(cause, indicator, agency, it.code()));
                }
            }
        }
    }

    /** Publishes a figure again because more is expected of it; one that nobody reported for yet can wait. */
    private void restate(Cause cause, Measured indicator, String agency, String period) {
        for (String basis : BASES) {
            if (indicator.isOfTheForm() || stores().published().has(figureKey(indicator, agency, period, basis))) {
                markDue(cause, indicator, agency, period, basis);
            }
        }
    }

    private void contribute(Cause cause, Fact.Slot slot, String basis, Cells.Contribution now) {
        String key = contributedBy(slot, slot.period(), basis);
        Optional<Cells.Contribution> before = stores().contributions().get(key, Cells.Contribution.class);
        if (before.isPresent() && before.get().sequence() >= now.sequence()) {
            return;
        }
        List<Measured> indicators = stores().definitions().ofForm(slot.province(), slot.form());
        boolean anyLast = indicators.stream().anyMatch(it -> it.overTime() == OverTime.LAST);
        List<Period> longer = slot.longer();
        Map<String, Last> lastBefore = anyLast ? lastWithin(slot, basis, longer) : Map.of();
        stores().contributions().put(key, now);
        Map<String, Last> lastNow = anyLast ? lastWithin(slot, basis, longer) : Map.of();
        for (Measured indicator : indicators) {
            var own = new Place(indicator, slot.agency(), slot.period(), slot.period(), basis);
            replace(cause, own, before.orElse(null), now);
            for (Period it : longer) {
                switch (indicator.overTime()) {
                    case NONE -> {}
                    case ALL -> replace(cause, own.in(it.code()), before.orElse(null), now);
                    case LAST -> {
                        var last = new Place(indicator, slot.agency(), "", it.code(), basis);
                        replace(cause, last, report(lastBefore.get(it.code())), report(lastNow.get(it.code())));
                    }
                }
            }
        }
    }

    private static String contributedBy(Fact.Slot slot, String period, String basis) {
        return Cells.key(slot.province(), slot.form(), period, basis, slot.agency());
    }

    /** A report that is the last of its agency within a longer period. */
    private record Last(String period, Cells.Contribution report) {}

    /** The last report of an agency within each of some longer periods. */
    private Map<String, Last> lastWithin(Fact.Slot slot, String basis, List<Period> longer) {
        Map<String, Last> last = new LinkedHashMap<>();
        for (Period it : longer) {
            for (String part : slot.parts(it)) {
                stores().contributions()
                        .get(contributedBy(slot, part, basis), Cells.Contribution.class)
                        .filter(report -> report.values() != null)
                        .ifPresent(report -> last.put(it.code(), new Last(part, report)));
            }
        }
        return last;
    }

    private static Cells.@Nullable Contribution report(@Nullable Last last) {
        return last == null ? null : last.report();
    }

    /**
     * Where a report counts.
     *
     * @param agency whose report it is
     * @param of period of the report; empty where only the agency's last counts
     * @param in period of the figure
     */
    private record Place(Measured indicator, String agency, String of, String in, String basis) {

        Place in(String longer) {
            return new Place(indicator, agency, of, longer, basis);
        }
    }

    /** Takes out of the totals of a place what a report gave to them, and puts in what is given now. */
    private void replace(
            Cause cause, Place place, Cells.@Nullable Contribution before, Cells.@Nullable Contribution now) {
        Set<String> ancestors = new LinkedHashSet<>();
        if (now != null) {
            ancestors.addAll(now.ancestors());
        }
        if (before != null) {
            ancestors.addAll(before.ancestors());
        }
        for (String ancestor : ancestors) {
            String key = totalKey(place.indicator(), ancestor, place.in(), place.basis());
            Optional<Measure.Part> out = part(place, before, ancestor);
            Optional<Measure.Part> in = part(place, now, ancestor);
            Measure.Total total = total(key);
            total = out.map(total::minus).orElse(total);
            total = in.map(total::plus).orElse(total);
            stores().totals().put(key, total);
            if (place.indicator().measure() instanceof Measure.Extreme) {
                String given = Cells.key(key, place.agency(), place.of());
                in.ifPresentOrElse(
                        it -> stores().extremes().put(given, it.numerator()),
                        () -> stores().extremes().delete(given));
            }
            markDue(cause, place.indicator(), ancestor, place.in(), place.basis());
        }
    }

    private static Optional<Measure.Part> part(Place place, Cells.@Nullable Contribution report, String ancestor) {
        return report != null && report.ancestors().contains(ancestor)
                ? place.indicator().part(report)
                : Optional.empty();
    }

    /** A definition is new or changed: its totals are made again from the contributions. */
    private void define(Cause cause, Fact.Defined fact) {
        if (!stores().definitions().define(fact)) {
            return;
        }
        Measured indicator = fact.measured();
        markAllDue(cause, indicator);
        String figures = Cells.key(indicator.province(), indicator.code(), "");
        stores().totals()
                .forEach(
                        figures,
                        Measure.Total.class,
                        (key, total) -> stores().totals().put(key, Measure.Total.NOTHING));
        stores().extremes()
                .forEach(
                        figures,
                        BigDecimal.class,
                        (key, given) -> stores().extremes().delete(key));
        if (indicator.overTime() != OverTime.NONE) {
            stores().expected().countWithinAgain(indicator.province(), indicator.form());
        }
        String reports = Cells.key(indicator.province(), indicator.form(), "");
        stores().contributions().forEach(reports, Cells.Contribution.class, (key, report) -> {
            String[] parts = key.split("\\|");
            var slot = new Fact.Slot(parts[0], parts[1], parts[2], parts[4], report.ancestors());
            countAgain(cause, indicator, slot, parts[3], report);
        });
        stores().expected()
                .forEach(
                        indicator.province(),
                        indicator.form(),
                        (agency, period) -> BASES.forEach(basis -> markDue(cause, indicator, agency, period, basis)));
    }

    private void countAgain(Cause cause, Measured indicator, Fact.Slot slot, String basis, Cells.Contribution report) {
        var own = new Place(indicator, slot.agency(), slot.period(), slot.period(), basis);
        replace(cause, own, null, report);
        List<Period> longer = slot.longer();
        switch (indicator.overTime()) {
            case NONE -> {}
            case ALL -> longer.forEach(it -> replace(cause, own.in(it.code()), null, report));
            case LAST ->
                lastWithin(slot, basis, longer).forEach((in, last) -> {
                    if (last.period().equals(slot.period())) {
                        replace(cause, new Place(indicator, slot.agency(), "", in, basis), null, report);
                    }
                });
        }
    }

    private void aim(Cause cause, Fact.OfTarget target) {
        stores().definitions().aim(target).forEach(it -> markAllDue(cause, it));
    }

    private void markAllDue(Cause cause, Measured indicator) {
        String figures = Cells.key(indicator.province(), indicator.code(), "");
        stores().totals().forEach(figures, Measure.Total.class, (key, total) -> {
            String[] parts = key.split("\\|");
            markDue(cause, indicator, parts[2], parts[3], parts[4]);
        });
    }

    private void markDue(Cause cause, Measured indicator, String agency, String period, String basis) {
        stores().due()
                .put(
                        totalKey(indicator, agency, period, basis),
                        new Cells.Due(
                                cause.origin(),
                                cause.timestamp(),
                                indicator.province(),
                                indicator.form(),
                                indicator.code(),
                                agency,
                                period,
                                basis));
    }

    private void publishDue() {
        stores().due().forEach(Cells.Due.class, (key, mark) -> {
            // First, so that a figure that cannot be published is left out once and does not hold up the others.
            stores().due().delete(key);
            stores().definitions().ofForm(mark.province(), mark.form()).stream()
                    .filter(it -> it.code().equals(mark.indicator()))
                    .findFirst()
                    .ifPresent(it -> publish(
                            new Cause(mark.origin(), mark.timestamp()),
                            it,
                            mark.agency(),
                            mark.period(),
                            mark.basis()));
        });
    }

    private void publish(Cause cause, Measured indicator, String agency, String period, String basis) {
        Measure.Total total = counted(indicator, totalKey(indicator, agency, period, basis));
        int expected = stores().expected().of(indicator, agency, period);
        Optional<Fraction> fraction = indicator.measure().fraction(total, expected);
        BigDecimal value = fraction.map(it -> it.rounded(indicator.decimals())).orElse(null);
        String key = figureKey(indicator, agency, period, basis);
        Optional<Cells.Published> last = stores().published().get(key, Cells.Published.class);
        BigDecimal settledBefore = last.map(Cells.Published::settled).orElse(null);
        boolean settles = basis.equals(ReadFacts.APPROVED)
                && value != null
                && total.reported() >= expected
                && stores().expected().isOfOwnPeriod(indicator, agency, period);
        boolean restates = settles && settledBefore != null && settledBefore.compareTo(value) != 0;
        var figure = new IndicatorComputed(
                indicator.code(),
                indicator.name(),
                indicator.province(),
                agency,
                period,
                basis,
                BOUNDARIES,
                value,
                fraction.map(Fraction::numerator).orElse(null),
                fraction.map(Fraction::denominator).orElse(null),
                indicator.unit(),
                total.reported(),
                expected,
                value == null ? List.of() : attainments(indicator, fraction.get(), value),
                last.map(Cells.Published::value).orElse(null),
                indicator.version(),
                restates ? settledBefore : null);
        String fingerprint = fingerprint(figure);
        if (last.isPresent() && last.get().fingerprint().equals(fingerprint)) {
            return;
        }
        long sequence = last.map(Cells.Published::sequence).orElseGet(context()::currentSystemTimeMs) + 1;
        stores().published()
                .put(key, new Cells.Published(sequence, fingerprint, value, settles ? value : settledBefore));
        String data = json.writeValueAsString(figure);
        RecordedEvent event = event(figure, cause, key, sequence, data);
        context()
                .forward(new Record<>(
                        key, data.getBytes(StandardCharsets.UTF_8), cause.timestamp(), CloudEventHeaders.of(event)));
    }

    private Measure.Total total(String key) {
        return stores().totals().get(key, Measure.Total.class).orElse(Measure.Total.NOTHING);
    }

    /** A total, with the greatest or the least in place of a sum where that is meant. */
    private Measure.Total counted(Measured indicator, String key) {
        Measure.Total total = total(key);
        if (!(indicator.measure() instanceof Measure.Extreme extreme)) {
            return total;
        }
        List<BigDecimal> given = new ArrayList<>();
        stores().extremes().forEach(Cells.key(key, ""), BigDecimal.class, (at, it) -> given.add(it));
        return total.standing(extreme, given.stream());
    }

    private List<Attainment> attainments(Measured indicator, Fraction fraction, BigDecimal value) {
        List<Attainment> attainments = new ArrayList<>();
        for (TargetSet target : stores().definitions().targets(indicator.province())) {
            if (target.indicator().equals(indicator.code())) {
                attainments.add(Attainments.of(fraction, value, target));
            }
        }
        attainments.sort(Comparator.comparing(Attainment::year).thenComparing(Attainment::targetId));
        return attainments;
    }

    /** What a reader would notice of a figure; its former value is not part of it. */
    private static String fingerprint(IndicatorComputed it) {
        return it.name()
                + it.value()
                + '/'
                + it.numerator()
                + '/'
                + it.denominator()
                + '/'
                + it.reported()
                + '/'
                + it.expected()
                + it.attainments()
                + it.definitionVersion();
    }

    private static RecordedEvent event(IndicatorComputed figure, Cause cause, String key, long sequence, String data) {
        String type = Contracts.typeOf(IndicatorComputed.class);
        Fact.Origin origin = cause.origin();
        return new RecordedEvent(
                key + "/" + sequence,
                SOURCE,
                key,
                sequence,
                origin.time(),
                Instant.ofEpochMilli(cause.timestamp()),
                origin.traceparent(),
                origin.correlationId(),
                origin.id(),
                new OutgoingEvent(Topic.INDICATORS.topicName(), type, figure.province(), data));
    }

    private static String totalKey(Measured indicator, String agency, String period, String basis) {
        return Cells.key(indicator.province(), indicator.code(), agency, period, basis);
    }

    private static String figureKey(Measured indicator, String agency, String period, String basis) {
        return Cells.key(indicator.code(), agency, period, basis, BOUNDARIES);
    }
}
