package vn.dondoc.documents.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.TimeMention;
import vn.dondoc.documents.directive.TimeMention.Standing;

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
    @CsvSource({"worked, 1, 1.5", "held-out, 0, 2"})
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
