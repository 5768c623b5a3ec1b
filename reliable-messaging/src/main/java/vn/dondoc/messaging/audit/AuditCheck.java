package vn.dondoc.messaging.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether a chain is still what it was. Each link is hashed again over the one before it, which finds what was edited, taken
 * out, put in or moved; the heads that were told to a topic, where nobody takes anything back, find a chain that was
 * written anew, also if it was told anew, or whose end was cut off. What was added after the last head that was told can be
 * cut off unseen.
 */
public final class AuditCheck {

    private static final int MOST_FAULTS = 100;

    private final String chain;
    private final TreeMap<Long, Set<String>> told;
    private final List<Fault> faults = new ArrayList<>();
    private Link last = Link.NONE;
    private long links;

    /** What is wrong with a chain. */
    public enum Kind {
        /** The text is not what was hashed. */
        EDITED,
        /** Numbers are left out. */
        MISSING,
        /** A number comes again, or after a greater one. */
        OUT_OF_ORDER,
        /** The link does not follow the one before it. */
        NOT_LINKED,
        /** It is whole in itself, and not what it was when its head was told. */
        REWRITTEN,
        /** It ends before a head that was told. */
        CUT
    }

    /** @param n number of the link at which it shows */
    public record Fault(Kind kind, long n) {}

    /**
     * A head as it was told.
     *
     * @param n number of the link
     */
    public record Head(long n, String hash) {}

    /** @param chain its name */
    public AuditCheck(String chain, Collection<Head> told) {
        this.chain = chain;
        this.told = new TreeMap<>();
        told.forEach(
                it -> this.told.computeIfAbsent(it.n(), n -> new TreeSet<>()).add(it.hash()));
    }

    /** Looks at the next link, in the order in which they are kept. */
    public void next(Link link) {
        links++;
        if (link.n() <= last.n()) {
            fault(Kind.OUT_OF_ORDER, link.n());
        } else if (link.n() > last.n() + 1) {
            fault(Kind.MISSING, last.n() + 1);
        } else if (!link.previous().equals(last.hash())) {
            fault(Kind.NOT_LINKED, link.n());
        }
        if (!Hash.ofLink(link.previous(), chain, link.n(), link.text()).equals(link.hash())) {
            fault(Kind.EDITED, link.n());
        }
        Set<String> heads = told.getOrDefault(link.n(), Set.of());
        if (heads.size() > 1 || !heads.isEmpty() && !heads.contains(link.hash())) {
            fault(Kind.REWRITTEN, link.n());
        }
        last = link;
    }

    private void fault(Kind kind, long n) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(kind, n));
        }
    }

    /** What was found, once all links were looked at; empty if the chain is whole. */
    public List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults);
        if (toldUpTo() > last.n()) {
            all.add(new Fault(Kind.CUT, last.n() + 1));
        }
        return List.copyOf(all);
    }

    /** How many links there were. */
    public long links() {
        return links;
    }

    /** Number of the latest link whose hash was told; 0 if none was. */
    public long toldUpTo() {
        return told.isEmpty() ? 0 : told.lastKey();
    }
}
