package vn.dondoc.notifications.channel;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.recipient.Recipient;

/**
 * A way out of the house. A bean of this type, with its name among {@code dondoc.channels}, is all that another channel
 * needs; when what goes out, again and how often, is not its concern.
 */
public interface Deliver {

    /** Such as {@code MAIL}. */
    String channel();

    /**
     * Where a notice of a kind goes on this channel.
     *
     * @return names of addresses, stable, which are looked up when it goes out; none if it goes nowhere
     */
    List<String> addressesOf(Recipient recipient, Notice.Kind kind);

    /** Whether every notice goes where it has addresses, and not only one whose cause names the channel. */
    default boolean always() {
        return false;
    }

    /** How many notices to one address go out as one message. */
    int together();

    /** How long a notice waits for others to the same address. */
    Duration gather();

    /** How many messages are on their way at once, to one address never more than one. */
    int connections();

    /** How long a message may be on its way at most; an attempt that is not over by then is taken for lost. */
    Duration patience();

    Retries retries();

    /**
     * Takes one message to its address, and says how it went. What it throws counts as a failure that may pass.
     *
     * @param address as the notices name it
     */
    Outcome deliver(String address, List<Versioned<Notice>> notices);

    /** How an attempt went. */
    sealed interface Outcome {

        /** What the far end said, in its own words. */
        String answer();

        /** The far end has it. */
        record Delivered(String answer) implements Outcome {}

        /**
         * It may go better later.
         *
         * @param after how long the far end wants to be left alone; {@code null} if it did not say
         */
        record Later(String answer, @Nullable Duration after) implements Outcome {}

        /** Trying again cannot help. */
        record Never(String answer) implements Outcome {}
    }
}
