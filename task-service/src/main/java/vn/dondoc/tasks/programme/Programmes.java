package vn.dondoc.tasks.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;

/** The directives that were heard of, by what they carry out. */
public interface Programmes {

    /** @param sequence of the event; what is older than what is known is left aside */
    void learn(AccessScope scope, Paper paper, long sequence);

    /** The number or date of a directive became known; {@code null} leaves it. */
    void identified(
            AccessScope scope,
            String directiveId,
            @Nullable String number,
            @Nullable LocalDate issueDate,
            long sequence);

    /**
     * A directive and all that carry it out, directly or through another of the same province, at most 200.
     *
     * @return ids, its own first
     */
    List<String> of(AccessScope scope, String directiveId);
}
