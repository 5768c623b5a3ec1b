package vn.dondoc.aggregate;

import java.util.function.Function;

/**
 * An aggregate as it was read.
 *
 * @param version counts the writes, from 1; what If-Match and the conditional write compare
 * @param sequence number of the last event, gapless from 1; 0 when there was none
 */
public record Versioned<S>(String id, long version, long sequence, S state) {

    /** The same, seen another way. */
    public <R> Versioned<R> map(Function<? super S, ? extends R> view) {
        return new Versioned<>(id, version, sequence, view.apply(state));
    }
}
