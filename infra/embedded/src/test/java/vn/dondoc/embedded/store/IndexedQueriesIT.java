package vn.dondoc.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes change what a query costs, never what it answers. */
class IndexedQueriesIT {

    @TempDir
    Path folder;

    private final List<Lookup> lookups = java.util.Collections.synchronizedList(new ArrayList<>());
    private EmbeddedStore store;
    private MongoClient client;
    private MongoCollection<Document> indexed;
    private MongoCollection<Document> plain;

    @BeforeEach
    void open() {
        store = EmbeddedStore.start(folder, 0, lookups::add);
        client = MongoClients.create(store.uri());
        indexed = client.getDatabase("shop").getCollection("indexed");
        plain = client.getDatabase("shop").getCollection("plain");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void answersTheSameWithAndWithoutIndexesWhateverIsAskedAndHoweverItChanged() {
        createIndexes();
        var random = new Random(7);
        for (int i = 0; i < 600; i++) {
            Document document = document(random, i);
            indexed.insertOne(new Document(document));
            plain.insertOne(new Document(document));
        }
        for (int round = 0; round < 4; round++) {
            change(random);
            for (int i = 0; i < 40; i++) {
                compare(random);
            }
        }
        assertThat(lookups.stream().filter(it -> it.collection().equals("shop.indexed") && it.index() != null))
                .as("queries that an index served")
                .hasSizeGreaterThan(200);
        client.close();
        store.close();
        open();
        for (int i = 0; i < 40; i++) {
            compare(random);
        }
    }

    @Test
    void anIndexMadeLaterHoldsWhatWasThereBefore() {
        var random = new Random(8);
        for (int i = 0; i < 300; i++) {
            Document document = document(random, i);
            indexed.insertOne(new Document(document));
            plain.insertOne(new Document(document));
        }
        createIndexes();
        for (int i = 0; i < 40; i++) {
            compare(random);
        }
    }

    @Test
    void servesEqualityRangeOrderAndLimitFromTheIndexAlone() {
        indexed.createIndex(new Document("province", 1).append("due", -1).append("_id", 1));
        for (int i = 0; i < 1_000; i++) {
            indexed.insertOne(
                    new Document("_id", i).append("province", "P" + i % 10).append("due", i));
        }
        lookups.clear();

        List<Integer> newest = ids(indexed.find(new Document("province", "P3").append("due", new Document("$lt", 503)))
                .sort(new Document("due", -1).append("_id", 1))
                .limit(5));

        assertThat(newest).containsExactly(493, 483, 473, 463, 453);
        assertThat(lookups).singleElement().satisfies(it -> {
            assertThat(it.index()).isEqualTo("province_1_due_-1__id_1");
            assertThat(it.sorted()).isTrue();
            assertThat(it.lookedAt()).isEqualTo(5);
        });
    }

    @Test
    void readsAnIndexBackwardsForTheOppositeOrder() {
        indexed.createIndex(new Document("province", 1).append("due", 1));
        for (int i = 0; i < 100; i++) {
            indexed.insertOne(
                    new Document("_id", i).append("province", "P" + i % 2).append("due", i));
        }
        lookups.clear();

        assertThat(ids(indexed.find(new Document("province", "P1"))
                        .sort(new Document("due", -1))
                        .limit(3)))
                .containsExactly(99, 97, 95);
        assertThat(lookups)
                .singleElement()
                .satisfies(it -> assertThat(it.lookedAt()).isEqualTo(3));
    }

    @Test
    void countsFromTheIndexWithoutReadingDocuments() {
        indexed.createIndex(new Document("since", 1), new IndexOptions().sparse(true));
        for (int i = 0; i < 100; i++) {
            Document document = new Document("_id", i);
            indexed.insertOne(i % 4 == 0 ? document.append("since", new Date(i)) : document);
        }
        lookups.clear();

        assertThat(indexed.countDocuments(new Document("since", new Document("$exists", true))))
                .isEqualTo(25);
        assertThat(indexed.countDocuments(new Document("since", new Document("$lte", new Date(16)))))
                .isEqualTo(5);
        assertThat(lookups)
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.lookedAt()).isEqualTo(it.gaveBack()));
    }

    @Test
    void aLongAnswerComesInPiecesAndWhole() {
        for (int i = 0; i < 2_345; i++) {
            indexed.insertOne(new Document("_id", i));
        }
        assertThat(ids(indexed.find())).hasSize(2_345).doesNotHaveDuplicates();
        assertThat(ids(indexed.find().batchSize(7).limit(50))).hasSize(50);
    }

    private void createIndexes() {
        indexed.createIndex(new Document("a", 1));
        indexed.createIndex(new Document("b", -1).append("a", 1));
        indexed.createIndex(new Document("a", 1).append("n.x", -1).append("_id", 1));
        indexed.createIndex(new Document("s", 1), new IndexOptions().sparse(true));
        indexed.createIndex(new Document("list", 1).append("b", 1));
    }

    private static Document document(Random random, int id) {
        Document document = new Document("_id", id);
        if (random.nextInt(10) > 0) {
            document.append("a", value(random));
        }
        document.append("b", value(random));
        document.append("n", new Document("x", random.nextInt(5)));
        if (random.nextInt(3) == 0) {
            document.append("s", value(random));
        }
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(random.nextInt(6));
        }
        return document.append("list", list);
    }

    private static Object value(Random random) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> random.nextInt(5);
            case 3 -> (long) random.nextInt(5);
            case 4 -> random.nextInt(5) / 2.0;
            case 5 -> new Decimal128(random.nextInt(5));
            case 6 -> "t" + random.nextInt(4);
            case 7 -> Date.from(Instant.EPOCH.plusSeconds(random.nextInt(4)));
            default -> null;
        };
    }

    private void change(Random random) {
        for (int i = 0; i < 60; i++) {
            int id = random.nextInt(600);
            Document update = switch (random.nextInt(4)) {
                case 0 -> new Document("$set", new Document("a", value(random)));
                case 1 -> new Document("$unset", new Document("s", ""));
                case 2 -> new Document("$push", new Document("list", random.nextInt(6)));
                default -> new Document("$pull", new Document("list", random.nextInt(6)));
            };
            indexed.updateOne(new Document("_id", id), update);
            plain.updateOne(new Document("_id", id), update);
        }
        Document some = new Document("a", value(random)).append("b", value(random));
        indexed.deleteMany(some);
        plain.deleteMany(some);
    }

    private void compare(Random random) {
        Document filter = filter(random);
        assertThat(ids(indexed.find(filter)))
                .as("%s", filter)
                .containsExactlyInAnyOrderElementsOf(ids(plain.find(filter)));
        assertThat(indexed.countDocuments(filter)).as("count %s", filter).isEqualTo(plain.countDocuments(filter));
        for (Document sort : List.of(
                new Document("_id", -1),
                new Document("b", -1).append("a", 1).append("_id", 1),
                new Document("n.x", -1).append("_id", 1))) {
            assertThat(ids(indexed.find(filter).sort(sort).skip(2).limit(20)))
                    .as("%s by %s", filter, sort)
                    .isEqualTo(ids(plain.find(filter).sort(sort).skip(2).limit(20)));
        }
    }

    private static Document filter(Random random) {
        Document filter = new Document();
        for (String field : List.of("a", "b", "s", "n.x", "list")) {
            if (random.nextInt(3) == 0) {
                filter.append(field, condition(random));
            }
        }
        return random.nextInt(4) > 0
                ? filter
                : new Document("$and", List.of(filter, new Document("a", condition(random))));
    }

    private static Object condition(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Document("$gt", value(random));
            case 1 -> new Document("$gte", random.nextInt(3)).append("$lt", random.nextInt(6));
            case 2 -> new Document("$lte", value(random));
            case 3 -> new Document("$in", java.util.Arrays.asList(value(random), value(random)));
            case 4 -> new Document("$exists", random.nextBoolean());
            case 5 -> new Document("$ne", value(random));
            default -> value(random);
        };
    }

    private static List<Integer> ids(FindIterable<Document> found) {
        return found.map(it -> it.getInteger("_id")).into(new ArrayList<>());
    }
}
