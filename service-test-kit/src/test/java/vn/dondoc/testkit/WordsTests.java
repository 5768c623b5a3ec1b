package vn.dondoc.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of every module: whatever is said to a person is in the bundles, in both languages, and every code is explained. */
class WordsTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final Pattern REJECTED = Pattern.compile("new Failure\\.Rejected\\(\\s*\"[a-z]+\\.([a-z-]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^### (\\S+)$");
    private static final String EDGE_CODES = "http-edge/src/main/java/vn/dondoc/web/Problems.java";
    private static final Pattern EDGE_CODE = Pattern.compile("([A-Z_]+)\\(\\d{3}, ");
    private static final Pattern OWN_TEXT =
            Pattern.compile("new Failure\\.[A-Za-z]+\\((?:[^()]|\\([^()]*\\))*\"[^\"\n]*[À-ỹ][^\"\n]*\"");

    @Test
    void everyKeyHasWordsAndAllWordsAreSaid() {
        List<String> wrong = new ArrayList<>();
        for (Path vietnamese : files("words/[a-z]+_vi\\.properties")) {
            String namespace = vietnamese.getFileName().toString().replace("_vi.properties", "");
            Properties vi = read(vietnamese);
            Properties en = read(vietnamese.resolveSibling(namespace + "_en.properties"));
            Set<String> said = said(moduleOf(vietnamese), namespace);
            said.stream()
                    .filter(it -> !vi.containsKey(it))
                    .forEach(it -> wrong.add(namespace + "." + it + " no words"));
            for (String key : vi.stringPropertyNames()) {
                check(namespace + "." + key, vi.getProperty(key), en.getProperty(key), wrong);
                if (!said.contains(key) && !isComputed(namespace)) {
                    wrong.add(namespace + "." + key + " is never said");
                }
            }
            en.stringPropertyNames().stream()
                    .filter(it -> !vi.containsKey(it))
                    .forEach(it -> wrong.add(namespace + "." + it + " has no Vietnamese"));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noFailureBringsItsOwnVietnamese() {
        assertThat(files(".*/src/main/java/.*\\.java").stream()
                        .filter(it -> OWN_TEXT.matcher(text(it)).find())
                        .map(Path::toString))
                .isEmpty();
    }

    @Test
    void everyCodeIsExplainedAndNoOther() {
        Set<String> codes = new TreeSet<>(all(EDGE_CODE, text(ROOT.resolve(EDGE_CODES))).stream()
                .map(it -> it.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
        assertThat(codes).contains("invalid", "unavailable");
        for (Path source : files(".*/src/main/java/.*\\.java")) {
            all(REJECTED, text(source)).forEach(it -> codes.add(it.group(1)));
        }
        Set<String> explained = new TreeSet<>();
        all(HEADING, text(ROOT.resolve("docs/problems.md"))).forEach(it -> explained.add(it.group(1)));

        assertThat(explained).isEqualTo(codes);
    }

    private static void check(String key, String vietnamese, @Nullable String english, List<String> wrong) {
        if (english == null) {
            wrong.add(key + " has no English");
            return;
        }
        if (vietnamese.chars().allMatch(it -> it < 128) && vietnamese.matches(".*[a-z]{3}.*")) {
            wrong.add(key + " is no Vietnamese: " + vietnamese);
        }
        if (english.chars().anyMatch(it -> Character.isLetter(it) && it > 127)) {
            wrong.add(key + " is no English: " + english);
        }
        if (!placeholders(vietnamese).containsAll(placeholders(english))) {
            wrong.add(key + " speaks of more in English");
        }
        for (String text : List.of(vietnamese, english)) {
            if (text.replace("''", "").replace("'{'", "").replace("'}'", "").contains("'")) {
                wrong.add(key + " has an apostrophe that is not written twice");
            }
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        all(PLACEHOLDER, text).forEach(it -> found.add(it.group(1)));
        return found;
    }

    /** Refusals of files are keyed by the name of the refusal; HostileFormatTests walk them. */
    private static boolean isComputed(String namespace) {
        return namespace.equals("formats");
    }

    private static Set<String> said(Path module, String namespace) {
        Pattern key = Pattern.compile("\"" + namespace + "\\.([a-z-]+)\"");
        Set<String> said = new TreeSet<>();
        for (Path source : files(Pattern.quote(module.toString()) + "/src/main/java/.*\\.java")) {
            all(key, text(source)).forEach(it -> said.add(it.group(1)));
        }
        return said;
    }

    private static Path moduleOf(Path bundle) {
        Path it = bundle;
        while (!it.getFileName().toString().equals("src")) {
            it = it.getParent();
        }
        return it.getParent();
    }

    private static List<Path> files(String pattern) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            List<Path> found = all.filter(
                            it -> !it.toString().replaceFirst("/src/.*", "").contains("/target/"))
                    .filter(it -> it.toString().matches("(?:.*/)?" + pattern))
                    .sorted()
                    .toList();
            assertThat(found).as(pattern).isNotEmpty();
            return found;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
