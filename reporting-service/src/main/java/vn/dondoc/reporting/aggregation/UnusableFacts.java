package vn.dondoc.reporting.aggregation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the aggregation cannot digest, although it could read it, goes to the dead letters with its reason and stops
 * nobody else's figures. A failure of the broker or of the state store is no fault of the record: it stops the thread,
 * and the record is read again. What such a record had changed before it failed stays changed, so this is the last net;
 * the first is {@link ReadFacts}, which lets no fact through that figures could not be computed with.
 */
public final class UnusableFacts implements ProcessingExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(UnusableFacts.class);

    @Override
    public void configure(Map<String, ?> configs) {
        // There is nothing to set.
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (exception instanceof KafkaException) {
            return Response.fail();
        }
        log.error(
                "fact=unusable topic={} partition={} offset={} processor={}",
                context.topic(),
                context.partition(),
                context.offset(),
                context.processorNodeId(),
                exception);
        var dead = new ProducerRecord<>(
                AggregationTopology.DEAD_LETTERS, context.sourceRawKey(), context.sourceRawValue());
        context.headers().forEach(dead.headers()::add);
        dead.headers().add(ReadFacts.UNREADABLE, String.valueOf(exception).getBytes(StandardCharsets.UTF_8));
        return Response.resume(List.of(dead));
    }
}
