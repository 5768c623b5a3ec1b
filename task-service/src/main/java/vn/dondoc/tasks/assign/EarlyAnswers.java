package vn.dondoc.tasks.assign;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;

/** What reports answered before the directive that asks for it was heard. */
@Component
public class EarlyAnswers {

    private static final AccessScope SELF = AccessScope.ofService("settle-early-answers");

    private final KeptAnswers kept;
    private final CompleteReported complete;

    EarlyAnswers(KeptAnswers kept, CompleteReported complete) {
        this.kept = kept;
        this.complete = complete;
    }

    /** The tasks have come that some of these answers wait for. */
    void settle(Collection<String> taskIds) {
        List<CompleteReported.Completion> waiting = kept.of(SELF, taskIds);
        if (!waiting.isEmpty()) {
            complete.complete(waiting);
            kept.forget(SELF, taskIds);
        }
    }
}
