package vn.dondoc.reporting.aggregation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.indicator.v1.IndicatorComputed;
import vn.dondoc.messaging.BrokerClients;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.messaging.RecordedEvent;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;

/** Publishes figures that are served otherwise than they were counted. The same again would harm nobody. */
@Component
class RestateFigures {

    private static final AccessScope SELF = AccessScope.ofService("restate-figures");

    private final BrokerClients broker;
    private final Figures figures;
    private final Clock clock;

    RestateFigures(BrokerClients broker, Figures figures, Clock clock) {
        this.broker = broker;
        this.figures = figures;
        this.clock = clock;
    }

    /** Returns when the broker has them all. */
    void asCounted(Map<String, Counted> counted) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = broker.producer();
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        settings.put("acks", "all");
        Map<String, Counted> unserved = new HashMap<>(counted);
        try (var producer = new KafkaProducer<byte[], byte[]>(settings)) {
            List<Future<?>> sent = new ArrayList<>();
            figures.each(SELF, it -> {
                Counted now = unserved.remove(it.key());
                if (Counted.differs(now, Recount.said(it.figure()))) {
                    sent.add(producer.send(now == null ? nothing(it) : restated(now, it.figure())));
                }
            });
            unserved.values().forEach(it -> sent.add(producer.send(restated(it, null))));
            for (Future<?> it : sent) {
                it.get();
            }
        }
    }

    /**
     * A figure as it was counted, told now and as a restatement of what was served: what was known until now stays known.
     *
     * @param served {@code null} if none was
     */
    private ProducerRecord<byte[], byte[]> restated(Counted counted, @Nullable Figure served) {
        Record<String, byte[]> record = Objects.requireNonNull(counted.record(), "kept in order to be published");
        IndicatorComputed it = Contracts.read(record.value(), IndicatorComputed.class);
        Header sequence = record.headers().lastHeader(CloudEventHeaders.SEQUENCE);
        return told(
                record.key(),
                Long.parseLong(new String(sequence.value(), StandardCharsets.UTF_8)),
                it.restating(served == null ? null : served.value()));
    }

    /** Of a figure that nothing stands behind. */
    private ProducerRecord<byte[], byte[]> nothing(Figures.Keyed served) {
        Figure it = served.figure();
        var none = new IndicatorComputed(
                it.indicator(),
                it.name(),
                it.province(),
                it.agency(),
                it.period(),
                it.basis(),
                it.boundaries(),
                null,
                null,
                null,
                it.unit(),
                0,
                0,
                List.of(),
                it.value(),
                it.definitionVersion(),
                null);
        return told(served.key(), Math.max(Instant.now().toEpochMilli(), it.revision() + 1), none);
    }

    private ProducerRecord<byte[], byte[]> told(String key, long sequence, IndicatorComputed figure) {
        return CloudEventHeaders.toRecord(new RecordedEvent(
                key + "/" + sequence,
                KeepFigures.SOURCE,
                key,
                sequence,
                clock.instant(),
                Instant.now(),
                null,
                key,
                Figures.Published.RECOUNT,
                OutgoingEvent.of(figure.province(), figure)));
    }
}
