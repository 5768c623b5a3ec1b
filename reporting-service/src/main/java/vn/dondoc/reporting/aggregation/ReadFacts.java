package vn.dondoc.reporting.aggregation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.indicator.v1.IndicatorDefined;
import vn.dondoc.contract.indicator.v1.TargetDropped;
import vn.dondoc.contract.indicator.v1.TargetSet;
import vn.dondoc.contract.report.AboutReport;
import vn.dondoc.contract.report.v1.ConsolidationReceived;
import vn.dondoc.contract.report.v1.ConsolidationSent;
import vn.dondoc.contract.report.v1.ReportApproved;
import vn.dondoc.contract.report.v1.ReportCorrected;
import vn.dondoc.contract.report.v1.ReportExcused;
import vn.dondoc.contract.report.v1.ReportPassed;
import vn.dondoc.contract.report.v1.ReportRequested;
import vn.dondoc.contract.report.v1.ReportReturned;
import vn.dondoc.contract.report.v1.ReportSubmitted;
import vn.dondoc.contract.report.v1.ReportWithdrawn;
import vn.dondoc.failure.Failure;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.inbox.DeadLetterTopic;
import vn.dondoc.reporting.indicator.Aim;
import vn.dondoc.reporting.indicator.Indicator;

/** Turns published events into facts, keyed by province; what cannot be read goes on as it came, marked with the reason. */
final class ReadFacts extends ContextualProcessor<byte[], byte[], String, byte[]> {

    static final String UNREADABLE = DeadLetterTopic.REASON;
    static final String FILED = "FILED";
    static final String APPROVED = "APPROVED";

    /** Types that change no figure. */
    private static final Set<String> OF_NO_FIGURE = Stream.of(
                    ReportPassed.class, ConsolidationSent.class, ConsolidationReceived.class)
            .map(Contracts::typeOf)
            .collect(Collectors.toUnmodifiableSet());

    private static final int MOST_INTEGER_DIGITS = 20;
    private static final int MOST_DECIMALS = 9;

    private final JsonMapper json = Contracts.json();

    @Override
    public void process(Record<byte[], byte[]> record) {
        try {
            for (Fact fact : facts(record.headers(), record.value())) {
                context().forward(record.withKey(province(record.headers())).withValue(json.writeValueAsBytes(fact)));
            }
        } catch (JacksonException | IllegalArgumentException | DateTimeParseException | Failure.Invalid unreadable) {
            var marked = record.headers()
                    .add(UNREADABLE, String.valueOf(unreadable.getMessage()).getBytes(StandardCharsets.UTF_8));
            String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
            byte[] value = record.value() == null ? new byte[0] : record.value();
            context().forward(record.withKey(key).withValue(value).withHeaders(marked));
        }
    }

    private List<Fact> facts(Headers headers, byte[] data) {
        String type = required(headers, CloudEventHeaders.TYPE);
        var origin = new Fact.Origin(
                required(headers, CloudEventHeaders.ID),
                Instant.parse(required(headers, CloudEventHeaders.TIME)),
                required(headers, CloudEventHeaders.CORRELATION_ID),
                optional(headers, CloudEventHeaders.TRACEPARENT));
        long sequence = Long.parseLong(required(headers, CloudEventHeaders.SEQUENCE));
        if (type.equals(Contracts.typeOf(ReportRequested.class))) {
            return List.of(new Fact.Owed(origin, slot(Contracts.read(data, ReportRequested.class))));
        } else if (type.equals(Contracts.typeOf(ReportSubmitted.class))) {
            var it = Contracts.read(data, ReportSubmitted.class);
            return List.of(new Fact.Filed(origin, slot(it), FILED, sequence, bounded(it.values()), it.onTime()));
        } else if (type.equals(Contracts.typeOf(ReportCorrected.class))) {
            var it = Contracts.read(data, ReportCorrected.class);
            return List.of(new Fact.Filed(origin, slot(it), FILED, sequence, bounded(it.values()), it.onTime()));
        } else if (type.equals(Contracts.typeOf(ReportReturned.class))) {
            return countsNoMore(origin, slot(Contracts.read(data, ReportReturned.class)), sequence);
        } else if (type.equals(Contracts.typeOf(ReportWithdrawn.class))) {
            return countsNoMore(origin, slot(Contracts.read(data, ReportWithdrawn.class)), sequence);
        } else if (type.equals(Contracts.typeOf(ReportExcused.class))) {
            return List.of(new Fact.Excused(origin, slot(Contracts.read(data, ReportExcused.class))));
        } else if (OF_NO_FIGURE.contains(type)) {
            return List.of();
        } else if (type.equals(Contracts.typeOf(ReportApproved.class))) {
            var it = Contracts.read(data, ReportApproved.class);
            return List.of(new Fact.Filed(origin, slot(it), APPROVED, sequence, bounded(it.values()), it.onTime()));
        } else if (type.equals(Contracts.typeOf(IndicatorDefined.class))) {
            var it = Contracts.read(data, IndicatorDefined.class);
            if (Indicator.isReserved(it.code())) {
                throw new IllegalArgumentException("nobody defines " + it.code());
            }
            bounded(it.factor());
            if (it.decimals() < 0 || it.decimals() > MOST_DECIMALS) {
                throw new IllegalArgumentException("decimals of " + it.decimals());
            }
            var defined = new Fact.Defined(origin, sequence, it);
            defined.measured();
            return List.of(defined);
        } else if (type.equals(Contracts.typeOf(TargetSet.class))) {
            var it = Contracts.read(data, TargetSet.class);
            bounded(it.value());
            if (Aim.find(it.comparator()).isEmpty()) {
                throw new IllegalArgumentException("nothing is held against a target by " + it.comparator());
            }
            if (it.valueMax() != null) {
                bounded(it.valueMax());
            }
            return List.of(new Fact.Aimed(origin, sequence, it));
        } else if (type.equals(Contracts.typeOf(TargetDropped.class))) {
            var it = Contracts.read(data, TargetDropped.class);
            return List.of(new Fact.Dropped(origin, sequence, it.province(), it.targetId(), it.indicator()));
        }
        throw new IllegalArgumentException("nobody handles or ignores " + type);
    }

    private static List<Fact> countsNoMore(Fact.Origin origin, Fact.Slot slot, long sequence) {
        return List.of(
                new Fact.Withdrawn(origin, slot, FILED, sequence),
                new Fact.Withdrawn(origin, slot, APPROVED, sequence));
    }

    private static Fact.Slot slot(AboutReport it) {
        Stream.concat(Stream.of(it.province(), it.form(), it.period(), it.agency()), it.ancestors().stream())
                .filter(code -> code.indexOf(Cells.SEPARATOR) >= 0)
                .forEach(code -> {
                    throw new IllegalArgumentException("no code has a " + Cells.SEPARATOR + ": " + code);
                });
        return new Fact.Slot(it.province(), it.form(), it.period(), it.agency(), it.ancestors());
    }

    private static Map<String, BigDecimal> bounded(Map<String, BigDecimal> values) {
        values.values().stream().filter(Objects::nonNull).forEach(ReadFacts::bounded);
        return values;
    }

    /** Numbers that no office writes would make sums and quotients of millions of digits. */
    private static void bounded(BigDecimal number) {
        long integerDigits = (long) number.precision() - number.scale();
        if (integerDigits > MOST_INTEGER_DIGITS || number.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException("a number of " + integerDigits + " digits and " + number.scale()
                    + " decimals; an office writes up to " + MOST_INTEGER_DIGITS + " and " + MOST_DECIMALS);
        }
    }

    private static String province(Headers headers) {
        return required(headers, CloudEventHeaders.PROVINCE);
    }

    private static String required(Headers headers, String name) {
        String value = optional(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static @Nullable String optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
