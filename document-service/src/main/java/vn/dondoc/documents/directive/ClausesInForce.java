package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.ProposeAmendments.Because;

/** The clauses of a directive as they stand after the amendments so far, and which of them a replacement means. */
final class ClausesInForce {

    private static final double ALIKE = 0.5;

    /** Less, and a clause that has the day is about something else. */
    private static final double NOT_UNLIKE = 0.3;

    private final List<Clause> clauses;

    ClausesInForce(Directive directive) {
        Map<String, Clause> standing = new LinkedHashMap<>();
        directive
                .reading()
                .provisions()
                .forEach(it -> standing.put(it.path(), Clause.of(it, it.limit().date())));
        for (Amendment amendment : directive.amendments()) {
            for (Amendment.Change change : amendment.changes()) {
                if (change.repealed()) {
                    standing.remove(change.path());
                } else if (change.dueOn() != null) {
                    standing.computeIfPresent(
                            change.path(), (path, it) -> new Clause(it.duty(), change.dueOn(), it.words()));
                }
            }
        }
        this.clauses = List.copyOf(standing.values());
    }

    /**
     * @param day that is its limit: as the paper names it, or the last one that an amendment set
     * @param words that it has
     */
    record Clause(Provision duty, @Nullable LocalDate day, Set<String> words) {

        private static Clause of(Provision duty, @Nullable LocalDate day) {
            return new Clause(duty, day, wordsOf(duty.text()));
        }

        /** Papers name the day of "trước ngày D" as D, an amendment set the last one in time. */
        private boolean had(Replacement it) {
            return it.replaces(day) || day != null && it.replaces(day.plusDays(1));
        }

        /** How many of its words a sentence has, from 0 to 1. */
        private double likeness(Set<String> sentence) {
            long shared = words.stream().filter(sentence::contains).count();
            return words.isEmpty() ? 0 : (double) shared / words.size();
        }
    }

    record Found(Clause clause, Because because) {}

    /** By place where one is named, and the day that is replaced where several duties stand there; else by that day or by words. */
    List<Found> meantBy(Replacement it) {
        String place = it.place();
        if (place != null) {
            List<Clause> there = at(place);
            List<Clause> ofThatDay = ofDay(there, it);
            List<Clause> dated =
                    there.stream().filter(clause -> clause.day() != null).toList();
            boolean moves = it.limit().date() != null;
            List<Clause> meant = !moves ? there : !ofThatDay.isEmpty() ? ofThatDay : dated.isEmpty() ? there : dated;
            return found(meant, Because.PLACE);
        }
        List<Clause> ofThatDay = ofDay(clauses, it);
        Set<String> sentence = wordsOf(it.text());
        if (ofThatDay.size() == 1 && ofThatDay.getFirst().likeness(sentence) >= NOT_UNLIKE) {
            return found(ofThatDay, Because.DAY);
        }
        List<Clause> among = ofThatDay.isEmpty() ? clauses : ofThatDay;
        return among.stream()
                .max(Comparator.comparingDouble(clause -> clause.likeness(sentence)))
                .filter(clause -> clause.likeness(sentence) >= ALIKE)
                .map(clause -> found(List.of(clause), Because.WORDS))
                .orElse(List.of());
    }

    private static List<Clause> ofDay(List<Clause> some, Replacement it) {
        return some.stream().filter(clause -> clause.had(it)).toList();
    }

    private static List<Found> found(List<Clause> some, Because because) {
        return some.stream().map(it -> new Found(it, because)).toList();
    }

    /** Those of a place, or under it; where its part is not named, those of the only place that ends so. */
    private List<Clause> at(String place) {
        boolean signed = clauses.stream().anyMatch(it -> it.duty().path().startsWith("Đ"));
        String wanted = (signed ? place : place.replaceFirst("^Đ(?=\\d)", "")).toLowerCase(Locale.ROOT);
        List<Clause> there = ofPath(path -> path.equals(wanted) || path.startsWith(wanted + "."));
        if (!there.isEmpty()) {
            return there;
        }
        List<Clause> within = ofPath(path -> path.endsWith("." + wanted) || path.contains("." + wanted + "."));
        long places = within.stream()
                .map(it -> it.duty().path().toLowerCase(Locale.ROOT))
                .map(path -> path.substring(0, (path + ".").indexOf("." + wanted + ".")))
                .distinct()
                .count();
        return places == 1 ? within : List.of();
    }

    private List<Clause> ofPath(Predicate<String> path) {
        return clauses.stream()
                .filter(it -> path.test(it.duty().path().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Set<String> wordsOf(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(it -> it.length() > 1)
                .collect(Collectors.toUnmodifiableSet());
    }
}
