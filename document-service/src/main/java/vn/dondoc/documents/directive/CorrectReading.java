package vn.dondoc.documents.directive;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Failure;

/** Puts a clerk's duties and targets in the place of what was read. */
final class CorrectReading {

    private final Reading reading;
    private final int textLength;
    private final Correction.Wanted wanted;
    private final List<Failure.Field> wrong = new ArrayList<>();

    /** @param textLength characters of the text, within which marks lie */
    CorrectReading(Reading reading, int textLength, Correction.Wanted wanted) {
        this.reading = reading;
        this.textLength = textLength;
        this.wanted = wanted;
    }

    /** What stands after it. */
    record Corrected(Reading reading, List<Provision> before, List<Target> targetsBefore) {}

    /** @throws Failure.Invalid naming each field that cannot be */
    Corrected corrected() {
        if (wanted.isNothing()) {
            throw new Failure.Invalid("/duties", "documents.no-correction");
        }
        Set<String> paths = reading.provisions().stream().map(Provision::path).collect(Collectors.toSet());
        Set<String> targetPaths = reading.targets().stream().map(Target::path).collect(Collectors.toSet());
        known("/remove", wanted.remove(), paths);
        known("/removeTargets", wanted.removeTargets(), targetPaths);
        Set<String> put = new HashSet<>();
        for (int i = 0; i < wanted.put().size(); i++) {
            duty("/duties/" + i, wanted.put().get(i), put);
        }
        for (int i = 0; i < wanted.putTargets().size(); i++) {
            target("/targets/" + i, wanted.putTargets().get(i));
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        List<Provision> before = reading.provisions().stream()
                .filter(it -> wanted.remove().contains(it.path()) || put.contains(it.path()))
                .toList();
        List<Target> targetsBefore = reading.targets().stream()
                .filter(it -> wanted.removeTargets().contains(it.path()))
                .toList();
        List<Target> targets = new ArrayList<>(reading.targets());
        targets.removeAll(targetsBefore);
        targets.addAll(wanted.putTargets());
        List<Provision> after = provisions();
        return new Corrected(reading.correctedWith(after, targets, open(before, after)), before, targetsBefore);
    }

    private void known(String pointer, List<String> named, Set<String> there) {
        for (int i = 0; i < named.size(); i++) {
            if (!there.contains(named.get(i))) {
                wrong.add(new Failure.Field(pointer + "/" + i, "documents.no-clause", named.get(i)));
            }
        }
    }

    private void duty(String pointer, Provision it, Set<String> put) {
        if (!put.add(it.path())) {
            wrong.add(new Failure.Field(pointer + "/path", "documents.clause-twice", it.path()));
        }
        if (wanted.remove().contains(it.path())) {
            wrong.add(new Failure.Field(pointer + "/path", "documents.put-and-removed", it.path()));
        }
        mark(pointer, it.mark());
        TimeLimit limit = it.limit();
        boolean dated = limit.date() != null || limit.relative() != null;
        if (limit.kind() == TimeLimit.Kind.DATE && !dated) {
            wrong.add(new Failure.Field(pointer + "/limit/date", "documents.limit-without-day"));
        }
        if (limit.kind() != TimeLimit.Kind.DATE && limit.date() != null) {
            wrong.add(new Failure.Field(pointer + "/limit/date", "documents.day-without-limit", limit.kind()));
        }
        if (limit.kind() == TimeLimit.Kind.RECURRING && limit.frequency() == null) {
            wrong.add(new Failure.Field(pointer + "/limit/frequency", "documents.recurs-without-frequency"));
        }
        Recurrence recurrence = limit.recurrence();
        if (recurrence != null && Integer.valueOf(0).equals(recurrence.weekOfMonth())) {
            wrong.add(new Failure.Field(pointer + "/limit/recurrence/weekOfMonth", "documents.no-such-week"));
        }
        List<String> days = recurrence == null || recurrence.days() == null ? List.of() : recurrence.days();
        for (int i = 0; i < days.size(); i++) {
            if (!isDayOfYear(days.get(i))) {
                wrong.add(new Failure.Field(
                        pointer + "/limit/recurrence/days/" + i, "documents.no-such-day", days.get(i)));
            }
        }
        if (limit.date() != null && !OfficeYears.include(limit.date())) {
            wrong.add(OfficeYears.unlikely(pointer + "/limit/date"));
        }
    }

    private void target(String pointer, Target it) {
        mark(pointer, it.mark());
        BigDecimal from = it.value();
        BigDecimal to = it.valueMax();
        if ("range".equals(it.comparator()) ? from == null || to == null || from.compareTo(to) > 0 : to != null) {
            wrong.add(new Failure.Field(pointer + "/valueMax", "documents.range-needs-both"));
        }
    }

    private static boolean isDayOfYear(String day) {
        try {
            MonthDay.parse("--" + day);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private void mark(String pointer, Mark mark) {
        if (mark.end() > textLength) {
            wrong.add(new Failure.Field(pointer + "/end", "documents.mark-outside", textLength));
        }
    }

    /**
     * In the order of the paper: a duty takes the place of the one whose path it has, the pieces of one that was divided stand
     * where that stood, and what is new stands behind the last before it.
     */
    private List<Provision> provisions() {
        Set<String> there = reading.provisions().stream().map(Provision::path).collect(Collectors.toSet());
        Set<String> put = wanted.put().stream().map(Provision::path).collect(Collectors.toSet());
        List<Provision> left = new ArrayList<>(wanted.put());
        List<Provision> all = new ArrayList<>();
        for (Provision it : reading.provisions()) {
            boolean removed = wanted.remove().contains(it.path());
            // Rows of several tables may have one number; what is put takes the place of all of them.
            all.addAll(take(
                    left,
                    other -> other.path().equals(it.path())
                            || removed && other.path().startsWith(it.path() + ".") && !there.contains(other.path())));
            if (!removed && !put.contains(it.path())) {
                all.add(it);
            }
        }
        for (Provision it : left) {
            int at = 0;
            for (int i = 0; i < all.size(); i++) {
                at = standsBehind(it, all.get(i)) ? i + 1 : at;
            }
            all.add(at, it);
        }
        return all;
    }

    /** By where it stands in the text; without that by its number. */
    private static boolean standsBehind(Provision it, Provision other) {
        return it.mark().end() == 0
                ? comparePaths(other.path(), it.path()) <= 0
                : other.mark().start() <= it.mark().start();
    }

    /** As the paper numbers: 2 before 10, 1 before 1.2 before 2. */
    private static int comparePaths(String one, String other) {
        String[] a = one.split("\\.");
        String[] b = other.split("\\.");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            boolean numbers = a[i].matches("\\d{1,9}") && b[i].matches("\\d{1,9}");
            int compared =
                    numbers ? Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i])) : a[i].compareTo(b[i]);
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static List<Provision> take(List<Provision> from, Predicate<Provision> wanted) {
        List<Provision> taken = from.stream().filter(wanted).toList();
        from.removeAll(taken);
        return taken;
    }

    /**
     * What is still to be looked at: not what lies in the words of a duty that was put right or removed, nor that none was
     * read.
     */
    private List<Finding> open(List<Provision> before, List<Provision> after) {
        List<Mark> settled = Stream.of(
                        wanted.put().stream().map(Provision::mark),
                        before.stream().map(Provision::mark),
                        wanted.putTargets().stream().map(Target::mark))
                .flatMap(it -> it)
                .toList();
        return reading.findings().stream()
                .filter(it -> settled.stream().noneMatch(mark -> overlaps(it.mark(), mark)))
                .filter(it -> it.code() != Finding.Code.NO_DUTIES || after.isEmpty())
                .toList();
    }

    private static boolean overlaps(@Nullable Mark finding, Mark mark) {
        return finding != null && finding.start() < mark.end() && mark.start() < finding.end();
    }
}
