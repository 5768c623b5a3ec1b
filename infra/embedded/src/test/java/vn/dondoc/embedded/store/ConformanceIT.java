package vn.dondoc.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the services ask of a MongoDB, one row each: every operator of a filter, every update, every shape of index and
 * order. The answers are those of MongoDB's manual. It runs against the embedded store or, with {@code
 * -Ddondoc.mongo.uri=mongodb://…}, against any MongoDB, so that whoever has one can see that both answer alike.
 */
class ConformanceIT {

    private static final Date EARLY = new Date(1_000);
    private static final Date LATE = new Date(2_000);

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;
    private static MongoDatabase database;
    private MongoCollection<Document> rows;

    @BeforeAll
    static void open() {
        String uri = System.getProperty("dondoc.mongo.uri", "");
        if (uri.isEmpty()) {
            store = EmbeddedStore.start(folder, 0);
            uri = store.uri();
        }
        System.out.println("conformance against " + (store == null ? "the MongoDB given" : "the embedded store"));
        client = MongoClients.create(uri);
        database =
                client.getDatabase("conformance_" + UUID.randomUUID().toString().substring(0, 8));
    }

    @AfterAll
    static void close() {
        database.drop();
        client.close();
        if (store != null) {
            store.close();
        }
    }

    @BeforeEach
    void fill() {
        rows = database.getCollection("rows-" + UUID.randomUUID());
        rows.createIndex(new Document("province", 1).append("due", 1).append("_id", 1));
        rows.createIndex(new Document("province", 1).append("created", -1).append("_id", 1));
        rows.createIndex(new Document("since", 1), new IndexOptions().sparse(true));
        rows.createIndex(new Document("words", 1).append("province", 1));
        rows.createIndex(
                new Document("seal", 1), new IndexOptions().unique(true).sparse(true));
        rows.insertMany(List.of(
                row("a", "P1", "2026-01-02", EARLY).append("since", LATE).append("words", List.of("cai", "cach")),
                row("b", "P1", "2026-01-01", LATE)
                        .append("words", List.of("hanh", "chinh"))
                        .append("n", 5),
                row("c", "P1", "~UNDATED", EARLY).append("words", List.of()).append("n", 5L),
                row("d", "P2", "2026-01-01", LATE).append("since", EARLY).append("n", 5.0),
                row("e", "P2", "2025-12-31", EARLY)
                        .append("since", null)
                        .append("n", new Decimal128(6))
                        .append("seal", "x")));
    }

    private static Document row(String id, String province, String due, Date created) {
        return new Document("_id", id)
                .append("province", province)
                .append("due", due)
                .append("created", created);
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                filter("by id", new Document("_id", "b"), "b"),
                filter("by ids", new Document("_id", new Document("$in", List.of("a", "z", "d"))), "a", "d"),
                filter("by none of no ids", new Document("_id", new Document("$in", List.of()))),
                filter("after an id", new Document("_id", new Document("$gt", "c")), "d", "e"),
                filter("by two fields", new Document("province", "P1").append("due", "2026-01-01"), "b"),
                filter(
                        "before a day",
                        new Document("province", "P1").append("due", new Document("$lt", "2026-01-02")),
                        "b"),
                filter(
                        "from one day to another",
                        new Document("due", new Document("$gte", "2026-01-01").append("$lte", "2026-01-02")),
                        "a",
                        "b",
                        "d"),
                filter(
                        "a field narrowed twice",
                        new Document("due", new Document("$lt", "~"))
                                .append("$and", List.of(new Document("due", new Document("$gt", "2026-01-01")))),
                        "a"),
                filter("up to an instant", new Document("since", new Document("$lte", new Date(1_500))), "d"),
                filter(
                        "a field that is there, null or not",
                        new Document("since", new Document("$exists", true)),
                        "a",
                        "d",
                        "e"),
                filter("a field that is not there", new Document("since", new Document("$exists", false)), "b", "c"),
                filter("null finds what is missing too", new Document("since", null), "b", "c", "e"),
                filter("numbers of every type are equal", new Document("n", 5), "b", "c", "d"),
                filter("and compare with decimals", new Document("n", new Document("$gt", 5)), "e"),
                filter("an element of a list", new Document("words", "cach"), "a"),
                filter(
                        "any of some elements",
                        new Document("words", new Document("$in", List.of("cach", "chinh"))),
                        "a",
                        "b"),
                filter(
                        "several elements",
                        new Document("words", "hanh").append("$and", List.of(new Document("words", "chinh"))),
                        "b"),
                filter("an empty list", new Document("words", new Document("$size", 0)), "c"),
                filter("a range does not leave its type", new Document("n", new Document("$lt", "zzz"))));
    }

    private static Arguments filter(String what, Document filter, String... ids) {
        return Arguments.of(what, filter, Arrays.asList(ids));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void filtersFind(String what, Document filter, List<String> expected) {
        assertThat(ids(filter, new Document("_id", 1))).isEqualTo(expected);
        assertThat(rows.countDocuments(filter)).isEqualTo(expected.size());
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(
                        "first due first",
                        new Document("province", "P1"),
                        new Document("due", 1).append("_id", 1),
                        List.of("b", "a", "c")),
                Arguments.of(
                        "last due first",
                        new Document("province", "P1"),
                        new Document("due", -1).append("_id", -1),
                        List.of("c", "a", "b")),
                Arguments.of(
                        "newest first, then by id",
                        new Document("province", "P1"),
                        new Document("created", -1).append("_id", 1),
                        List.of("b", "a", "c")),
                Arguments.of(
                        "by id backwards", new Document(), new Document("_id", -1), List.of("e", "d", "c", "b", "a")),
                Arguments.of(
                        "missing and null first",
                        new Document("province", new Document("$in", List.of("P1", "P2"))),
                        new Document("since", 1).append("_id", 1),
                        List.of("b", "c", "e", "d", "a")),
                Arguments.of(
                        "in several provinces",
                        new Document("province", new Document("$in", List.of("P2", "P1"))),
                        new Document("province", 1).append("due", 1).append("_id", 1),
                        List.of("b", "a", "c", "e", "d")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void ordersSort(String what, Document filter, Document sort, List<String> expected) {
        assertThat(ids(filter, sort)).isEqualTo(expected);
        assertThat(rows.find(filter)
                        .sort(sort)
                        .limit(2)
                        .map(it -> it.getString("_id"))
                        .into(new ArrayList<>()))
                .isEqualTo(expected.subList(0, 2));
    }

    static Stream<Arguments> updates() {
        return Stream.of(
                update(
                        "$set a field of a document in it",
                        new Document("$set", new Document("state.percent", 40)),
                        new Document("state", new Document("percent", 40))),
                update("$unset", new Document("$unset", new Document("n", "")), new Document()),
                update("$inc a number", new Document("$inc", new Document("n", 2)), new Document("n", 7)),
                update("$min takes the lesser", new Document("$min", new Document("n", 3)), new Document("n", 3)),
                update("$min leaves the lesser", new Document("$min", new Document("n", 9)), new Document("n", 5)),
                update(
                        "$min sets what is not there",
                        new Document("$min", new Document("new", EARLY)),
                        new Document("new", EARLY)),
                update(
                        "$push each and keep the last",
                        new Document(
                                "$push",
                                new Document(
                                        "words", new Document("$each", List.of("cong", "vu")).append("$slice", -3))),
                        new Document("words", List.of("chinh", "cong", "vu"))),
                update(
                        "$push documents",
                        new Document(
                                "$push",
                                new Document(
                                        "pending",
                                        new Document(
                                                "$each", List.of(new Document("seq", 1), new Document("seq", 2))))),
                        new Document("pending", List.of(new Document("seq", 1), new Document("seq", 2)))),
                update(
                        "$pull elements",
                        new Document("$pull", new Document("words", "hanh")),
                        new Document("words", List.of("chinh"))));
    }

    private static Arguments update(String what, Document update, Document expected) {
        return Arguments.of(what, update, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("updates")
    void updatesChange(String what, Document update, Document expected) {
        var result = rows.updateOne(new Document("_id", "b").append("province", "P1"), update);

        assertThat(result.getMatchedCount()).isEqualTo(1);
        Document after = rows.find(new Document("_id", "b")).first();
        assertThat(after).isNotNull();
        expected.forEach(
                (field, value) -> assertThat(after.get(field)).as(field).isEqualTo(value));
        if (update.containsKey("$unset")) {
            assertThat(after).doesNotContainKey("n");
        }
    }

    @Test
    void pullsDocumentsUpToANumber() {
        rows.insertOne(new Document("_id", "p")
                .append("pending", List.of(new Document("seq", 1L), new Document("seq", 2L), new Document("seq", 3L))));
        rows.updateOne(
                new Document("_id", "p"),
                new Document("$pull", new Document("pending", new Document("seq", new Document("$lte", 2L))))
                        .append("$unset", new Document("pendingSince", "")));
        assertThat(rows.find(new Document("_id", "p")).first())
                .containsEntry("pending", List.of(new Document("seq", 3L)))
                .doesNotContainKey("pendingSince");
    }

    @Test
    void aConditionalUpdateLosesWhenTheConditionNoLongerHolds() {
        rows.insertOne(new Document("_id", "v").append("version", 1L));
        Document next = new Document("$set", new Document("version", 2L));
        assertThat(rows.updateOne(new Document("_id", "v").append("version", 1L), next)
                        .getMatchedCount())
                .isEqualTo(1);
        assertThat(rows.updateOne(new Document("_id", "v").append("version", 1L), next)
                        .getMatchedCount())
                .isZero();
    }

    @Test
    void manyUpdatesAtOnceTellHowManyMatched() {
        var result = rows.bulkWrite(
                List.of(
                        new UpdateOneModel<>(new Document("_id", "a"), new Document("$set", new Document("x", 1))),
                        new UpdateOneModel<>(new Document("_id", "nobody"), new Document("$set", new Document("x", 1))),
                        new UpdateOneModel<>(new Document("_id", "b"), new Document("$set", new Document("x", 1)))),
                new BulkWriteOptions().ordered(false));
        assertThat(result.getMatchedCount()).isEqualTo(2);
    }

    @Test
    void anIdThatIsTakenIsRefusedAndTheOthersOfTheBatchAreKept() {
        assertThatThrownBy(() -> rows.insertOne(new Document("_id", "a")))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        it -> assertThat(it.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
        assertThatThrownBy(() -> rows.insertMany(
                        List.of(new Document("_id", "x"), new Document("_id", "a"), new Document("_id", "y")),
                        new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, it -> {
                    assertThat(it.getWriteErrors()).singleElement().satisfies(error -> {
                        assertThat(error.getIndex()).isEqualTo(1);
                        assertThat(error.getCode()).isEqualTo(11000);
                    });
                });
        assertThat(ids(new Document("_id", new Document("$in", List.of("x", "y"))), new Document("_id", 1)))
                .containsExactly("x", "y");
    }

    @Test
    void aUniqueSparseIndexRefusesASecondButNotWhatHasNone() {
        assertThatThrownBy(() -> rows.insertOne(new Document("_id", "x").append("seal", "x")))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        it -> assertThat(it.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
        assertThatThrownBy(
                        () -> rows.updateOne(new Document("_id", "a"), new Document("$set", new Document("seal", "x"))))
                .isInstanceOf(MongoWriteException.class);
        rows.insertOne(new Document("_id", "y"));
        rows.updateOne(new Document("_id", "e"), new Document("$set", new Document("seal", "z")));
        rows.insertOne(new Document("_id", "x").append("seal", "x"));
        assertThat(ids(new Document("seal", "x"), new Document("_id", 1))).containsExactly("x");
    }

    @Test
    void aUniqueSparseIndexOfTwoFieldsCountsOnlyWhatHasOneOfThem() {
        rows.createIndex(
                new Document("box", 1).append("position", 1),
                new IndexOptions().unique(true).sparse(true));
        rows.insertOne(new Document("_id", "p1").append("box", "x").append("position", 1L));
        rows.insertOne(new Document("_id", "q1").append("box", "y").append("position", 1L));
        rows.insertMany(List.of(new Document("_id", "n1"), new Document("_id", "n2")));
        assertThatThrownBy(() -> rows.insertMany(
                        List.of(
                                new Document("_id", "p2").append("box", "x").append("position", 2L),
                                new Document("_id", "p3").append("box", "x").append("position", 1L),
                                new Document("_id", "p4").append("box", "x").append("position", 3L)),
                        new InsertManyOptions().ordered(true)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        it -> assertThat(it.getWriteErrors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.getIndex()).isEqualTo(1)));
        assertThat(ids(
                        new Document("box", "x").append("position", new Document("$gt", 0L)),
                        new Document("position", 1)))
                .as("what stands behind the one that was refused was not written")
                .containsExactly("p1", "p2");
        assertThat(ids(new Document("box", "x"), new Document("position", -1))).containsExactly("p2", "p1");
    }

    @Test
    void aSparseIndexOfTwoFieldsServesARangeOfTheSecond() {
        rows.createIndex(new Document("openIn", 1).append("dueOn", 1), new IndexOptions().sparse(true));
        rows.insertMany(List.of(
                new Document("_id", "o1").append("openIn", "P").append("dueOn", "2026-03-02"),
                new Document("_id", "o2").append("openIn", "P").append("dueOn", "2026-03-01"),
                new Document("_id", "o3").append("openIn", "P").append("dueOn", "2026-04-01"),
                new Document("_id", "o4").append("openIn", "Q").append("dueOn", "2026-03-01"),
                new Document("_id", "o5")));
        assertThat(ids(
                        new Document("openIn", "P").append("dueOn", new Document("$lte", "2026-03-31")),
                        new Document("dueOn", 1)))
                .containsExactly("o2", "o1");
    }

    @Test
    void differentValuesOfAFieldAreToldOnce() {
        assertThat(rows.distinct("province", String.class).into(new ArrayList<>()))
                .containsExactlyInAnyOrder("P1", "P2");
    }

    @Test
    void anUpsertThatIsOlderThanWhatIsThereIsRefusedAsADuplicate() {
        Document older = new Document("_id", "s").append("seq", new Document("$lt", 2L));
        var upsert = new ReplaceOptions().upsert(true);
        rows.replaceOne(older, new Document("_id", "s").append("seq", 2L), upsert);
        assertThatThrownBy(() -> rows.replaceOne(older, new Document("_id", "s").append("seq", 2L), upsert))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> rows.bulkWrite(
                        List.of(
                                new ReplaceOneModel<>(older, new Document("_id", "s").append("seq", 2L), upsert),
                                new ReplaceOneModel<>(
                                        new Document("_id", "t").append("seq", new Document("$lt", 1L)),
                                        new Document("_id", "t").append("seq", 1L),
                                        upsert)),
                        new BulkWriteOptions().ordered(false)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        it -> assertThat(it.getWriteErrors()).hasSize(1));
        assertThat(rows.find(new Document("_id", "t")).first()).containsEntry("seq", 1L);
    }

    @Test
    void aReplacementTakesThePlaceOfTheWholeDocumentAndOfItsEntries() {
        long count = rows.countDocuments(new Document("province", "P1"));
        Document moved = row("a", "P7", "2027-01-01", LATE).append("seal", "y");
        UpdateResult done = rows.replaceOne(new Document("_id", "a"), moved);
        assertThat(done.getMatchedCount()).isEqualTo(1);
        assertThat(done.getModifiedCount()).isEqualTo(1);
        assertThat(rows.find(new Document("_id", "a")).first()).isEqualTo(moved);
        assertThat(rows.countDocuments(new Document("province", "P1"))).isEqualTo(count - 1);
        assertThat(ids(new Document("province", "P7").append("due", "2027-01-01")))
                .containsExactly("a");
        assertThat(ids(new Document("words", "cai"))).isEmpty();
        assertThat(ids(new Document("seal", "y"))).containsExactly("a");
        assertThat(ids(new Document("since", LATE))).isEmpty();
        assertThat(rows.countDocuments()).isEqualTo(5);

        UpdateResult again = rows.replaceOne(new Document("_id", "a"), moved);
        assertThat(again.getMatchedCount()).isEqualTo(1);
        assertThat(again.getModifiedCount()).isZero();
    }

    @Test
    void aReplacementOfWhatIsNotThereOrDoesNotMatchDoesNothingUnlessItIsAnUpsert() {
        Document other = new Document("province", "P8");
        assertThat(rows.replaceOne(new Document("_id", "nobody"), other).getMatchedCount())
                .isZero();
        assertThat(rows.replaceOne(new Document("_id", "a").append("province", "P2"), other)
                        .getMatchedCount())
                .isZero();
        assertThat(ids(new Document("province", "P8"))).isEmpty();

        rows.insertOne(new Document("_id", 5).append("province", "P5"));
        rows.replaceOne(new Document("_id", 5L), new Document("province", "P6"));
        assertThat(rows.find(new Document("province", "P6")).first()).containsEntry("_id", 5);
        rows.deleteOne(new Document("_id", 5));

        UpdateResult put = rows.replaceOne(new Document("_id", "new"), other, new ReplaceOptions().upsert(true));
        assertThat(put.getMatchedCount()).isZero();
        assertThat(put.getUpsertedId()).isEqualTo(new BsonString("new"));
        assertThat(ids(new Document("province", "P8"))).containsExactly("new");
        assertThat(rows.countDocuments()).isEqualTo(6);
    }

    @Test
    void aReplacementThatBreaksARuleLeavesEverythingAsItWas() {
        Document taken = row("a", "P9", "2027-01-01", LATE).append("seal", "x");
        assertThatThrownBy(() -> rows.replaceOne(new Document("_id", "a"), taken))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        it -> assertThat(it.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
        assertThatThrownBy(() -> rows.replaceOne(
                        new Document("_id", "nobody"), new Document("seal", "x"), new ReplaceOptions().upsert(true)))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> rows.replaceOne(new Document("_id", "a"), new Document("_id", "z")))
                .isInstanceOf(MongoWriteException.class);
        assertThat(rows.find(new Document("_id", "a")).first()).containsEntry("province", "P1");
        assertThat(ids(new Document("province", "P9"))).isEmpty();
        assertThat(ids(new Document("words", "cai"))).containsExactly("a");
        assertThat(rows.countDocuments()).isEqualTo(5);
    }

    private List<String> ids(Document query) {
        return rows.find(query).map(it -> it.getString("_id")).into(new ArrayList<>());
    }

    @Test
    void anUpsertSetsOnInsertAndPushes() {
        Document update = new Document("$push", new Document("records", new Document("offset", 1L)))
                .append("$setOnInsert", new Document("topic", "t"));
        rows.updateOne(new Document("_id", "u"), update, new UpdateOptions().upsert(true));
        rows.updateOne(new Document("_id", "u"), update, new UpdateOptions().upsert(true));
        assertThat(rows.find(new Document("_id", "u")).first())
                .containsEntry("topic", "t")
                .containsEntry("records", List.of(new Document("offset", 1L), new Document("offset", 1L)));
        Document holds =
                new Document("_id", "u").append("records", new Document("$elemMatch", new Document("offset", 1L)));
        assertThat(rows.countDocuments(holds)).isEqualTo(1);
        assertThat(rows.deleteOne(new Document("_id", "u").append("records", new Document("$size", 0)))
                        .getDeletedCount())
                .isZero();
        rows.updateOne(
                new Document("_id", "u"), new Document("$pull", new Document("records", new Document("offset", 1L))));
        assertThat(rows.deleteOne(new Document("_id", "u").append("records", new Document("$size", 0)))
                        .getDeletedCount())
                .isEqualTo(1);
    }

    @Test
    void updatesAndDeletesAllOfManyAndNoMore() {
        List<Document> many = new ArrayList<>();
        for (int n = 0; n < 2_500; n++) {
            many.add(new Document("_id", String.format("many-%04d", n)).append("province", "P9"));
        }
        rows.insertMany(many);
        Document most = new Document("_id", new Document("$gte", "many-0000").append("$lt", "many-2400"));
        assertThat(rows.updateMany(most, new Document("$set", new Document("seen", true)))
                        .getModifiedCount())
                .isEqualTo(2_400);
        assertThat(rows.countDocuments(new Document("province", "P9").append("seen", true)))
                .isEqualTo(2_400);
        assertThat(rows.deleteMany(most).getDeletedCount()).isEqualTo(2_400);
        assertThat(rows.deleteMany(most).getDeletedCount()).isZero();
        assertThat(rows.countDocuments(new Document("province", "P9"))).isEqualTo(100);
        assertThat(rows.deleteMany(new Document("province", "P9")).getDeletedCount())
                .isEqualTo(100);
        assertThat(rows.find(new Document("province", "P9"))).isEmpty();
    }

    @Test
    void saysWhatTimeItIs() {
        Date now = database.runCommand(new Document("hello", 1)).getDate("localTime");
        assertThat(now).isCloseTo(new Date(), 60_000);
    }

    @Test
    void countsPerGroup() {
        List<Document> counted = rows.aggregate(List.of(
                        new Document("$match", new Document("province", new Document("$in", List.of("P1", "P2")))),
                        new Document(
                                "$group",
                                new Document("_id", new Document("p", "$province").append("d", "$due"))
                                        .append("n", new Document("$sum", 1)))))
                .into(new ArrayList<>());
        assertThat(counted)
                .hasSize(5)
                .contains(new Document("_id", new Document("p", "P1").append("d", "2026-01-01")).append("n", 1))
                .allSatisfy(it -> assertThat(it.getInteger("n")).isEqualTo(1));
        rows.insertOne(row("f", "P1", "2026-01-01", EARLY));
        assertThat(rows.aggregate(List.of(
                        new Document("$match", new Document("province", "P1")),
                        new Document(
                                "$group",
                                new Document("_id", new Document("d", "$due")).append("n", new Document("$sum", 1))))))
                .containsExactlyInAnyOrder(
                        new Document("_id", new Document("d", "2026-01-01")).append("n", 2),
                        new Document("_id", new Document("d", "2026-01-02")).append("n", 1),
                        new Document("_id", new Document("d", "~UNDATED")).append("n", 1));
    }

    @Test
    void projectsOnlyWhatIsAskedFor() {
        assertThat(rows.find(new Document("_id", "a"))
                        .projection(new Document("due", 1))
                        .first())
                .isEqualTo(new Document("_id", "a").append("due", "2026-01-02"));
    }

    @Test
    void everyTypeComesBackAsItWentIn() {
        Document document = new Document("_id", "types")
                .append("int", 1)
                .append("long", 1L << 40)
                .append("double", 0.1)
                .append("decimal", new Decimal128(new BigDecimal("12345678901234567890.123456")))
                .append("text", "Ủy ban nhân dân tỉnh Hà Tĩnh")
                .append("truth", true)
                .append("date", LATE)
                .append("bytes", new Binary(new byte[] {0, 1, (byte) 0xFF}))
                .append("nothing", null)
                .append("list", List.of(1, "hai", List.of(3)))
                .append("map", new Document(Map.of("CS.01", new Decimal128(1))));
        rows.insertOne(document);
        assertThat(rows.find(new Document("_id", "types")).first()).isEqualTo(document);
    }

    @Test
    void filesComeBackAsTheyWentIn() {
        GridFSBucket bucket = GridFSBuckets.create(database, "originals");
        byte[] content = new byte[700_000];
        new java.util.Random(1).nextBytes(content);
        bucket.uploadFromStream(
                new BsonString("id"),
                "văn bản.pdf",
                new ByteArrayInputStream(content),
                new GridFSUploadOptions().metadata(new Document("province", "P1")));
        var found = bucket.find(new Document("_id", "id").append("metadata.province", "P1"))
                .first();
        assertThat(found).isNotNull();
        var read = new ByteArrayOutputStream();
        bucket.downloadToStream(found.getId(), read);
        assertThat(read.toByteArray()).isEqualTo(content);
        assertThat(bucket.find(new Document("_id", "id").append("metadata.province", "P2"))
                        .first())
                .isNull();
    }

    @Test
    void aUniqueIndexOverDuplicatesIsRefusedAndCanBeMadeWhenTheyAreGone() {
        rows.insertMany(
                List.of(new Document("_id", "x").append("twin", 1), new Document("_id", "y").append("twin", 1)));
        var unique = new IndexOptions().unique(true).sparse(true);
        assertThatThrownBy(() -> rows.createIndex(new Document("twin", 1), unique))
                .isInstanceOf(MongoException.class);
        rows.deleteOne(new Document("_id", "y"));
        rows.createIndex(new Document("twin", 1), unique);
        assertThatThrownBy(() -> rows.insertOne(new Document("_id", "z").append("twin", 1)))
                .isInstanceOf(MongoWriteException.class);
        assertThat(rows.countDocuments(new Document("twin", 1))).isEqualTo(1);
    }

    @Test
    void aDroppedIndexNoLongerRefuses() {
        rows.dropIndex(new Document("seal", 1));
        rows.insertOne(new Document("_id", "x").append("seal", "x"));
        assertThat(ids(new Document("seal", "x"), new Document("_id", 1))).containsExactly("e", "x");
    }

    private List<String> ids(Document filter, Document sort) {
        return rows.find(filter).sort(sort).map(it -> it.getString("_id")).into(new ArrayList<>());
    }
}
