package vn.dondoc.notifications.task;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.notifications.notice.Facts;

/** Tasks with a last day that are still to be done. */
public interface OpenTasks {

    /**
     * A task as it was last said to be.
     *
     * @param open whether it is still to be done
     * @param what the duty, verbatim; empty for one that is done
     */
    record OpenTask(
            String taskId,
            String province,
            String agency,
            boolean open,
            String what,
            Facts.Origin origin,
            @Nullable String directiveNumber,
            @Nullable String clause,
            @Nullable LocalDate dueOn) {}

    /** Of one task, at the sequence of the event that said it. */
    record Said(OpenTask task, long sequence) {}

    /** Takes over what was said, unless something later is already known; of one task, the last counts. */
    void learn(AccessScope scope, List<Said> said);

    /** Takes over the number that the directive of a task was given later; of a task that is done it is of no use. */
    void numbered(AccessScope scope, String taskId, String directiveNumber);

    /** Those of a province that are due on a day or before, the longest due first. */
    List<OpenTask> dueBy(AccessScope scope, String province, LocalDate day, int limit);

    /** The same, of some agencies. */
    List<OpenTask> dueBy(AccessScope scope, String province, Collection<String> agencies, LocalDate day, int limit);
}
