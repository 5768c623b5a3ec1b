package vn.dondoc.notifications.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient did with a notice in its inbox.
 *
 * @param by who took it furthest; {@code null} while nobody did, or if that was not kept
 * @param archived put away; it is still found
 */
public record Reading(
        Stage stage, @Nullable Instant at, @Nullable String by, boolean archived) {

    /** Nobody has looked. */
    public static final Reading NOT_YET = new Reading(Stage.NEW, null, null, false);

    /** How far somebody of the recipient took it; it never goes back. */
    public enum Stage {
        NEW,
        /** It stood in a list that somebody was shown. */
        SEEN,
        /** Somebody opened it. */
        READ,
        /** Somebody says that it is known. */
        ACKNOWLEDGED
    }

    Reading reached(Stage further, Instant now, String who) {
        return further.compareTo(stage) > 0 ? new Reading(further, now, who, archived) : this;
    }

    Reading putAway(boolean away) {
        return away == archived ? this : new Reading(stage, at, by, away);
    }
}
