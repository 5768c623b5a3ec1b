package vn.dondoc.documents.intake.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.ReadingJson;
import vn.dondoc.documents.directive.Sign;
import vn.dondoc.documents.directive.Sure;

/**
 * Precision, recall and F1 per field. Dates and numbers count when they are equal; texts after folding white space and
 * case; a reference by its number, or by its name where it has none; a task when its text overlaps by 0.6 or more, and
 * what is said of it on the tasks so matched; a target by value, comparator, year and name. The words two texts share are taken over those of
 * the shorter, since one may quote less of a clause than the other; strictly, over those of both.
 */
public final class Scores {

    private static final double SAME_TASK = 0.6;
    private static final double SAME_NAME = 0.5;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> HEAD = List.of(
            "docType",
            "number",
            "symbol",
            "issueDate",
            "issueMonth",
            "place",
            "issuer",
            "issuerLevel",
            "province",
            "subject",
            "urgency");

    private static final List<String> RECURRENCE = List.of(
            "freq",
            "day",
            "month",
            "monthOfPeriod",
            "monthOffset",
            "periodOffset",
            "weekday",
            "weekOfMonth",
            "days",
            "inclusive");
    private static final Set<String> ALWAYS_COMPARED = Set.of("freq", "day", "month", "monthOfPeriod");

    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final List<Judged> judged = new ArrayList<>();
    private int documents;

    /** Which field of which document differs, and how. */
    public List<String> differences() {
        return List.copyOf(differences);
    }

    /**
     * Something that the reader said with some sureness, and whether it is right.
     *
     * @param sign why it was so sure
     */
    public record Judged(Sign sign, double confidence, boolean right) {}

    /** All that it said of duties and targets. */
    public List<Judged> judged() {
        return List.copyOf(judged);
    }

    private void judge(JsonNode read, Sure.Field field, boolean right) {
        for (JsonNode it : read.path("sure")) {
            if (it.path("field").asString().equals(field.name())) {
                Sign sign = Sign.valueOf(it.path("sign").asString());
                judged.add(new Judged(sign, it.path("confidence").asDouble(), right));
            }
        }
    }

    /** F1 of a field, from 0 to 1. */
    public double f1(String field) {
        return tally(field).f1();
    }

    /**
     * Compares one reading.
     *
     * @param name of the document, for the differences
     * @param gold the reading made by hand, as JSON
     */
    public void add(String name, String gold, Reading reading) {
        documents++;
        JsonNode expected = JSON.readTree(gold);
        JsonNode read = JSON.readTree(ReadingJson.write(reading));
        for (String field : HEAD) {
            one(name, field, text(expected, field), text(read, field));
        }
        for (String field : List.of("name", "title", "authority")) {
            one(name, "signer." + field, text(expected.path("signer"), field), text(read.path("signer"), field));
        }
        list(name, "addressees", texts(expected.path("addressees")), texts(read.path("addressees")));
        list(name, "recipients", texts(expected.path("recipients")), texts(read.path("recipients")));
        references(name, items(expected, "references"), items(read, "references"));
        tasks(name, items(expected, "tasks"), items(read, "tasks"));
        targets(name, items(expected, "indicators"), items(read, "indicators"));
    }

    private void one(String name, String field, @Nullable String expected, @Nullable String read) {
        boolean right =
                expected != null && read != null && Words.folded(expected).equals(Words.folded(read));
        tally(field).add(expected == null ? 0 : 1, read == null ? 0 : 1, right ? 1 : 0);
        if (!right && !(expected == null && read == null)) {
            differences.add(name + " " + field + ": «" + read + "» instead of «" + expected + "»");
        }
    }

    private void list(String name, String field, List<String> expected, List<String> read) {
        List<String> left = new ArrayList<>(expected.stream().map(Words::folded).toList());
        int right = 0;
        for (String it : read) {
            if (left.remove(Words.folded(it))) {
                right++;
            } else {
                differences.add(name + " " + field + ": + " + it);
            }
        }
        left.forEach(it -> differences.add(name + " " + field + ": - " + it));
        tally(field).add(expected.size(), read.size(), right);
    }

    private void references(String name, List<JsonNode> expected, List<JsonNode> read) {
        List<Pair> pairs = matched(expected, read, Scores::sameReference, 0.5);
        tally("references").add(expected.size(), read.size(), pairs.size());
        missing(name, "references", expected, read, pairs, "text");
        for (Pair it : pairs) {
            one(name, "references.date", text(it.expected(), "date"), text(it.read(), "date"));
            if (text(it.expected(), "role") != null) {
                one(name, "references.role", text(it.expected(), "role"), text(it.read(), "role"));
            }
        }
    }

    private static double sameReference(JsonNode expected, JsonNode read) {
        String number = text(expected, "number");
        String other = text(read, "number");
        if (number != null || other != null) {
            boolean same =
                    number != null && other != null && number.replace(" ", "").equalsIgnoreCase(other.replace(" ", ""));
            String date = text(expected, "date");
            return same ? (date == null || date.equals(text(read, "date")) ? 1 : 0.6) : 0;
        }
        return Words.containment(String.valueOf(text(expected, "text")), String.valueOf(text(read, "text")));
    }

    private void tasks(String name, List<JsonNode> expected, List<JsonNode> read) {
        tally("tasks").add(0, 0, 0);
        List<Pair> strictly = matched(expected, read, (a, b) -> alike(a, b, Words::overlap), SAME_TASK);
        tally("tasks (strict)").add(expected.size(), read.size(), strictly.size());
        List<Pair> pairs = matched(expected, read, (a, b) -> alike(a, b, Words::containment), SAME_TASK);
        tally("tasks").add(expected.size(), read.size(), pairs.size());
        missing(name, "tasks", expected, read, pairs, "text");
        read.forEach(it -> judge(it, Sure.Field.DUTY, pairs.stream().anyMatch(pair -> pair.read() == it)));
        for (Pair it : pairs) {
            judge(
                    it.read(),
                    Sure.Field.DOER,
                    same(plain(it.expected().path("assignees")), plain(it.read().path("assignees"))));
            judge(it.read(), Sure.Field.LIMIT, hasSameLimit(it));
            judge(
                    it.read(),
                    Sure.Field.RECURRENCE,
                    Objects.equals(recurrence(it.expected(), it.expected()), recurrence(it.read(), it.expected()))
                            && Objects.equals(text(it.expected(), "period"), text(it.read(), "period")));
            String at = name + " " + text(it.expected(), "path");
            if (!mayBeGiven(it.expected())) {
                one(at, "tasks.deadline", text(it.expected(), "deadline"), text(it.read(), "deadline"));
            }
            if (text(it.expected(), "deadline") != null && it.expected().has("deadlineInclusive")) {
                one(
                        at,
                        "tasks.inclusive",
                        text(it.expected(), "deadlineInclusive"),
                        text(it.read(), "deadlineInclusive"));
            }
            one(at, "tasks.time", text(it.expected(), "deadlineTime"), text(it.read(), "deadlineTime"));
            one(at, "tasks.period", text(it.expected(), "period"), text(it.read(), "period"));
            one(at, "tasks.recurrence", recurrence(it.expected(), it.expected()), recurrence(it.read(), it.expected()));
            one(at, "tasks.relative", relative(it.expected()), relative(it.read()));
            list(
                    at,
                    "tasks.assignees",
                    plain(it.expected().path("assignees")),
                    plain(it.read().path("assignees")));
            list(at, "tasks.cooperating", plain(cooperating(it.expected())), plain(cooperating(it.read())));
            list(
                    at,
                    "tasks.lead",
                    plain(it.expected().path("lead")),
                    plain(it.read().path("lead")));
            list(
                    at,
                    "tasks.reportTo",
                    plain(it.expected().path("reportTo")),
                    plain(it.read().path("reportTo")));
            list(at, "tasks.milestones", milestones(it.expected()), milestones(it.read()));
        }
    }

    private static List<String> milestones(JsonNode task) {
        return items(task, "milestones").stream()
                .map(it -> String.valueOf(text(it, "deadline")))
                .toList();
    }

    private static boolean same(List<String> expected, List<String> read) {
        return Set.copyOf(expected).equals(Set.copyOf(read));
    }

    private static boolean hasSameLimit(Pair it) {
        boolean date = mayBeGiven(it.expected())
                || Objects.equals(text(it.expected(), "deadline"), text(it.read(), "deadline"));
        return date
                && Objects.equals(text(it.expected(), "period"), text(it.read(), "period"))
                && Objects.equals(relative(it.expected()), relative(it.read()))
                && Objects.equals(text(it.expected(), "deadlineTime"), text(it.read(), "deadlineTime"));
    }

    /** A limit that runs from the date of issue may also be given as a date, and need not. */
    private static boolean mayBeGiven(JsonNode task) {
        return text(task, "deadline") == null && "ISSUE_DATE".equals(text(task.path("deadlineRelative"), "from"));
    }

    private static double alike(JsonNode expected, JsonNode read, ToDoubleBiFunction<String, String> likeness) {
        String one = String.valueOf(text(expected, "text"));
        String other = String.valueOf(text(read, "text"));
        return likeness.applyAsDouble(one, other) + Words.overlap(one, other) / 100;
    }

    private static JsonNode cooperating(JsonNode task) {
        return task.has("cooperating") ? task.path("cooperating") : task.path("cooperatingAgencies");
    }

    /** What comes round, as far as the reading made by hand says: many of them say no more than a day. */
    private static @Nullable String recurrence(JsonNode task, JsonNode expected) {
        JsonNode it = task.path("recurrence");
        if (!it.isObject()) {
            return null;
        }
        JsonNode said = expected.path("recurrence");
        return RECURRENCE.stream()
                .filter(key -> ALWAYS_COMPARED.contains(key) || text(said, key) != null)
                .map(key -> key + "=" + text(it, key))
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String relative(JsonNode task) {
        JsonNode it = task.path("deadlineRelative");
        return it.isObject() ? "%s %s %s".formatted(text(it, "amount"), text(it, "unit"), text(it, "from")) : null;
    }

    private void targets(String name, List<JsonNode> expected, List<JsonNode> read) {
        List<Pair> pairs = matched(expected, read, Scores::sameTarget, SAME_NAME);
        tally("targets").add(expected.size(), read.size(), pairs.size());
        missing(name, "targets", expected, read, pairs, "name");
        read.forEach(it -> judge(it, Sure.Field.TARGET, pairs.stream().anyMatch(pair -> pair.read() == it)));
    }

    private static double sameTarget(JsonNode expected, JsonNode read) {
        boolean same = sameNumber(expected, read, "target")
                && sameNumber(expected, read, "targetMax")
                && Objects.equals(text(expected, "comparator"), text(read, "comparator"))
                && Objects.equals(text(expected, "year"), text(read, "year"));
        String name = String.valueOf(text(expected, "name"));
        String other = String.valueOf(text(read, "name"));
        return same ? Math.max(Words.overlap(name, other), Words.containment(name, other)) : 0;
    }

    private static boolean sameNumber(JsonNode expected, JsonNode read, String field) {
        String one = text(expected, field);
        String other = text(read, field);
        return one == null || other == null
                ? Objects.equals(one, other)
                : new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    private record Pair(JsonNode expected, JsonNode read, double likeness) {}

    /** The likest pairs first, each side once. */
    private static List<Pair> matched(
            List<JsonNode> expected,
            List<JsonNode> read,
            ToDoubleBiFunction<JsonNode, JsonNode> likeness,
            double least) {
        List<Pair> candidates = new ArrayList<>();
        for (JsonNode one : expected) {
            for (JsonNode other : read) {
                double like = likeness.applyAsDouble(one, other);
                if (like >= least) {
                    candidates.add(new Pair(one, other, like));
                }
            }
        }
        candidates.sort((a, b) -> Double.compare(b.likeness(), a.likeness()));
        List<Pair> pairs = new ArrayList<>();
        for (Pair it : candidates) {
            if (pairs.stream().noneMatch(taken -> taken.expected() == it.expected() || taken.read() == it.read())) {
                pairs.add(it);
            }
        }
        return pairs;
    }

    private void missing(
            String name, String field, List<JsonNode> expected, List<JsonNode> read, List<Pair> pairs, String shown) {
        for (JsonNode it : expected) {
            if (pairs.stream().noneMatch(pair -> pair.expected() == it)) {
                differences.add("%s %s: - %s %s".formatted(name, field, label(it), text(it, shown)));
            }
        }
        for (JsonNode it : read) {
            if (pairs.stream().noneMatch(pair -> pair.read() == it)) {
                differences.add("%s %s: + %s %s".formatted(name, field, label(it), text(it, shown)));
            }
        }
    }

    private static String label(JsonNode it) {
        String path = text(it, "path");
        String number = text(it, "number");
        String target = text(it, "target");
        return (path == null ? number == null ? "" : number : path)
                + (it.has("comparator")
                        ? " [" + text(it, "comparator") + " " + target + " " + text(it, "year") + "]"
                        : "");
    }

    private static List<String> plain(JsonNode list) {
        return texts(list).stream()
                .map(it -> Words.folded(it).replaceFirst("^(?:các|những) ", ""))
                .toList();
    }

    private static List<JsonNode> items(JsonNode of, String field) {
        List<JsonNode> items = new ArrayList<>();
        of.path(field).forEach(items::add);
        return items;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(it -> texts.add(it.asString()));
        return texts;
    }

    private static @Nullable String text(JsonNode of, String field) {
        JsonNode it = of.path(field);
        return it.isMissingNode() || it.isNull() ? null : it.isValueNode() ? it.asString() : it.toString();
    }

    private Tally tally(String field) {
        return tallies.computeIfAbsent(field, it -> new Tally());
    }

    /** A line per field. */
    public String table() {
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d documents%n%-20s %9s %9s %9s %7s %7s%n",
                documents,
                "field",
                "precision",
                "recall",
                "F1",
                "gold",
                "read"));
        tallies.forEach((field, it) -> table.append(String.format(
                Locale.ROOT,
                "%-20s %9.3f %9.3f %9.3f %7d %7d%n",
                field,
                it.precision(),
                it.recall(),
                it.f1(),
                it.expected(),
                it.found())));
        return table.toString();
    }
}
