package vn.dondoc.reporting.target;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.reporting.indicator.Indicator;
import vn.dondoc.reporting.indicator.Indicators;

/**
 * Keeps the targets that directives set and ties each to the indicator whose wording is nearest, if one is near enough.
 * The lead agency can tie what was left open, or tie it otherwise.
 */
@Component
public class SetTargets {

    private static final AccessScope SELF = AccessScope.ofService("set-targets");

    /** Share of the words of an indicator's wording that a target must have for the two to be the same. */
    private static final double NEAR_ENOUGH = 0.75;

    private final Targets targets;
    private final Indicators indicators;

    SetTargets(Targets targets, Indicators indicators) {
        this.targets = targets;
        this.indicators = indicators;
    }

    public void set(Target target) {
        Decision<Target, TargetEvent> decision = nearest(target, indicators.ofProvince(SELF, target.province()))
                .map(it -> target.tieTo(it.code()))
                .orElse(Decision.quietly(target));
        targets.keep(SELF, target, decision);
    }

    /**
     * The directive, or a clause of it, is in force no longer.
     *
     * @param clause {@code null} for all
     */
    public void drop(String eventId, String directiveId, @Nullable String clause, String reason) {
        for (Versioned<Target> it : targets.ofDirective(SELF, directiveId)) {
            if (clause == null || clause.equals(it.state().clause())) {
                Command command = Command.causedBy(eventId + "/" + it.id(), SELF.actor());
                targets.change(SELF, it.id(), command, target -> target.drop(reason));
            }
        }
    }

    /** Its directive set another number in its place. */
    public void amend(
            String eventId, String id, BigDecimal value, @Nullable BigDecimal valueMax, @Nullable String year) {
        Command command = Command.causedBy(eventId + "/" + id, SELF.actor());
        targets.change(SELF, id, command, target -> target.amended(value, valueMax, year));
    }

    /** The number of a directive became known. */
    public void number(String eventId, String directiveId, String number) {
        for (Versioned<Target> it : targets.ofDirective(SELF, directiveId)) {
            Command command = Command.causedBy(eventId + "/" + it.id(), SELF.actor());
            targets.change(SELF, it.id(), command, target -> target.numbered(number));
        }
    }

    /** Looks again at targets that found no indicator, now that one was defined. */
    public void tieOpenTargets(Indicator defined) {
        for (Versioned<Target> it : targets.ofProvince(SELF, defined.province())) {
            if (it.state().indicator() == null
                    && it.state().dropped() == null
                    && nearest(it.state(), List.of(defined)).isPresent()) {
                Command command = Command.causedBy(it.id() + "/" + defined.code(), SELF.actor());
                targets.change(SELF, it.id(), command, target -> target.tieTo(defined.code()));
            }
        }
    }

    private static Optional<Indicator> nearest(Target target, List<Indicator> candidates) {
        Set<String> words = words(target.name());
        return candidates.stream()
                .filter(it -> it.measures(target.aim(), target.baseline()))
                .filter(it -> nearness(it, words) >= NEAR_ENOUGH)
                .max(Comparator.comparingDouble(it -> nearness(it, words)));
    }

    /** Of the indicator's wordings, the best overlap (Jaccard's index weighted to the wording). */
    private static double nearness(Indicator indicator, Set<String> words) {
        double best = 0;
        for (String wording : indicator.wordings()) {
            Set<String> own = words(wording);
            Set<String> common = new HashSet<>(own);
            common.retainAll(words);
            if (!own.isEmpty()) {
                double covered = (double) common.size() / own.size();
                double ofTarget = (double) common.size() / Math.max(1, words.size());
                best = Math.max(best, covered * 0.8 + ofTarget * 0.2);
            }
        }
        return best;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")) {
            if (word.length() > 1) {
                words.add(word);
            }
        }
        return words;
    }
}
