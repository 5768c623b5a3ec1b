package vn.dondoc.reporting.aggregation;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import vn.dondoc.contract.Topic;
import vn.dondoc.messaging.inbox.DeadLetterTopic;

/** Reports and definitions in, figures out. What cannot be read goes to a dead-letter topic with its reason. */
final class AggregationTopology {

    static final String DEAD_LETTERS = new DeadLetterTopic(Topic.REPORTS.topicName(), "reporting-service").name();

    /** Part of the name of the internal topic that brings what is of one province together. */
    static final String BY_PROVINCE = "by-province";

    private static final Serde<String> TEXT = Serdes.String();
    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private AggregationTopology() {}

    /** @param publishEvery how long a figure may wait for other filings that change it */
    static void build(StreamsBuilder builder, int partitions, Duration publishEvery) {
        KStream<String, byte[]> read = read(builder);
        read.process(() -> new Only(false)).to(DEAD_LETTERS, Produced.with(TEXT, BYTES));
        figures(builder, read, partitions, publishEvery).to(Topic.INDICATORS.topicName(), Produced.with(TEXT, BYTES));
    }

    /** The same figures from the same topics, told to nobody but {@code found}. */
    static void recount(
            StreamsBuilder builder, int partitions, Duration publishEvery, Consumer<Record<String, byte[]>> found) {
        figures(builder, read(builder), partitions, publishEvery).process(() -> new Told(found));
    }

    private static KStream<String, byte[]> read(StreamsBuilder builder) {
        return builder.stream(
                        List.of(Topic.REPORTS.topicName(), Topic.DEFINITIONS.topicName()), Consumed.with(BYTES, BYTES))
                .process(ReadFacts::new);
    }

    private static KStream<String, byte[]> figures(
            StreamsBuilder builder, KStream<String, byte[]> read, int partitions, Duration publishEvery) {
        for (String store : List.of(
                KeepFigures.CONTRIBUTIONS,
                KeepFigures.OWED,
                KeepFigures.TOTALS,
                KeepFigures.EXTREMES,
                KeepFigures.DEFINITIONS,
                KeepFigures.PUBLISHED)) {
            builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(store), TEXT, BYTES)
                    .withCachingEnabled());
        }
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(KeepFigures.DUE), TEXT, BYTES)
                .withCachingEnabled());
        return read.process(() -> new Only(true))
                .repartition(
                        Repartitioned.with(TEXT, BYTES).withName(BY_PROVINCE).withNumberOfPartitions(partitions))
                .process(
                        () -> new KeepFigures(publishEvery),
                        KeepFigures.CONTRIBUTIONS,
                        KeepFigures.OWED,
                        KeepFigures.TOTALS,
                        KeepFigures.EXTREMES,
                        KeepFigures.DEFINITIONS,
                        KeepFigures.PUBLISHED,
                        KeepFigures.DUE);
    }

    /** Tells of figures instead of publishing them. */
    private static final class Told extends ContextualProcessor<String, byte[], Void, Void> {
        private final Consumer<Record<String, byte[]>> found;

        Told(Consumer<Record<String, byte[]>> found) {
            this.found = found;
        }

        @Override
        public void process(Record<String, byte[]> record) {
            found.accept(record);
        }
    }

    /** Lets readable or unreadable records pass. */
    static final class Only extends ContextualProcessor<String, byte[], String, byte[]> {
        private final boolean readable;

        Only(boolean readable) {
            this.readable = readable;
        }

        @Override
        public void process(Record<String, byte[]> record) {
            if (record.headers().lastHeader(ReadFacts.UNREADABLE) == null == readable) {
                context().forward(record);
            }
        }
    }
}
