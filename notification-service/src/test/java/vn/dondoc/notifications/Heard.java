package vn.dondoc.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.agency.v1.AgencyRegistered;
import vn.dondoc.contract.task.v1.TaskAssigned;
import vn.dondoc.contract.task.v2.TaskDeadlineMissed;
import vn.dondoc.contract.task.v2.Told;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.messaging.RecordedEvent;
import vn.dondoc.testkit.Backends;

/** What the service under test hears of the others. */
public final class Heard implements AutoCloseable {

    private final Producer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Backends.current().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    /** An agency of province VN-A. */
    public void agency(String code, @Nullable String supervisor) throws Exception {
        var data = new AgencyRegistered(
                code,
                "Cơ quan " + code,
                "VN-A",
                "DEPARTMENT",
                null,
                supervisor,
                code + "@a.example",
                "Giám đốc " + code,
                LocalDate.of(2004, 1, 1),
                null,
                List.of());
        send("dondoc.agencies", code, 1, data);
    }

    /** A task is assigned to an agency, by a directive. */
    public void assign(String task, String agency, String directive) throws Exception {
        var data = new TaskAssigned(
                task,
                "VN-A",
                agency,
                "LEAD",
                "DIRECTIVE",
                "directive-" + directive,
                directive,
                "1",
                null,
                null,
                null,
                null,
                null,
                "rà soát " + task,
                "DATED",
                LocalDate.of(2021, 10, 14),
                null,
                null);
        send("dondoc.tasks", task, 1, data);
    }

    public void miss(String task, int offset, long sequence) throws Exception {
        miss(task, LocalDate.of(2021, 9, 14), offset, sequence);
    }

    public void miss(String task, LocalDate dueOn, int offset, long sequence) throws Exception {
        miss(task, "VN-A.snv", dueOn, offset, sequence, List.of("INBOX", "MAIL"));
    }

    /** A rung is missed; the agency is told up to the sixth day, its supervisor from the third, who is above from the seventh. */
    public void miss(String task, String of, LocalDate dueOn, int offset, long sequence, List<String> ways)
            throws Exception {
        var agency = new Told("AGENCY", ways);
        var supervisor = new Told("SUPERVISOR", ways);
        var above = new Told("SUPERVISORS_SUPERVISOR", ways);
        List<Told> told = offset < 3 ? List.of(agency) : offset < 7 ? List.of(agency, supervisor) : List.of(above);
        var data = new TaskDeadlineMissed(
                task, "VN-A", of, offset, 3, dueOn, "quán triệt", "1/UBND", "1", false, List.of(), told);
        send("dondoc.tasks", task, sequence, data);
    }

    public void send(String topic, String id, long sequence, Record data) throws Exception {
        var event = new RecordedEvent(
                id + "/" + sequence,
                "/test",
                id,
                sequence,
                Instant.now(),
                Instant.now(),
                null,
                id,
                "test",
                new OutgoingEvent(
                        topic,
                        Contracts.typeOf(data.getClass()),
                        "VN-A",
                        Contracts.json().writeValueAsString(data)));
        producer.send(CloudEventHeaders.toRecord(event)).get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
