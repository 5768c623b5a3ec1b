package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;

/**
 * What a paper that changes others would do to those in the registry: which of their clauses, and what holds for them from
 * now on. It proposes; a clerk amends.
 */
@Component
public class ProposeAmendments {

    private static final double ALIKE = 0.5;

    /** As many as one amendment takes. */
    private static final int MOST_CHANGES = 200;

    private final Directives directives;

    ProposeAmendments(Directives directives) {
        this.directives = directives;
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
            List<Change> changes,
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
    public record Change(
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
        Optional<Versioned<Directive>> target = registered(scope, changing, number);
        if (target.isEmpty()) {
            List<ByHand> all = some.stream()
                    .map(it -> new ByHand(it.text(), it.place(), Why.NO_DIRECTIVE))
                    .toList();
            return new Proposal(null, number, null, false, List.of(), all);
        }
        Directive directive = target.get().state();
        LocalDate day = reading.issueDate() == null ? LocalDate.MAX : reading.issueDate();
        List<Change> changes = new ArrayList<>();
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
            List<Found> clauses = clauses(directive.reading().provisions(), it);
            if (clauses.isEmpty()) {
                byHand.add(new ByHand(it.text(), it.place(), Why.NO_CLAUSE));
            }
            for (Found clause : clauses) {
                changes.add(new Change(
                        clause.duty().path(),
                        clause.duty().excerpt(),
                        clause.duty().limit().date(),
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

    private Optional<Versioned<Directive>> registered(
            AccessScope scope, Versioned<Directive> changing, @Nullable String number) {
        if (number == null) {
            return Optional.empty();
        }
        Identity cited = changing.state().reading().citations().stream()
                .filter(it -> number.equalsIgnoreCase(it.number()))
                .findFirst()
                .map(Identity::of)
                .orElse(new Identity(number, null, null));
        return directives.numbered(scope, number).stream()
                .filter(it -> !it.id().equals(changing.id()))
                .filter(it -> Identity.of(it.state().reading()).matches(cited))
                .min(Comparator.comparing(it -> !it.state().status().isInForce()));
    }

    /** "Trước ngày D" leaves the day before as the last. */
    private static @Nullable LocalDate lastDay(TimeLimit limit) {
        LocalDate day = limit.date();
        return day == null || limit.dayCounts() ? day : day.minusDays(1);
    }

    private record Found(Provision duty, Because because) {}

    /** By place where one is named, and the day that is replaced where several duties stand there; else by that day or by words. */
    private static List<Found> clauses(List<Provision> duties, Replacement it) {
        String place = it.place();
        if (place != null) {
            List<Provision> there = at(duties, place);
            List<Provision> ofThatDay = there.stream()
                    .filter(duty -> it.replaces(duty.limit().date()))
                    .toList();
            List<Provision> dated =
                    there.stream().filter(duty -> duty.limit().date() != null).toList();
            boolean moves = it.limit().date() != null;
            List<Provision> meant = !moves ? there : !ofThatDay.isEmpty() ? ofThatDay : dated.isEmpty() ? there : dated;
            return found(meant, Because.PLACE);
        }
        List<Provision> ofThatDay =
                duties.stream().filter(duty -> it.replaces(duty.limit().date())).toList();
        if (ofThatDay.size() == 1) {
            return found(ofThatDay, Because.DAY);
        }
        List<Provision> among = ofThatDay.isEmpty() ? duties : ofThatDay;
        return among.stream()
                .max(Comparator.comparingDouble(duty -> likeness(duty.text(), it.text())))
                .filter(duty -> likeness(duty.text(), it.text()) >= ALIKE)
                .map(duty -> found(List.of(duty), Because.WORDS))
                .orElse(List.of());
    }

    private static List<Found> found(List<Provision> some, Because because) {
        return some.stream().map(it -> new Found(it, because)).toList();
    }

    /** Those of a place, or under it; where its part is not named, those of the only place that ends so. */
    private static List<Provision> at(List<Provision> duties, String place) {
        String wanted = plain(place);
        List<Provision> there = some(duties, path -> path.equals(wanted) || path.startsWith(wanted + "."));
        if (!there.isEmpty()) {
            return there;
        }
        List<Provision> within = some(duties, path -> path.endsWith("." + wanted) || path.contains("." + wanted + "."));
        long places = within.stream()
                .map(it -> plain(it.path()))
                .map(path -> path.substring(0, (path + ".").indexOf("." + wanted + ".")))
                .distinct()
                .count();
        return places == 1 ? within : List.of();
    }

    private static List<Provision> some(List<Provision> duties, Predicate<String> path) {
        return duties.stream().filter(it -> path.test(plain(it.path()))).toList();
    }

    /** Earlier releases wrote articles without their sign. */
    private static String plain(String path) {
        return path.replaceFirst("^Đ(?=\\d)", "").toLowerCase(Locale.ROOT);
    }

    /** How many words of the clause the sentence has, from 0 to 1. */
    private static double likeness(String clause, String sentence) {
        List<String> words = words(clause);
        List<String> others = words(sentence);
        long shared = words.stream().filter(others::contains).count();
        return words.isEmpty() ? 0 : (double) shared / words.size();
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).stream()
                .filter(it -> it.length() > 1)
                .distinct()
                .toList();
    }
}
