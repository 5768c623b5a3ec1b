package vn.dondoc.notifications.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;

/** Notices, within a scope. */
public interface Notices {

    /** A notice with the id derived from its cause. */
    record NewNotice(String id, Decision<Notice, NoticeEvent> decision) {}

    /** Adds notices; those already there are left alone. */
    void addAll(AccessScope scope, List<NewNotice> notices);

    Optional<Versioned<Notice>> find(AccessScope scope, String id);

    /** What to look for; {@code null} does not narrow. */
    record Filter(
            @Nullable String words,
            @Nullable String recipient,
            Notice.@Nullable Channel channel,
            Notice.@Nullable Kind kind,
            Notice.@Nullable Status status,
            @Nullable String taskId,
            @Nullable Boolean acknowledged) {}

    /** Sorted by {@code created}; with {@code -} the newest first. */
    Stretch<Versioned<Notice>> list(AccessScope scope, Filter filter, Window window);

    /** Notices whose next attempt is due, the longest due first. */
    List<Versioned<Notice>> due(AccessScope scope, Instant now, int limit);

    /** Those about a task that have not gone out yet. */
    List<Versioned<Notice>> pendingOf(AccessScope scope, String province, String taskId);

    Receipt change(
            AccessScope scope, String id, Command command, Function<Notice, Decision<Notice, NoticeEvent>> decide);

    /** Writes the decisions whose notices are unchanged since they were read. */
    int changeAll(
            AccessScope scope, List<Versioned<Notice>> read, Function<Notice, Decision<Notice, NoticeEvent>> decide);
}
