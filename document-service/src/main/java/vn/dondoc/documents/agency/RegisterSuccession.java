package vn.dondoc.documents.agency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Failure.Field;

/**
 * Records who gives way to whom, and closes those who do.
 *
 * <p><b>Who may.</b> An administrator ends agencies of their own province only. A successor may stand in another province
 * (Nam Định's departments gave way to Ninh Bình's), and need only be known. So a merger of three provinces is registered
 * by each of the three for its own agencies, and nobody can close an agency of somebody else; an agency of another
 * province among the predecessors is answered like one that does not exist.
 *
 * <p><b>What if it stops half-way.</b> The succession is written first, with its event, and the predecessors are closed
 * after it, each in its own write. Every step can be done twice: sending the same succession again, even under a new
 * Idempotency-Key, closes whoever is still open.
 */
@Component
public final class RegisterSuccession {

    private static final AccessScope ALL_PROVINCES = AccessScope.ofService("look-up-successors");

    private final Agencies agencies;
    private final Successions successions;

    RegisterSuccession(Agencies agencies, Successions successions) {
        this.agencies = agencies;
        this.successions = successions;
    }

    /**
     * @throws Failure.Invalid naming each code that is not known or stands on both sides
     * @throws Failure.Rejected {@code not-there-to-succeed} if somebody did not exist when needed, {@code
     *     succession-in-a-circle} if those who end would succeed themselves
     */
    public Receipt register(AccessScope scope, Succession succession, Command command) {
        check(scope, succession);
        Receipt receipt = successions.keep(scope, succession, command);
        for (String code : succession.from()) {
            agencies.end(scope, code, succession.lastDay(), command.partOf(code));
        }
        return receipt;
    }

    private void check(AccessScope scope, Succession succession) {
        List<Field> wrong = new ArrayList<>();
        List<Agency> ending = known(scope, succession.from(), "/from", wrong);
        List<Agency> taking = known(ALL_PROVINCES, succession.to(), "/to", wrong);
        for (String code : succession.from()) {
            if (succession.to().contains(code)) {
                wrong.add(new Field("/from", "documents.ends-and-takes-over", code));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        ending.forEach(it -> refuseUnlessItEndsThen(it, succession));
        taking.forEach(it -> refuseUnlessItIsThere(it, succession));
        refuseCircle(succession);
    }

    /** On one day agencies could give way in a ring; then nobody would be left to stand for them. */
    private void refuseCircle(Succession succession) {
        Set<String> reached = new HashSet<>(succession.to());
        Set<String> further = reached;
        while (!further.isEmpty()) {
            Set<String> next = new HashSet<>();
            successions.after(ALL_PROVINCES, further).forEach(it -> next.addAll(it.to()));
            next.removeAll(reached);
            reached.addAll(next);
            further = next;
        }
        for (String code : succession.from()) {
            if (reached.contains(code)) {
                throw new Failure.Rejected("documents.succession-in-a-circle", code);
            }
        }
    }

    private List<Agency> known(AccessScope scope, List<String> codes, String pointer, List<Field> wrong) {
        List<Agency> known = new ArrayList<>();
        for (String code : codes) {
            Optional<Agency> found = agencies.find(scope, code).map(Versioned::state);
            if (found.isPresent()) {
                known.add(found.get());
            } else {
                wrong.add(new Field(pointer, "documents.no-agency-here", code));
            }
        }
        return known;
    }

    private static void refuseUnlessItEndsThen(Agency agency, Succession succession) {
        if (!agency.existsOn(succession.lastDay())) {
            throw new Failure.Rejected(
                    "documents.not-there-to-succeed", agency.name(), agency.code(), succession.lastDay());
        }
    }

    /** A closed agency may still be named on the day it closed: it was there when the succession was first told. */
    private void refuseUnlessItIsThere(Agency agency, Succession succession) {
        boolean closedTheSameDay = succession.lastDay().equals(agency.validTo());
        if (!agency.existsOn(succession.on()) && !closedTheSameDay) {
            throw new Failure.Rejected(
                    "documents.not-there-to-take-over", agency.name(), agency.code(), succession.on());
        }
    }
}
