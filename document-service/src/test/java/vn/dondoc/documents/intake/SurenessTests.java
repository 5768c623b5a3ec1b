package vn.dondoc.documents.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dondoc.documents.directive.Sign;
import vn.dondoc.documents.directive.Sure;
import vn.dondoc.documents.intake.score.Scores;
import vn.dondoc.documents.intake.score.Scores.Judged;

/**
 * Whether sureness means something. What is right of each sign is counted on the papers that the reader was worked on with;
 * since it is less often right on others, its errors are multiplied by how many more it made on one part of the papers that were
 * held out. The other part shows whether that holds.
 */
class SurenessTests {

    private static final Path READINGS = Path.of("src/test/resources/readings");
    private static final Path COUNTED = Path.of("src/main/resources/sureness.properties");

    /** What a sign that was seldom seen is worth as well: so many things as right as those of its field. */
    private static final int DOUBT = 5;

    /** Fewer in a row of the table say nothing. */
    private static final int ENOUGH = 30;

    private static final List<Double> STEPS = List.of(0.0, 0.7, 0.8, 0.9, 0.95);

    private final VietnameseDocumentReader reader = new VietnameseDocumentReader();

    @Test
    void isWhatWasCountedOnTheWorkedHalf() throws IOException {
        String counted = counted(judged("worked", 0, 1), judged("held-out", 0, 2));
        if (Boolean.getBoolean("dondoc.approve")) {
            Files.writeString(COUNTED, counted);
        }
        assertThat(Files.readString(COUNTED)).isEqualTo(counted);
    }

    @Test
    void holdsOnTheHalfThatWasHeldOut() throws IOException {
        List<Judged> judged = judged("held-out", 1, 2);
        System.out.printf("%-12s %9s %9s %7s%n", "said", "said", "right", "of");
        Map<Double, List<Judged>> bySaid = judged.stream()
                .collect(Collectors.groupingBy(it ->
                        STEPS.stream().filter(step -> it.confidence() >= step).reduce(0.0, Math::max)));
        bySaid.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(it -> {
            double said = said(it.getValue());
            double right = right(it.getValue());
            System.out.printf(
                    Locale.ROOT,
                    "from %.2f    %9.3f %9.3f %7d%n",
                    it.getKey(),
                    said,
                    right,
                    it.getValue().size());
            if (it.getValue().size() >= ENOUGH) {
                assertThat(right).as("of those said %.2f", said).isGreaterThan(said - 0.05);
            }
        });
        for (Sure.Field field : Sure.Field.values()) {
            List<Judged> some =
                    judged.stream().filter(it -> it.sign().field() == field).toList();
            System.out.printf(Locale.ROOT, "%-12s %9.3f %9.3f %7d%n", field, said(some), right(some), some.size());
        }
    }

    private static double said(List<Judged> some) {
        return some.stream().mapToDouble(Judged::confidence).average().orElse(0);
    }

    private static double right(List<Judged> some) {
        return some.stream().mapToDouble(it -> it.right() ? 1 : 0).average().orElse(0);
    }

    private static String counted(List<Judged> judged, List<Judged> unseen) {
        double more = Math.max(1, (1 - right(unseen)) / (1 - right(judged)));
        String head;
        try (Stream<String> lines = Files.lines(COUNTED)) {
            head = lines.filter(it -> it.startsWith("#")).collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        Map<Sign, List<Judged>> bySign = judged.stream().collect(Collectors.groupingBy(Judged::sign));
        Function<Sign, String> line = sign -> {
            List<Judged> some = bySign.getOrDefault(sign, List.of());
            List<Judged> ofField = judged.stream()
                    .filter(it -> it.sign().field() == sign.field())
                    .toList();
            long right = some.stream().filter(Judged::right).count();
            double worked = (right + DOUBT * right(ofField)) / (some.size() + DOUBT);
            double share = 1 - (1 - worked) * more;
            return String.format(Locale.ROOT, "%s = %.2f, %d of %d", sign, share, right, some.size());
        };
        return head + "\n" + Arrays.stream(Sign.values()).map(line).collect(Collectors.joining("\n")) + "\n";
    }

    /** @param first of its papers, and then every so many */
    private List<Judged> judged(String half, int first, int every) throws IOException {
        var scores = new Scores();
        List<Path> golds;
        try (Stream<Path> files = Files.list(READINGS.resolve(half))) {
            golds = files.filter(it -> it.toString().endsWith(".json")).sorted().toList();
        }
        for (int i = first; i < golds.size(); i += every) {
            Path gold = golds.get(i);
            String name = String.valueOf(gold.getFileName()).replace(".json", "");
            scores.add(name, Files.readString(gold), reader.read(Files.readString(gold.resolveSibling(name + ".txt"))));
        }
        return scores.judged();
    }
}
