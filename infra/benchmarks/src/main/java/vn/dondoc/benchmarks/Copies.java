package vn.dondoc.benchmarks;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.bson.Document;

/** Documents by the hundred thousand, put into the store itself: copies of one that a service made. */
final class Copies {

    private static final int BATCH = 1_000;

    private Copies() {}

    /**
     * @param from number of the first copy
     * @param to number after the last
     * @param state of the n-th copy
     */
    static void insert(
            MongoCollection<Document> into,
            Document sample,
            int from,
            int to,
            IntFunction<Document> state,
            Progress progress) {
        List<Document> batch = new ArrayList<>(BATCH);
        for (int n = from; n < to; n++) {
            batch.add(new Document(sample).append("_id", "copy-" + n).append("state", state.apply(n)));
            if (batch.size() == BATCH || n == to - 1) {
                into.insertMany(batch);
                batch.clear();
                progress.step("copies", n + 1L, to);
            }
        }
    }
}
