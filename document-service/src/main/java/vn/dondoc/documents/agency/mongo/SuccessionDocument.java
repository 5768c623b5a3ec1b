package vn.dondoc.documents.agency.mongo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.agency.Succession;

/** A succession as it is stored. */
record SuccessionDocument(
        List<String> from,
        List<String> to,
        LocalDate on,
        @Nullable String note) {

    static SuccessionDocument from(Succession it) {
        return new SuccessionDocument(it.from(), it.to(), it.on(), it.note());
    }

    Succession toSuccession() {
        return new Succession(from, to, on, note);
    }
}
