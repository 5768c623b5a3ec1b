package vn.dondoc.reporting.aggregation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.indicator.v1.Attainment;
import vn.dondoc.contract.indicator.v1.IndicatorComputed;
import vn.dondoc.contract.indicator.v1.IndicatorDefined;
import vn.dondoc.contract.indicator.v1.TargetSet;
import vn.dondoc.contract.indicator.v1.Term;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.messaging.RecordedEvent;
import vn.dondoc.reporting.indicator.Indicator;

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
 * whatever order they come in. Sums are exact decimals, so ten thousand corrections leave no drift.
 *
 * <p>Everything of a province is in one partition: its reports, what they are owed, its definitions and its targets. A
 * changed definition is therefore recomputed from the contributions on the spot, and a target that comes later than the
 * figures restates them. Replaying the topics from the start gives the same figures, because nothing else goes in.
 *
 * <p>Keys: {@code contributions} province|form|period|basis|agency; {@code owed} province|form|period|agency; {@code
 * totals} province|indicator|agency|period|basis, and the same with the number of reports owed under basis "OWED".
 */
final class KeepFigures extends ContextualProcessor<String, byte[], String, byte[]> {

    static final String CONTRIBUTIONS = "contributions";
    static final String OWED = "owed";
    static final String TOTALS = "totals";
    static final String DEFINITIONS = "definitions";
    static final String PUBLISHED = "published";
    static final String DUE = "due";

    private static final String SOURCE = "/reporting-service/aggregation";
    private static final String BOUNDARIES = "OF_PERIOD";
    private static final List<String> BASES = List.of(ReadFacts.FILED, ReadFacts.APPROVED);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final JsonMapper json = Contracts.json();
    private @Nullable KeyValueStore<String, byte[]> contributions;
    private @Nullable KeyValueStore<String, byte[]> owed;
    private @Nullable KeyValueStore<String, byte[]> totals;
    private @Nullable KeyValueStore<String, byte[]> definitions;
    private @Nullable KeyValueStore<String, byte[]> published;
    private @Nullable KeyValueStore<String, byte[]> due;

    /** Definitions and targets as objects, by the prefix of their keys; made again from the store when one changes. */
    private final Map<String, List<IndicatorDefined>> indicatorsOf = new HashMap<>();

    private final Map<String, List<TargetSet>> targetsOf = new HashMap<>();
    private final Duration publishEvery;

    KeepFigures(Duration publishEvery) {
        this.publishEvery = publishEvery;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        contributions = context.getStateStore(CONTRIBUTIONS);
        owed = context.getStateStore(OWED);
        totals = context.getStateStore(TOTALS);
        definitions = context.getStateStore(DEFINITIONS);
        published = context.getStateStore(PUBLISHED);
        due = context.getStateStore(DUE);
        context.schedule(publishEvery, PunctuationType.WALL_CLOCK_TIME, now -> publishDue());
    }

    private void publishDue() {
        List<KeyValue<String, Cells.Due>> all = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> marks = store(due).all()) {
            marks.forEachRemaining(it -> all.add(KeyValue.pair(it.key, json.readValue(it.value, Cells.Due.class))));
        }
        for (KeyValue<String, Cells.Due> it : all) {
            Cells.Due mark = it.value;
            // First, so that a figure that cannot be published is left out once and does not hold up the others.
            store(due).delete(it.key);
            indicators(mark.province(), mark.form()).stream()
                    .filter(indicator -> indicator.code().equals(mark.indicator()))
                    .findFirst()
                    .ifPresent(indicator -> publish(
                            mark.timestamp(), mark.origin(), indicator, mark.agency(), mark.period(), mark.basis()));
        }
    }

    private void markDue(
            Record<String, byte[]> record,
            Fact.Origin origin,
            IndicatorDefined indicator,
            String agency,
            String period,
            String basis) {
        put(
                due,
                totalKey(indicator.province(), indicator.code(), agency, period, basis),
                new Cells.Due(
                        origin,
                        record.timestamp(),
                        indicator.province(),
                        indicator.form(),
                        indicator.code(),
                        agency,
                        period,
                        basis));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        switch (json.readValue(record.value(), Fact.class)) {
            case Fact.Owed it -> owe(record, it);
            case Fact.Filed it ->
                contribute(
                        record,
                        it.origin(),
                        it.slot(),
                        it.basis(),
                        new Cells.Contribution(it.sequence(), it.slot().ancestors(), it.values(), it.onTime()));
            case Fact.Withdrawn it ->
                contribute(
                        record,
                        it.origin(),
                        it.slot(),
                        it.basis(),
                        new Cells.Contribution(it.sequence(), it.slot().ancestors(), null, null));
            case Fact.Defined it -> define(record, it);
            case Fact.OfTarget it -> aim(record, it);
            case Fact.Excused it -> excuse(record, it);
        }
    }

    private void owe(Record<String, byte[]> record, Fact.Owed fact) {
        Fact.Slot slot = fact.slot();
        String key = Cells.key(slot.province(), slot.form(), slot.period(), slot.agency());
        if (store(owed).get(key) != null) {
            return;
        }
        store(owed).put(key, json.writeValueAsBytes(slot.ancestors()));
        expect(record, fact.origin(), slot, slot.ancestors(), Cells.Total::plus);
    }

    /** Remembers that nothing is owed, under the key of what was, so that what is said again changes nothing. */
    private void excuse(Record<String, byte[]> record, Fact.Excused fact) {
        Fact.Slot slot = fact.slot();
        String key = Cells.key(slot.province(), slot.form(), slot.period(), slot.agency());
        byte[] before = store(owed).get(key);
        store(owed).put(key, json.writeValueAsBytes(List.of()));
        if (before != null) {
            List<String> ancestors = List.of(json.readValue(before, String[].class));
            expect(record, fact.origin(), slot, ancestors, Cells.Total::minus);
        }
    }

    /** One more report is expected of each of some agencies, or one less. */
    private void expect(
            Record<String, byte[]> record,
            Fact.Origin origin,
            Fact.Slot slot,
            List<String> ancestors,
            BiFunction<Cells.Total, Cells.Part, Cells.Total> change) {
        for (String ancestor : ancestors) {
            String count = owedKey(slot.province(), slot.form(), ancestor, slot.period());
            Cells.Total expected = read(totals, count, Cells.Total.class).orElse(Cells.Total.NOTHING);
            put(totals, count, change.apply(expected, new Cells.Part(BigDecimal.ZERO, BigDecimal.ZERO)));
            for (IndicatorDefined indicator : indicators(slot.province(), slot.form())) {
                BASES.forEach(basis -> restate(record, origin, indicator, ancestor, slot.period(), basis));
            }
        }
    }

    private void contribute(
            Record<String, byte[]> record, Fact.Origin origin, Fact.Slot slot, String basis, Cells.Contribution now) {
        String key = Cells.key(slot.province(), slot.form(), slot.period(), basis, slot.agency());
        Optional<Cells.Contribution> before = read(contributions, key, Cells.Contribution.class);
        if (before.isPresent() && before.get().sequence() >= now.sequence()) {
            return;
        }
        put(contributions, key, now);
        Set<String> ancestors = new LinkedHashSet<>(now.ancestors());
        before.ifPresent(it -> ancestors.addAll(it.ancestors()));
        for (IndicatorDefined indicator : indicators(slot.province(), slot.form())) {
            for (String ancestor : ancestors) {
                String total = totalKey(slot.province(), indicator.code(), ancestor, slot.period(), basis);
                Cells.Total sum = read(totals, total, Cells.Total.class).orElse(Cells.Total.NOTHING);
                if (before.isPresent() && before.get().ancestors().contains(ancestor)) {
                    sum = part(indicator, before.get()).map(sum::minus).orElse(sum);
                }
                if (now.ancestors().contains(ancestor)) {
                    sum = part(indicator, now).map(sum::plus).orElse(sum);
                }
                put(totals, total, sum);
                markDue(record, origin, indicator, ancestor, slot.period(), basis);
            }
        }
    }

    /**
     * A definition is new or changed: its totals are made again from the contributions. An indicator that was moved to
     * another form is retired from the one it was on, so that it is counted once.
     */
    private void define(Record<String, byte[]> record, Fact.Defined fact) {
        IndicatorDefined indicator = fact.indicator();
        Map<String, Fact.Defined> known = definitionsOf(indicator);
        if (known.values().stream().anyMatch(it -> it.sequence() >= fact.sequence())) {
            return;
        }
        known.keySet().forEach(store(definitions)::delete);
        put(definitions, Cells.key("indicator", indicator.province(), indicator.form(), indicator.code()), fact);
        indicatorsOf.clear();
        Set<String> affected = new LinkedHashSet<>();
        forEach(totals, Cells.key(indicator.province(), indicator.code(), ""), (total, bytes) -> affected.add(total));
        affected.forEach(it -> put(totals, it, Cells.Total.NOTHING));
        forEach(contributions, Cells.key(indicator.province(), indicator.form(), ""), (at, bytes) -> {
            var contribution = json.readValue(bytes, Cells.Contribution.class);
            String[] parts = at.split("\\|");
            for (String ancestor : contribution.ancestors()) {
                String total = totalKey(indicator.province(), indicator.code(), ancestor, parts[2], parts[3]);
                Cells.Total sum = read(totals, total, Cells.Total.class).orElse(Cells.Total.NOTHING);
                put(totals, total, part(indicator, contribution).map(sum::plus).orElse(sum));
                affected.add(total);
            }
        });
        forEach(totals, Cells.key("OWED", indicator.province(), indicator.form(), ""), (at, bytes) -> {
            String[] parts = at.split("\\|");
            BASES.forEach(
                    basis -> affected.add(totalKey(indicator.province(), indicator.code(), parts[3], parts[4], basis)));
        });
        for (String total : affected) {
            String[] parts = total.split("\\|");
            publish(record.timestamp(), fact.origin(), indicator, parts[2], parts[3], parts[4]);
        }
    }

    /** What is known of an indicator, on whatever form, by key. */
    private Map<String, Fact.Defined> definitionsOf(IndicatorDefined indicator) {
        Map<String, Fact.Defined> found = new HashMap<>();
        forEach(definitions, Cells.key("indicator", indicator.province(), ""), (at, bytes) -> {
            Fact.Defined other = json.readValue(bytes, Fact.Defined.class);
            if (other.indicator().code().equals(indicator.code())) {
                found.put(at, other);
            }
        });
        return found;
    }

    private void aim(Record<String, byte[]> record, Fact.OfTarget target) {
        String key = Cells.key("target", target.province(), target.targetId());
        Optional<Fact.OfTarget> known = read(definitions, key, Fact.class).map(Fact.OfTarget.class::cast);
        if (known.isPresent() && known.get().sequence() >= target.sequence()) {
            return;
        }
        put(definitions, key, target);
        targetsOf.clear();
        Set<String> codes = new LinkedHashSet<>(Set.of(target.indicator()));
        known.ifPresent(it -> codes.add(it.indicator()));
        for (IndicatorDefined indicator : indicators(target.province(), null)) {
            if (codes.contains(indicator.code())) {
                forEach(totals, Cells.key(indicator.province(), indicator.code(), ""), (total, bytes) -> {
                    String[] parts = total.split("\\|");
                    publish(record.timestamp(), target.origin(), indicator, parts[2], parts[3], parts[4]);
                });
            }
        }
    }

    /** Publishes a figure again because more is expected of it; one that nobody reported for yet can wait. */
    private void restate(
            Record<String, byte[]> record,
            Fact.Origin origin,
            IndicatorDefined indicator,
            String agency,
            String period,
            String basis) {
        boolean known = store(published).get(Cells.key(indicator.code(), agency, period, basis, BOUNDARIES)) != null;
        if (known || isOfTheForm(indicator)) {
            markDue(record, origin, indicator, agency, period, basis);
        }
    }

    private void publish(
            long timestamp,
            Fact.Origin origin,
            IndicatorDefined indicator,
            String agency,
            String period,
            String basis) {
        Cells.Total total = read(
                        totals,
                        totalKey(indicator.province(), indicator.code(), agency, period, basis),
                        Cells.Total.class)
                .orElse(Cells.Total.NOTHING);
        int expected = read(totals, owedKey(indicator.province(), indicator.form(), agency, period), Cells.Total.class)
                .map(Cells.Total::reported)
                .orElse(0);
        boolean ofTheForm = isOfTheForm(indicator);
        Cells.Total counted = ofTheForm
                ? new Cells.Total(
                        new BigDecimal(total.reported()), new BigDecimal(expected), Math.max(total.reported(), 1))
                : total;
        BigDecimal value = Formula.value(indicator, counted);
        String key = Cells.key(indicator.code(), agency, period, basis, BOUNDARIES);
        Optional<Cells.Published> last = read(published, key, Cells.Published.class);
        var figure = new IndicatorComputed(
                indicator.code(),
                indicator.name(),
                indicator.province(),
                agency,
                period,
                basis,
                BOUNDARIES,
                value,
                total.reported() == 0 && !ofTheForm ? null : counted.numerator(),
                indicator.denominator().isEmpty() || total.reported() == 0 && !ofTheForm ? null : counted.denominator(),
                indicator.unit(),
                total.reported(),
                expected,
                value == null ? List.of() : attainments(indicator, counted, value),
                last.map(Cells.Published::value).orElse(null));
        String fingerprint = fingerprint(figure);
        if (last.isPresent() && last.get().fingerprint().equals(fingerprint)) {
            return;
        }
        long sequence = last.map(Cells.Published::sequence).orElse(0L) + 1;
        put(published, key, new Cells.Published(sequence, fingerprint, value));
        String data = json.writeValueAsString(figure);
        RecordedEvent event = event(figure, origin, key, sequence, timestamp, data);
        context()
                .forward(new Record<>(
                        key, data.getBytes(StandardCharsets.UTF_8), timestamp, CloudEventHeaders.of(event)));
    }

    private List<Attainment> attainments(IndicatorDefined indicator, Cells.Total total, BigDecimal value) {
        List<Attainment> attainments = new ArrayList<>();
        for (TargetSet target : targetsOf.computeIfAbsent(indicator.province(), this::targets)) {
            if (target.indicator().equals(indicator.code())) {
                attainments.add(Formula.attainment(indicator, total, value, target));
            }
        }
        attainments.sort(Comparator.comparing(Attainment::year).thenComparing(Attainment::targetId));
        return attainments;
    }

    private List<TargetSet> targets(String province) {
        List<TargetSet> targets = new ArrayList<>();
        forEach(definitions, Cells.key("target", province, ""), (at, bytes) -> {
            if (json.readValue(bytes, Fact.class) instanceof Fact.Aimed aimed) {
                targets.add(aimed.target());
            }
        });
        return targets;
    }

    /** The indicators of a form and its completeness; of every form if {@code form} is {@code null}. */
    private List<IndicatorDefined> indicators(String province, @Nullable String form) {
        String prefix =
                form == null ? Cells.key("indicator", province, "") : Cells.key("indicator", province, form, "");
        return indicatorsOf.computeIfAbsent(prefix, it -> readIndicators(it, province, form));
    }

    private List<IndicatorDefined> readIndicators(String prefix, String province, @Nullable String form) {
        List<IndicatorDefined> indicators = new ArrayList<>();
        forEach(
                definitions,
                prefix,
                (at, bytes) ->
                        indicators.add(json.readValue(bytes, Fact.Defined.class).indicator()));
        if (form != null) {
            indicators.add(ofTheForm(Indicator.COMPLETENESS, "Tỷ lệ cơ quan đã nộp báo cáo ", province, form));
            indicators.add(ofTheForm(Indicator.TIMELINESS, "Tỷ lệ cơ quan nộp báo cáo đúng hạn ", province, form));
        }
        return indicators;
    }

    /** An indicator that every form has: how many of those who owe a report did something. */
    private static IndicatorDefined ofTheForm(String kind, String name, String province, String form) {
        return new IndicatorDefined(
                kind + form, province, name + form, form, List.of(), List.of(new Term(OWED, false)), HUNDRED, "%", 2);
    }

    private static boolean isOfTheForm(IndicatorDefined indicator) {
        return Indicator.isReserved(indicator.code());
    }

    private static Optional<Cells.Part> part(IndicatorDefined indicator, Cells.Contribution contribution) {
        if (!isOfTheForm(indicator)) {
            return Formula.part(indicator, contribution.values());
        }
        boolean counts = indicator.code().startsWith(Indicator.TIMELINESS)
                ? contribution.wasOnTime()
                : contribution.values() != null;
        return counts ? Optional.of(new Cells.Part(BigDecimal.ZERO, BigDecimal.ZERO)) : Optional.empty();
    }

    /** What a reader would notice of a figure; its former value is not part of it. */
    private String fingerprint(IndicatorComputed it) {
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
                + it.attainments();
    }

    private static RecordedEvent event(
            IndicatorComputed figure, Fact.Origin origin, String key, long sequence, long timestamp, String data) {
        String type = Contracts.typeOf(IndicatorComputed.class);
        return new RecordedEvent(
                key + "/" + sequence,
                SOURCE,
                key,
                sequence,
                origin.time(),
                Instant.ofEpochMilli(timestamp),
                origin.traceparent(),
                origin.correlationId(),
                origin.id(),
                new OutgoingEvent(Topic.INDICATORS.topicName(), type, figure.province(), data));
    }

    private static String totalKey(String province, String indicator, String agency, String period, String basis) {
        return Cells.key(province, indicator, agency, period, basis);
    }

    private static String owedKey(String province, String form, String agency, String period) {
        return Cells.key("OWED", province, form, agency, period);
    }

    private <T> Optional<T> read(@Nullable KeyValueStore<String, byte[]> from, String key, Class<T> type) {
        byte[] bytes = store(from).get(key);
        return bytes == null ? Optional.empty() : Optional.of(json.readValue(bytes, type));
    }

    private void put(@Nullable KeyValueStore<String, byte[]> into, String key, Object value) {
        store(into).put(key, json.writeValueAsBytes(value));
    }

    private void forEach(@Nullable KeyValueStore<String, byte[]> of, String prefix, BiConsumer<String, byte[]> action) {
        List<KeyValue<String, byte[]>> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> range = store(of).range(prefix, Cells.afterPrefix(prefix))) {
            range.forEachRemaining(found::add);
        }
        found.forEach(it -> action.accept(it.key, it.value));
    }

    private static KeyValueStore<String, byte[]> store(@Nullable KeyValueStore<String, byte[]> store) {
        return Objects.requireNonNull(store, "the processor is not initialised");
    }
}
