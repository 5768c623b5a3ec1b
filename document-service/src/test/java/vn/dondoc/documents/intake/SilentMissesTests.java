package vn.dondoc.documents.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.TimeMention;
import vn.dondoc.documents.directive.TimeMention.Standing;
import vn.dondoc.documents.intake.time.TimeMentions;

/**
 * Limits that a reading made by hand has, of which the reader makes neither a limit nor a finding. A limit that nobody sees
 * is a duty that nobody presses.
 */
class SilentMissesTests {

    private static final Path READINGS = Path.of("src/test/resources/readings");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Standing> SAID =
            Set.of(Standing.LIMIT, Standing.UNREAD, Standing.EXPIRED, Standing.REPLACED);

    private final VietnameseDocumentReader reader = new VietnameseDocumentReader();

    /** @param mostPerPaper times found to be unread in a paper, on average: each costs the clerk a glance */
    @ParameterizedTest
    @CsvSource({"worked, 1, 1.5", "held-out, 1, 2"})
    void noLimitIsMissedInSilence(String half, int mostSilent, double mostPerPaper) throws IOException {
        List<Path> golds;
        try (Stream<Path> files = Files.list(READINGS.resolve(half))) {
            golds = files.filter(it -> it.toString().endsWith(".json")).sorted().toList();
        }
        List<String> silent = new ArrayList<>();
        int limits = 0;
        int tied = 0;
        int unread = 0;
        for (Path gold : golds) {
            String name = String.valueOf(gold.getFileName()).replace(".json", "");
            Reading reading = reader.read(Files.readString(gold.resolveSibling(name + ".txt")));
            for (JsonNode task : JSON.readTree(Files.readString(gold)).path("tasks")) {
                Set<String> words = times(task);
                if (words.isEmpty()) {
                    continue;
                }
                limits++;
                List<TimeMention> same = reading.times().stream()
                        .filter(it -> words.stream()
                                .anyMatch(word -> folded(it.words()).contains(word)))
                        .toList();
                tied += same.stream().anyMatch(it -> it.standing() == Standing.LIMIT) ? 1 : 0;
                if (same.stream().noneMatch(it -> SAID.contains(it.standing()))) {
                    silent.add(name + " " + task.path("path").asString() + " «"
                            + task.path("deadlineText").asString("")
                            + task.path("periodText").asString("") + "» "
                            + same.stream().map(TimeMention::standing).toList());
                }
            }
            List<TimeMention> found = reading.times().stream()
                    .filter(it -> it.standing() == Standing.UNREAD)
                    .toList();
            unread += found.size();
            if (Boolean.getBoolean("dondoc.unread")) {
                String text = Files.readString(gold.resolveSibling(name + ".txt"));
                found.forEach(it -> System.out.println("unread " + name + " " + it.path() + " "
                        + text.substring(
                                        Math.max(0, it.mark().start() - 90),
                                        it.mark().start())
                                .replace('\n', ' ')
                        + "[[" + it.words() + "]]"
                        + text.substring(
                                        it.mark().end(),
                                        Math.min(text.length(), it.mark().end() + 40))
                                .replace('\n', ' ')));
            }
        }
        silent.forEach(it -> System.out.println("silent " + it));
        System.out.printf(
                Locale.ROOT,
                "%s: %d limits, %d tied, %d silent; %d times unread in %d papers%n",
                half,
                limits,
                tied,
                silent.size(),
                unread,
                golds.size());
        assertThat(silent).hasSizeLessThanOrEqualTo(mostSilent);
        assertThat((double) unread / golds.size()).isLessThanOrEqualTo(mostPerPaper);
    }

    /**
     * Papers of which somebody who did not know the rules marked each time as a limit or not.
     *
     * @param mostAlarms of a hundred times that are none, how many are found all the same
     */
    @ParameterizedTest
    @CsvSource({"tables, 5, 30", "clauses, 4, 30"})
    void noMarkedLimitIsMissedInSilence(String kind, int mostSilent, double mostAlarms) throws IOException {
        List<Path> answers;
        try (Stream<Path> files = Files.list(READINGS.resolve("limits").resolve(kind))) {
            answers =
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList();
        }
        assertThat(answers).hasSizeGreaterThanOrEqualTo(10);
        List<String> silent = new ArrayList<>();
        Map<Standing, Integer> limits = new EnumMap<>(Standing.class);
        Map<Standing, Integer> others = new EnumMap<>(Standing.class);
        for (Path answer : answers) {
            String name = String.valueOf(answer.getFileName()).replace(".json", "");
            String text = Files.readString(answer.resolveSibling(name + ".txt"));
            Reading reading = reader.read(text);
            JsonNode marked = JSON.readTree(Files.readString(answer));
            each(marked.path("limits"), (phrase, times) -> {
                List<Standing> seen = standings(reading, text, phrase);
                List<Standing> said = seen.stream().filter(SAID::contains).toList();
                said.stream().limit(times).forEach(it -> limits.merge(it, 1, Integer::sum));
                for (int i = said.size(); i < times; i++) {
                    silent.add(name + " «" + phrase + "» " + seen);
                }
            });
            each(
                    marked.path("others"),
                    (phrase, times) -> standings(reading, text, phrase).stream()
                            .limit(times)
                            .forEach(it -> others.merge(it, 1, Integer::sum)));
        }
        silent.forEach(it -> System.out.println("silent " + it));
        System.out.println("limits/" + kind + ": " + answers.size() + " papers, limits " + limits + ", silent "
                + silent.size() + "; no limits " + others);
        assertThat(silent).hasSizeLessThanOrEqualTo(mostSilent);
        int all = others.values().stream().mapToInt(it -> it).sum();
        int alarms = SAID.stream().mapToInt(it -> others.getOrDefault(it, 0)).sum();
        assertThat(100.0 * alarms / all).isLessThanOrEqualTo(mostAlarms);
    }

    private static void each(JsonNode phrases, ObjIntConsumer<String> use) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        phrases.forEach(it -> counted.merge(it.asString(), 1, Integer::sum));
        counted.forEach(use::accept);
    }

    /** What became of each occurrence of a phrase: of the times in it, the one that says most. */
    private static List<Standing> standings(Reading reading, String text, String phrase) {
        List<Standing> standings = new ArrayList<>();
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            int start = at;
            int end = at + phrase.length();
            reading.times().stream()
                    .filter(it -> it.mark().start() < end && start < it.mark().end())
                    .map(TimeMention::standing)
                    .min(Comparator.comparing(it -> SAID.contains(it) ? 0 : 1))
                    .ifPresent(standings::add);
        }
        standings.sort(Comparator.comparing(it -> SAID.contains(it) ? 0 : 1));
        return standings;
    }

    /** The times that the words of a task's limit name. */
    private static Set<String> times(JsonNode task) {
        return Stream.of("deadlineText", "periodText")
                .map(it -> task.path(it).asString(""))
                .flatMap(it -> TimeMentions.in(it).stream())
                .map(it -> folded(it.words()))
                .collect(Collectors.toSet());
    }

    private static String folded(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[\\s,]+", "");
    }
}
