package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What one query cost.
 *
 * @param collection database and collection
 * @param filter as it was asked
 * @param sort as it was asked; {@code null} if in any order
 * @param index name of the index that served it; {@code null} if none did and everything was looked at
 * @param sorted whether the answer came out of the index in the order asked for; false if it was sorted in memory
 * @param lookedAt documents or index entries that were looked at
 * @param gaveBack documents that matched, before a limit cut what a sort in memory needed
 */
public record Lookup(
        String collection,
        Document filter,
        @Nullable Document sort,
        @Nullable String index,
        boolean sorted,
        long lookedAt,
        long gaveBack) {

    /** Told of every query, on the thread that answers it. */
    @FunctionalInterface
    public interface Listener {
        void lookedUp(Lookup lookup);
    }

    @Override
    public String toString() {
        return collection + " filter=" + filter + " sort=" + sort + " index=" + index
                + (sort != null && !sorted ? " sorted-in-memory" : "") + " looked-at=" + lookedAt + " gave-back="
                + gaveBack;
    }
}
