package vn.dondoc.messaging.audit;

/**
 * A record in its chain.
 *
 * @param n its number, from 1
 * @param previous hash of the link before; {@link Hash#NONE} for the first
 * @param hash {@link Hash#ofLink}
 */
public record Link(long n, String text, String previous, String hash) {

    /** Before the first. */
    static final Link NONE = new Link(0, "", Hash.NONE, Hash.NONE);
}
