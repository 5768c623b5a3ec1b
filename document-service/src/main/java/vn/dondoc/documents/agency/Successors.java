package vn.dondoc.documents.agency;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;

/**
 * Follows successions from an agency to those who stand in its place on a day, through as many reorganisations as there
 * were. Asked of an agency in the caller's sight; the answer may lead into another province, since the agency's own
 * succession says so, and then gives its code and name and no more.
 */
@Component
public final class Successors {

    private static final AccessScope ALL_PROVINCES = AccessScope.ofService("follow-successions");

    private final Agencies agencies;
    private final Successions successions;

    Successors(Agencies agencies, Successions successions) {
        this.agencies = agencies;
        this.successions = successions;
    }

    /**
     * An agency that took over.
     *
     * @param since first day on which it stood for the agency that was asked about
     */
    public record Successor(String code, String name, String province, LocalDate since) {}

    /**
     * Those who stand in the place of {@code code} on {@code day}, by code; empty while it exists itself or if nobody
     * took over.
     *
     * @throws Failure.NotFound if the agency is not in sight
     */
    public List<Successor> of(AccessScope scope, String code, LocalDate day) {
        if (agencies.find(scope, code).isEmpty()) {
            throw new Failure.NotFound("documents.no-agency", code);
        }
        List<Successor> standing = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(code));
        Deque<Successor> toFollow = new ArrayDeque<>(after(code, day, LocalDate.MIN));
        while (!toFollow.isEmpty()) {
            Successor next = toFollow.remove();
            if (seen.add(next.code())) {
                List<Successor> further = after(next.code(), day, next.since());
                if (further.isEmpty()) {
                    standing.add(next);
                }
                toFollow.addAll(further);
            }
        }
        standing.sort(Comparator.comparing(Successor::code));
        return standing;
    }

    private List<Successor> after(String code, LocalDate day, LocalDate since) {
        List<Successor> next = new ArrayList<>();
        for (Succession succession : successions.after(ALL_PROVINCES, List.of(code))) {
            if (!succession.on().isAfter(day)) {
                LocalDate from = succession.on().isBefore(since) ? since : succession.on();
                for (String to : succession.to()) {
                    agencies.find(ALL_PROVINCES, to)
                            .map(Versioned::state)
                            .ifPresent(it -> next.add(new Successor(to, it.name(), it.province(), from)));
                }
            }
        }
        return next;
    }
}
