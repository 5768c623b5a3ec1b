import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * One figure, computed from the raw events of two topics and compared with the one that the system published. See README.md
 * beside this file for how to run it.
 */
public class IndicatorFromEvents {

    /** Decimals stay decimals. */
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Where a report or a definition stands: what was last said of it, and at which sequence. */
    private record Latest(long sequence, String type, JsonNode data) {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 5) {
            System.err.println("usage: IndicatorFromEvents CLIENT.PROPERTIES PROVINCE INDICATOR AGENCY PERIOD");
            System.exit(2);
        }
        String province = arguments[1];
        String code = arguments[2];
        String agency = arguments[3];
        String period = arguments[4];
        Map<String, Latest> reports = new HashMap<>();
        Map<String, Latest> definitions = new HashMap<>();
        Map<String, Latest> figures = new HashMap<>();
        Properties client = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(arguments[0]))) {
            client.load(file);
        }
        read(client, "dondoc.reports", it -> keep(reports, it));
        read(client, "dondoc.definitions", it -> keep(definitions, it));
        read(client, "dondoc.indicators", it -> keep(figures, it));

        JsonNode definition = definitions.get(province + "/" + code).data();
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ZERO;
        int reported = 0;
        for (Latest report : reports.values()) {
            // Returned and withdrawn reports do not count; what is requested or excused has no values.
            boolean filed = report.type().matches("vn\\.dondoc\\.report\\.(submitted|corrected|approved)\\.v1");
            JsonNode it = report.data();
            if (!filed
                    || !it.path("province").asText().equals(province)
                    || !it.path("form").asText().equals(definition.path("form").asText())
                    || !it.path("period").asText().equals(period)
                    || !contains(it.path("ancestors"), agency)) {
                continue;
            }
            BigDecimal n = sum(definition.path("numerator"), it.path("values"));
            BigDecimal d = sum(definition.path("denominator"), it.path("values"));
            if (n != null && d != null) { // a blank is not zero: a report counts if its whole formula is filled in
                numerator = numerator.add(n);
                denominator = denominator.add(d);
                reported++;
            }
        }
        BigDecimal value = value(definition, numerator, denominator, reported);
        JsonNode published = figures.get(code + "|" + agency + "|" + period + "|FILED|OF_PERIOD").data();
        System.out.printf(
                "from events  %s = %s * %s / %s, %d reports%n",
                value, numerator.toPlainString(), definition.path("factor").asText(), denominator.toPlainString(), reported);
        System.out.printf(
                "published    %s, %s reports of %s%n",
                published.path("value").asText(), published.path("reported"), published.path("expected"));
        boolean same = value == null
                ? published.path("value").isMissingNode() || published.path("value").isNull()
                : value.compareTo(new BigDecimal(published.path("value").asText())) == 0
                        && reported == published.path("reported").asInt();
        System.out.println(same ? "the same" : "NOT the same");
        System.exit(same ? 0 : 1);
    }

    /** Delivery is at least once, so the later sequence of a key wins and repetitions change nothing. */
    private static void keep(Map<String, Latest> latest, ConsumerRecord<byte[], byte[]> record) {
        try {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            long sequence = Long.parseLong(header(record, "ce_sequence"));
            Latest known = latest.get(key);
            if (known == null || known.sequence() < sequence) {
                latest.put(key, new Latest(sequence, header(record, "ce_type"), JSON.readTree(record.value())));
            }
        } catch (java.io.IOException unreadable) {
            throw new IllegalStateException("partition " + record.partition() + " offset " + record.offset(), unreadable);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode it : list) {
            if (it.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** Null if an element of the formula was left blank. */
    private static BigDecimal sum(JsonNode terms, JsonNode values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode term : terms) {
            JsonNode value = values.path(term.path("element").asText());
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            BigDecimal number = new BigDecimal(value.asText());
            sum = term.path("negative").asBoolean() ? sum.subtract(number) : sum.add(number);
        }
        return sum;
    }

    private static BigDecimal value(JsonNode definition, BigDecimal numerator, BigDecimal denominator, int reported) {
        boolean total = definition.path("denominator").isEmpty();
        if (reported == 0 || !total && denominator.signum() == 0) {
            return null;
        }
        BigDecimal scaled = numerator.multiply(new BigDecimal(definition.path("factor").asText()));
        int decimals = definition.path("decimals").asInt();
        return total
                ? scaled.setScale(decimals, RoundingMode.HALF_UP)
                : scaled.divide(denominator, decimals, RoundingMode.HALF_UP);
    }

    /** Every record of a topic, from its beginning to where it ends now. */
    private static void read(Properties client, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.putAll(Map.of("isolation.level", "read_committed", "enable.auto.commit", "false"));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(200)).forEach(each);
            }
        }
    }
}
