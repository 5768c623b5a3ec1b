package vn.dondoc.notifications.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;

/** Notices, within a scope. */
public interface Notices {

    /**
     * A notice with the id derived from its cause.
     *
     * @param because what it names as its cause
     */
    record NewNotice(String id, Notice notice, @Nullable CausedBy because) {}

    /** Adds notices, those of an inbox at its next positions; those already there are left alone. */
    void addAll(AccessScope scope, List<NewNotice> notices);

    Optional<Versioned<Notice>> find(AccessScope scope, String id);

    /** Those of some ids that are in sight, in no order. */
    List<Versioned<Notice>> findAll(AccessScope scope, List<String> ids);

    /** What to look for; {@code null} does not narrow. */
    record Filter(
            @Nullable String words,
            @Nullable String recipient,
            @Nullable String channel,
            Notice.@Nullable Kind kind,
            Way.@Nullable Status status,
            @Nullable String taskId,
            @Nullable String directiveNumber,
            @Nullable Boolean unread,
            @Nullable Boolean acknowledged,
            @Nullable Boolean archived) {}

    /** Sorted by {@code created}; with {@code -} the newest first. */
    Stretch<Versioned<Notice>> list(AccessScope scope, Filter filter, Window window);

    /** What came into the inbox of an agency behind a position, in order. */
    List<Versioned<Notice>> behind(AccessScope scope, String recipient, long position, int limit);

    /** The position of the last that came into the inbox of an agency; 0 before the first. */
    long lastPosition(AccessScope scope, String recipient);

    /**
     * How many of an inbox have the same directive, kind and stage; what is put away is not counted.
     *
     * @param directiveNumber {@code null} for those of no directive
     */
    record Alike(@Nullable String directiveNumber, Notice.Kind kind, Reading.Stage stage, int count) {}

    List<Alike> countAlike(AccessScope scope, String recipient);

    /**
     * How many notices of a kind that came into inboxes of a province within a time nobody has opened, by recipient.
     *
     * @param until from then on not any more
     */
    Map<String, Integer> countUnopened(
            AccessScope scope, String province, Notice.Kind kind, Instant from, Instant until);

    /** Those of a channel whose next attempt is due, the longest due first. */
    List<Versioned<Notice>> due(AccessScope scope, String channel, Instant now, int limit);

    /** Those that a channel is to take to one address before {@code until}, the longest due first. */
    List<Versioned<Notice>> waiting(AccessScope scope, String channel, String address, Instant until, int limit);

    /** Those about the deadline of a task that have not gone out yet. */
    List<Versioned<Notice>> pendingOf(AccessScope scope, String province, String taskId);

    Receipt change(
            AccessScope scope, String id, Command command, Function<Notice, Decision<Notice, NoticeEvent>> decide);

    /**
     * Writes the decisions whose notices are unchanged since they were read.
     *
     * @return how many were written
     */
    int changeAll(
            AccessScope scope, List<Versioned<Notice>> read, Function<Notice, Decision<Notice, NoticeEvent>> decide);
}
