package vn.dondoc.testkit;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.dondoc.contract.Contracts;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.messaging.RecordedEvent;

/** What the service under test hears of the others, sent as they would send it. */
public final class OtherServices implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;

    public OtherServices() {
        this(Backends.current().bootstrapServers());
    }

    /** On a broker of one's own. */
    public OtherServices(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** An event of the contract, on its topic. */
    public void say(String province, String id, long sequence, Record data) {
        say(record(
                Contracts.topicOf(data.getClass()).topicName(),
                id,
                sequence,
                Contracts.typeOf(data.getClass()),
                province,
                Contracts.json().writeValueAsString(data)));
    }

    /** Any record; it is on the broker when this returns. */
    public void say(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException refused) {
            throw new AssertionError(refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** @param json data of the event, whatever it is */
    public static ProducerRecord<byte[], byte[]> record(
            String topic, String id, long sequence, String type, String province, String json) {
        Instant now = Instant.now();
        return CloudEventHeaders.toRecord(new RecordedEvent(
                id + "/" + sequence,
                "/test",
                id,
                sequence,
                now,
                now,
                null,
                id,
                "test",
                new OutgoingEvent(topic, type, province, json)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
