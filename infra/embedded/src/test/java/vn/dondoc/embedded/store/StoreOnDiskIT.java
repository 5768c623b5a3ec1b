package vn.dondoc.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.embedded.Ports;

/** Closing, opening again, a full disk, a folder of another format. */
class StoreOnDiskIT {

    @TempDir
    Path folder;

    @Test
    void documentsIndexesAndCountsAreThereAfterOpeningAgain() {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            var rows = client.getDatabase("db").getCollection("rows");
            rows.createIndex(new Document("n", -1).append("_id", 1));
            rows.createIndex(
                    new Document("seal", 1), new IndexOptions().unique(true).sparse(true));
            for (int i = 0; i < 500; i++) {
                rows.insertOne(new Document("_id", i).append("n", i % 7).append("seal", i == 3 ? "x" : "s" + i));
            }
            rows.deleteMany(new Document("n", 6));
            client.getDatabase("db").getCollection("dropped").insertOne(new Document("_id", 1));
            client.getDatabase("db").getCollection("dropped").drop();
        }
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            var rows = client.getDatabase("db").getCollection("rows");
            assertThat(rows.estimatedDocumentCount()).isEqualTo(429);
            assertThat(rows.countDocuments(new Document("n", 5))).isEqualTo(71);
            assertThat(rows.find(new Document("n", new Document("$gte", 4)))
                            .sort(new Document("n", -1).append("_id", 1))
                            .first())
                    .containsEntry("_id", 5);
            assertThatThrownBy(() -> rows.insertOne(new Document("_id", 1_000).append("seal", "x")))
                    .isInstanceOf(MongoWriteException.class);
            assertThat(client.getDatabase("db").listCollectionNames()).containsExactly("rows");
            rows.createIndex(new Document("n", -1).append("_id", 1));
            assertThat(rows.listIndexes()).hasSize(3);
        }
    }

    @Test
    void aFullDiskRefusesWritesClearlyKeepsEverythingReadableAndGoesOnWhenThereIsRoom() {
        var free = new AtomicLong(Long.MAX_VALUE);
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0, it -> {}, null, free::get);
                MongoClient client = MongoClients.create(store.uri())) {
            var rows = client.getDatabase("db").getCollection("rows");
            rows.createIndex(new Document("n", 1));
            rows.insertOne(new Document("_id", "before").append("n", 1));

            free.set(Tables.LEAST_FREE_BYTES - 1);
            assertThatThrownBy(() -> rows.insertOne(new Document("_id", "refused").append("n", 2)))
                    .isInstanceOfSatisfying(MongoWriteException.class, it -> {
                        assertThat(it.getError().getCode()).isEqualTo(Tables.OUT_OF_DISK_SPACE);
                        assertThat(it.getMessage()).contains("nothing was changed");
                    });
            assertThatThrownBy(() ->
                            rows.updateOne(new Document("_id", "before"), new Document("$set", new Document("n", 3))))
                    .isInstanceOf(MongoWriteException.class);
            assertThat(rows.find()).containsExactly(new Document("_id", "before").append("n", 1));
            assertThat(rows.countDocuments(new Document("n", new Document("$gt", 1))))
                    .isZero();

            free.set(Long.MAX_VALUE);
            rows.insertOne(new Document("_id", "after").append("n", 2));
            assertThat(rows.countDocuments(new Document("n", 2))).isEqualTo(1);
        }
    }

    @Test
    void aFolderOfTheOldFormatIsRefusedInOneLineThatSaysWhatToDo() throws Exception {
        Files.writeString(folder.resolve("store.mv"), "H:2,block:4");
        assertThatThrownBy(() -> EmbeddedStore.start(folder, Ports.free()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("./dondoc reset")
                .hasMessageNotContaining("\n");
    }

    @Test
    void anIndexWhoseBuildingWasInterruptedIsBuiltAgain() {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            var rows = client.getDatabase("db").getCollection("rows");
            for (int i = 0; i < 50; i++) {
                rows.insertOne(new Document("_id", i).append("n", i));
            }
        }
        Path rocks = folder.resolve("rocksdb");
        try (var tables = new Tables(rocks, Tables.freeBytesOf(rocks))) {
            int half = tables.number("db.rows$index$n_1");
            try (var batch = new org.rocksdb.WriteBatch()) {
                batch.put(Tables.key(half, SortKey.of(7)), SortKey.of(7));
                tables.write(batch);
            } catch (org.rocksdb.RocksDBException failed) {
                throw new AssertionError(failed);
            }
        }
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            var rows = client.getDatabase("db").getCollection("rows");
            rows.createIndex(new Document("n", 1));
            assertThat(rows.countDocuments(new Document("n", new Document("$gte", 0))))
                    .isEqualTo(50);
        }
    }

    @Test
    void whoDoesNotKnowThePasswordReadsAndWritesNothing() {
        int port = Ports.free();
        try (EmbeddedStore store = EmbeddedStore.start(folder, port, "known")) {
            try (MongoClient owner = MongoClients.create(EmbeddedStore.uri(port, "known"))) {
                var papers = owner.getDatabase("test").getCollection("papers");
                papers.insertOne(new Document("_id", 1));
                assertThat(papers.find().first()).isEqualTo(new Document("_id", 1));
            }
            Map<String, Integer> refused = Map.of(store.uri(), 13, EmbeddedStore.uri(port, "guessed"), 18);
            for (Map.Entry<String, Integer> it : refused.entrySet()) {
                int code = it.getValue();
                try (MongoClient stranger = MongoClients.create(it.getKey())) {
                    var papers = stranger.getDatabase("test").getCollection("papers");
                    List<Runnable> tries = List.of(
                            () -> papers.find().first(),
                            () -> papers.insertOne(new Document("_id", 2)),
                            () -> stranger.getDatabase("test").drop(),
                            () -> stranger.listDatabaseNames().first());
                    for (Runnable each : tries) {
                        assertThatThrownBy(each::run)
                                .satisfies(thrown -> assertThat(codeOf(thrown)).isEqualTo(code));
                    }
                }
            }
            try (MongoClient owner = MongoClients.create(EmbeddedStore.uri(port, "known"))) {
                assertThat(owner.getDatabase("test").getCollection("papers").countDocuments())
                        .isEqualTo(1);
            }
        }
    }

    private static int codeOf(@Nullable Throwable refused) {
        return refused instanceof MongoCommandException it
                ? it.getCode()
                : refused == null ? -1 : codeOf(refused.getCause());
    }
}
