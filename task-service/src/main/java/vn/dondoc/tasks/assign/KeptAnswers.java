package vn.dondoc.tasks.assign;

import java.util.Collection;
import java.util.List;
import vn.dondoc.access.AccessScope;

/** Completions of tasks that are not there yet. */
public interface KeptAnswers {

    void keep(AccessScope scope, CompleteReported.Completion completion);

    List<CompleteReported.Completion> of(AccessScope scope, Collection<String> taskIds);

    void forget(AccessScope scope, Collection<String> taskIds);
}
