package vn.dondoc.notifications.recipient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.dondoc.access.AccessScope;

/** Mailboxes that a mail server says do not exist, so that nothing more is sent there until somebody puts it right. */
public interface DeadMailboxes {

    /**
     * One of them.
     *
     * @param answer of the mail server
     */
    record DeadMailbox(String province, String agency, String mailbox, String answer, Instant since) {}

    void buried(AccessScope scope, DeadMailbox dead);

    /** The mailbox of an agency, if it is dead and still the agency's. */
    Optional<DeadMailbox> find(AccessScope scope, String agency, String mailbox);

    List<DeadMailbox> of(AccessScope scope, String province);

    /** @return whether it was dead */
    boolean revived(AccessScope scope, String province, String agency);
}
