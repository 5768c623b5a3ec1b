package vn.dondoc.embedded.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a document stands in its collection: the sort key of its id. */
final class RecordKey {

    private final byte[] bytes;

    RecordKey(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecordKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
