package vn.dondoc.documents.directive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A clause that gives somebody something to do (điều khoản giao việc), one leaf duty each.
 *
 * @param path the document's own numbering, such as {@code III.1.2}
 * @param text verbatim: what is to be done
 * @param excerpt verbatim: the beginning of {@code text} that says it shortest, without purposes and manners
 * @param assignees phrases that name who leads, verbatim
 * @param cooperating phrases that name who co-operates, verbatim
 * @param assigneesImplicit whether the assignees come from a heading or the addressees because the clause names nobody
 * @param kind PERIODIC_REPORT, AGGREGATION, SUPERVISION, … where it is one
 * @param reportTo who is to be told, verbatim
 * @param product sản phẩm, verbatim
 */
public record Provision(
        String path,
        String text,
        String excerpt,
        List<String> assignees,
        List<String> cooperating,
        boolean assigneesImplicit,
        TimeLimit limit,
        @Nullable String kind,
        List<String> reportTo,
        @Nullable String product,
        Mark mark) {

    public Provision {
        assignees = List.copyOf(assignees);
        cooperating = List.copyOf(cooperating);
        reportTo = List.copyOf(reportTo);
    }

    /** The same duty under another mark. */
    Provision at(Mark other) {
        return new Provision(
                path, text, excerpt, assignees, cooperating, assigneesImplicit, limit, kind, reportTo, product, other);
    }

    /** The same duties, each in a place of its own: of two under one, the second is numbered on where nobody stands. */
    public static List<Provision> apart(List<Provision> duties) {
        Set<String> printed = duties.stream().map(Provision::path).collect(Collectors.toSet());
        Set<String> taken = new HashSet<>();
        List<Provision> apart = new ArrayList<>();
        for (Provision duty : duties) {
            String path = duty.path();
            for (int next = 2; taken.contains(path) || !path.equals(duty.path()) && printed.contains(path); next++) {
                path = duty.path() + "." + next;
            }
            taken.add(path);
            apart.add(path.equals(duty.path()) ? duty : duty.under(path));
        }
        return apart;
    }

    /** The same duty under another place. */
    Provision under(String otherPath) {
        return new Provision(
                otherPath,
                text,
                excerpt,
                assignees,
                cooperating,
                assigneesImplicit,
                limit,
                kind,
                reportTo,
                product,
                mark);
    }

    /** The same duty with another limit. */
    public Provision within(TimeLimit other) {
        return new Provision(
                path, text, excerpt, assignees, cooperating, assigneesImplicit, other, kind, reportTo, product, mark);
    }
}
