package vn.dondoc.documents.directive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk put right in a reading before the paper took effect. The one before and the one after are a pair to measure
 * the reader by.
 *
 * @param by who
 * @param head as it stood before; {@code null} if it stays
 * @param before duties that were replaced or removed, as they stood
 * @param after duties that stand in their place, or were added
 * @param targetsBefore the same of targets
 */
public record Correction(
        Instant at,
        String by,
        @Nullable String reason,
        Reading.@Nullable Head head,
        List<Provision> before,
        List<Provision> after,
        List<Target> targetsBefore,
        List<Target> targetsAfter) {

    public Correction {
        before = List.copyOf(before);
        after = List.copyOf(after);
        targetsBefore = List.copyOf(targetsBefore);
        targetsAfter = List.copyOf(targetsAfter);
    }

    /**
     * What is wanted.
     *
     * @param remove paths of duties that are none
     * @param put duties; one whose path is there takes its place, another is added
     * @param removeTargets paths of clauses whose targets are none, or are among {@code putTargets}
     * @param putTargets targets to be added
     */
    public record Wanted(
            @Nullable String reason,
            List<String> remove,
            List<Provision> put,
            List<String> removeTargets,
            List<Target> putTargets) {

        public Wanted {
            remove = List.copyOf(remove);
            put = List.copyOf(put);
            removeTargets = List.copyOf(removeTargets);
            putTargets = List.copyOf(putTargets);
        }

        boolean isNothing() {
            return remove.isEmpty() && put.isEmpty() && removeTargets.isEmpty() && putTargets.isEmpty();
        }
    }
}
