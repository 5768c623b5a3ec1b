package vn.dondoc.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Citation;
import vn.dondoc.documents.directive.Directive;
import vn.dondoc.documents.directive.Finding;
import vn.dondoc.documents.directive.Mark;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.ReadingJson;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.directive.TimeLimit;
import vn.dondoc.documents.intake.OpenUpload;
import vn.dondoc.documents.intake.VietnameseDocumentReader;
import vn.dondoc.documents.intake.score.Scores;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;

/** {@code ./dondoc read}: reads documents without starting the system. */
public final class ReadCommand {

    private static final int WIDTH = 150;

    private final VietnameseDocumentReader reader = new VietnameseDocumentReader();
    private final OpenUpload opener = new OpenUpload();
    private final PrintStream out;

    private ReadCommand(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        int status = status(Arrays.asList(args));
        System.out.flush();
        System.exit(status);
    }

    /** Runs the command; 0 if all went well, 2 with one line that says why if not. */
    static int status(List<String> words) {
        try {
            return new ReadCommand(System.out).run(new ArrayList<>(words));
        } catch (NoSuchFileException missing) {
            System.err.println("dondoc: không có tệp " + missing.getMessage() + " / no such file");
        } catch (Failure refused) {
            Text why = refused instanceof Failure.Invalid invalid
                    ? invalid.fields().getFirst().text()
                    : refused.text();
            System.err.println("dondoc: " + why.vietnamese() + " / " + why.english());
        } catch (IOException | RuntimeException failed) {
            System.err.println("dondoc: " + failed.getMessage());
        }
        return 2;
    }

    private int run(List<String> words) throws IOException {
        boolean json = words.remove("--json");
        @Nullable Path folder = valueOf(words, "--out");
        @Nullable Path gold = valueOf(words, "--score");
        if (gold != null) {
            return score(gold, words.remove("--all"));
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "dùng: ./dondoc read <tệp…> [--json] [--out THƯ_MỤC] | --score THƯ_MỤC_ĐÁP_ÁN / name at least one file");
        }
        long begun = System.nanoTime();
        for (String name : words) {
            Path file = Path.of(name);
            String text = opener.open(file.toString(), Files.readAllBytes(file)).text();
            Reading reading = reader.read(text);
            Directive.refuseSecret(reading);
            if (folder != null) {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(baseName(file) + ".json"), ReadingJson.write(reading));
            } else if (json) {
                out.println(ReadingJson.write(reading));
            } else {
                print(file, text, reading);
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.err.printf(Locale.ROOT, "· %d văn bản trong %.2f s / read%n", words.size(), seconds);
        return 0;
    }

    private static @Nullable Path valueOf(List<String> words, String option) {
        int at = words.indexOf(option);
        if (at < 0) {
            return null;
        }
        if (at + 1 >= words.size()) {
            throw new IllegalArgumentException(option + " cần một thư mục / needs a folder");
        }
        words.remove(at);
        return Path.of(words.remove(at));
    }

    private static String baseName(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
    }

    /** Each text beside its gold, or in the folder above it. */
    private int score(Path gold, boolean all) throws IOException {
        var scores = new Scores();
        List<Path> files;
        try (Stream<Path> listed = Files.list(gold)) {
            files = listed.filter(it -> it.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        int read = 0;
        for (Path file : files) {
            String name = baseName(file);
            Path text = Stream.of(
                            gold.resolve(name + ".txt"), gold.resolve("..").resolve(name + ".txt"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(null);
            if (text != null) {
                scores.add(name, Files.readString(file), reader.read(Files.readString(text)));
                read++;
            }
        }
        if (read == 0) {
            throw new IllegalArgumentException(
                    "không thấy tệp .txt nào ứng với đáp án trong " + gold + " / no text found for any gold");
        }
        if (all) {
            scores.differences().forEach(out::println);
        }
        out.print(scores.table());
        return 0;
    }

    private void print(Path file, String text, Reading reading) {
        Reading.Head head = reading.head();
        out.println();
        out.println("══ " + file.getFileName() + " ══");
        line("Loại", head.docType() + (head.docTypeInferred() ? " (suy ra)" : ""));
        line(
                "Số, ký hiệu",
                head.number() == null
                        ? "chưa có" + (head.symbol() == null ? "" : " (…/" + head.symbol() + ")")
                        : head.number());
        line(
                "Ngày",
                head.issueDate() != null
                        ? head.issueDate().toString()
                        : head.issueMonth() != null ? head.issueMonth() + " (ngày để trống)" : "không thấy");
        line("Cơ quan", head.issuer() + (head.issuerLevel() == null ? "" : " [" + head.issuerLevel() + "]"));
        line("Trích yếu", head.subject());
        line(
                "Người ký",
                head.signer().title() == null
                        ? null
                        : head.signer().authority() + " · " + head.signer().title() + " · "
                                + head.signer().name());
        line("Độ khẩn", head.urgency() == null ? null : head.urgency().name());
        line("Kính gửi", reading.addressees().isEmpty() ? null : String.join("; ", reading.addressees()));
        line("Nguồn", head.sourceKind() + ", " + head.completeness());
        reading.findings().stream().filter(it -> it.mark() == null).forEach(it -> line("?", it.vi()));
        Map<Integer, List<String>> byLine = new TreeMap<>();
        reading.citations().forEach(it -> at(text, it.mark(), byLine).add(citation(it)));
        reading.provisions().forEach(it -> at(text, it.mark(), byLine).add(duty(it)));
        reading.targets().forEach(it -> at(text, it.mark(), byLine).add(target(it)));
        for (Finding it : reading.findings()) {
            if (it.mark() != null) {
                at(text, it.mark(), byLine).add("? " + it.vi());
            }
        }
        List<String> lines = text.lines().toList();
        byLine.forEach((number, found) -> {
            String line = number < lines.size() ? lines.get(number).strip() : "";
            out.printf("%5d │ %s%n", number + 1, line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line);
            found.forEach(it -> out.println("      └─ " + it));
        });
    }

    private void line(String label, @Nullable String value) {
        if (value != null) {
            out.printf("  %-12s %s%n", label, value);
        }
    }

    private static List<String> at(String text, Mark mark, Map<Integer, List<String>> byLine) {
        int line = (int) text.substring(0, Math.min(mark.start(), text.length()))
                .chars()
                .filter(it -> it == '\n')
                .count();
        return byLine.computeIfAbsent(line, it -> new ArrayList<>());
    }

    private static String citation(Citation it) {
        return "viện dẫn [" + it.role() + "] " + (it.number() == null ? it.text() : it.number())
                + (it.date() == null ? "" : " ngày " + it.date()) + (it.issuer() == null ? "" : " của " + it.issuer())
                + sure(it.mark());
    }

    private static String duty(Provision it) {
        String who = it.assignees().isEmpty() ? "chưa rõ ai" : String.join("; ", it.assignees());
        return "nhiệm vụ " + it.path() + " → " + who + (it.assigneesImplicit() ? " (ngầm hiểu)" : "")
                + (it.cooperating().isEmpty() ? "" : " cùng " + String.join("; ", it.cooperating())) + limit(it.limit())
                + sure(it.mark());
    }

    private static String limit(TimeLimit it) {
        String day = it.date() == null
                ? ""
                : " · hạn " + it.date() + (it.time() == null ? "" : " " + it.time())
                        + (it.dayCounts() ? "" : " (không kể ngày này)");
        return it.isNone()
                ? ""
                : day + " · «" + it.phrase() + "»" + (it.frequency() == null ? "" : " " + it.frequency());
    }

    private static String target(Target it) {
        return "chỉ tiêu " + it.path() + ": " + it.name() + " " + it.comparator() + " " + it.value() + " " + it.unit()
                + (it.year() == null ? "" : " năm " + it.year()) + sure(it.mark());
    }

    private static String sure(Mark mark) {
        return String.format(Locale.ROOT, " (%.0f%%)", mark.confidence() * 100);
    }
}
