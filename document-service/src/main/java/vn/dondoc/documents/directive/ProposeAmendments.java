package vn.dondoc.documents.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.VietnamTime;

/**
 * What a paper that changes others would do to those in the registry: which of their clauses, and what holds for them from
 * now on. It proposes; a clerk amends.
 */
@Component
public class ProposeAmendments {

    /** As many as one amendment takes. */
    private static final int MOST_CHANGES = 200;

    private final Directives directives;
    private final Clock clock;

    ProposeAmendments(Directives directives, Clock clock) {
        this.directives = directives;
        this.clock = clock;
    }

    /**
     * What one paper in the registry would become.
     *
     * @param directiveId {@code null} if the paper is not in the registry
     * @param number as the changing paper cites it; {@code null} if it does not say
     * @param amendable whether it is in force, so that it can be amended
     * @param changes clauses that were found
     * @param byHand what was not found, or cannot be put as a change of a last day or of who leads
     */
    public record Proposal(
            @Nullable String directiveId,
            @Nullable String number,
            @Nullable String subject,
            boolean amendable,
            List<ProposedChange> changes,
            List<ByHand> byHand) {

        public Proposal {
            changes = List.copyOf(changes);
            byHand = List.copyOf(byHand);
        }
    }

    /** How a clause was found. */
    public enum Because {
        /** By the place that the changing paper names. */
        PLACE,
        /** It is the only one with the limit that is replaced. */
        DAY,
        /** Its words are those of the changing sentence. */
        WORDS
    }

    /**
     * What would change in a clause.
     *
     * @param text of the clause
     * @param dueBefore day that the clause names as its limit
     * @param dueOn last day in time from now on; {@code null} if it stays
     * @param lead codes of those that lead from now on; {@code null} if they stay
     * @param says the sentence that changes it
     */
    public record ProposedChange(
            String path,
            String text,
            @Nullable LocalDate dueBefore,
            @Nullable LocalDate dueOn,
            boolean repealed,
            @Nullable List<String> lead,
            Because because,
            String says) {}

    /**
     * What a clerk has to do without help.
     *
     * @param place the clause, as far as the paper names one
     */
    public record ByHand(String says, @Nullable String place, Why why) {}

    /** Why there is nothing to propose. */
    public enum Why {
        /** The paper that is changed is not in the registry. */
        NO_DIRECTIVE,
        /** Several papers of the registry may be meant. */
        SEVERAL_DIRECTIVES,
        /** None of its clauses fits, or several do. */
        NO_CLAUSE,
        /** It changes words, or how the duty comes round. */
        NOT_A_DAY,
        /** One amendment takes no more. */
        TOO_MANY
    }

    /** @param named agencies that a phrase names on a day */
    public List<Proposal> of(
            AccessScope scope, Versioned<Directive> changing, BiFunction<String, LocalDate, List<String>> named) {
        Reading reading = changing.state().reading();
        Map<String, List<Replacement>> byPaper = new LinkedHashMap<>();
        reading.replacements()
                .forEach(it -> byPaper.computeIfAbsent(String.valueOf(it.number()), any -> new ArrayList<>())
                        .add(it));
        return byPaper.values().stream()
                .map(some -> proposal(scope, changing, some, named))
                .toList();
    }

    private Proposal proposal(
            AccessScope scope,
            Versioned<Directive> changing,
            List<Replacement> some,
            BiFunction<String, LocalDate, List<String>> named) {
        String number = some.getFirst().number();
        Reading reading = changing.state().reading();
        List<Versioned<Directive>> registered = registered(scope, changing, number, some);
        Optional<Versioned<Directive>> target =
                registered.size() == 1 ? Optional.of(registered.getFirst()) : Optional.empty();
        if (target.isEmpty()) {
            Why why = registered.isEmpty() ? Why.NO_DIRECTIVE : Why.SEVERAL_DIRECTIVES;
            List<ByHand> all = some.stream()
                    .map(it -> new ByHand(it.text(), it.place(), why))
                    .toList();
            return new Proposal(null, number, null, false, List.of(), all);
        }
        Directive directive = target.get().state();
        var inForce = new ClausesInForce(directive);
        LocalDate day = reading.issueDate() == null ? VietnamTime.today(clock) : reading.issueDate();
        List<ProposedChange> changes = new ArrayList<>();
        List<ByHand> byHand = new ArrayList<>();
        for (Replacement it : some) {
            if (changes.size() >= MOST_CHANGES) {
                byHand.add(new ByHand(it.text(), it.place(), Why.TOO_MANY));
                continue;
            }
            List<String> lead = it.lead().stream()
                    .flatMap(phrase -> named.apply(phrase, day).stream())
                    .distinct()
                    .sorted()
                    .toList();
            LocalDate dueOn = lastDay(it.limit());
            if (dueOn == null && lead.isEmpty() && !it.repealed()) {
                byHand.add(new ByHand(it.text(), it.place(), Why.NOT_A_DAY));
                continue;
            }
            List<ClausesInForce.Found> clauses = inForce.meantBy(it);
            if (clauses.isEmpty()) {
                byHand.add(new ByHand(it.text(), it.place(), Why.NO_CLAUSE));
            }
            for (ClausesInForce.Found clause : clauses) {
                changes.add(new ProposedChange(
                        clause.clause().duty().path(),
                        clause.clause().duty().excerpt(),
                        clause.clause().day(),
                        dueOn,
                        it.repealed(),
                        it.repealed() || lead.isEmpty() ? null : lead,
                        clause.because(),
                        it.text()));
            }
        }
        return new Proposal(
                target.get().id(),
                number,
                directive.reading().head().subject(),
                directive.status().isInForce(),
                changes,
                byHand);
    }

    /** Those of that number; numbers begin again every year, so the date or the year that is named with it has to fit. */
    private List<Versioned<Directive>> registered(
            AccessScope scope, Versioned<Directive> changing, @Nullable String number, List<Replacement> some) {
        if (number == null) {
            return List.of();
        }
        Reading reading = changing.state().reading();
        Identity cited = reading.citations().stream()
                .filter(it -> number.equalsIgnoreCase(it.number()))
                .findFirst()
                .map(Identity::of)
                .orElse(new Identity(number, null, null));
        Pattern ofYear = Pattern.compile(Pattern.quote(number) + "[^;.]{0,20}năm (20\\d\\d)");
        Set<String> years = Stream.concat(
                        some.stream().map(Replacement::text),
                        Stream.ofNullable(reading.head().subject()))
                .flatMap(it -> ofYear.matcher(it).results())
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
        List<Versioned<Directive>> fitting = directives.identified(scope, cited).stream()
                .filter(it -> !it.id().equals(changing.id()))
                .filter(it -> {
                    LocalDate day = it.state().reading().issueDate();
                    return years.isEmpty() || day == null || years.contains(String.valueOf(day.getYear()));
                })
                .toList();
        List<Versioned<Directive>> inForce =
                fitting.stream().filter(it -> it.state().status().isInForce()).toList();
        return inForce.isEmpty() ? fitting : inForce;
    }

    /** "Trước ngày D" leaves the day before as the last. */
    private static @Nullable LocalDate lastDay(TimeLimit limit) {
        LocalDate day = limit.date();
        return day == null || limit.dayCounts() ? day : day.minusDays(1);
    }
}
