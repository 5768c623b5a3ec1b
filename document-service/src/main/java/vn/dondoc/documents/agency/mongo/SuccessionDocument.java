package vn.dondoc.documents.agency.mongo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.agency.Succession;

/**
 * A succession as it is stored.
 *
 * @param agencies all that end or take over
 */
record SuccessionDocument(
        List<String> from,
        List<String> to,
        LocalDate on,
        @Nullable String note,
        List<String> agencies) {

    static SuccessionDocument from(Succession it) {
        return new SuccessionDocument(
                it.from(),
                it.to(),
                it.on(),
                it.note(),
                Stream.concat(it.from().stream(), it.to().stream()).distinct().toList());
    }

    Succession toSuccession() {
        return new Succession(from, to, on, note);
    }
}
