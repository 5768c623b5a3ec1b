package vn.dondoc.reporting.aggregation;

import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it was counted last.
 *
 * @param record as it would be published; {@code null} where nothing is going to be
 */
record Counted(Recount.Said said, @Nullable Record<String, byte[]> record) {

    /**
     * Whether something else is served. What nobody reported may or may not have been said, depending on what was heard first.
     *
     * @param now {@code null} if it was not counted
     */
    static boolean differs(@Nullable Counted now, Recount.Said served) {
        return now == null ? served.reported() > 0 : !now.said().equals(served);
    }
}
