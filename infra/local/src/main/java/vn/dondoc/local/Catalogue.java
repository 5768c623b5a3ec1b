package vn.dondoc.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The provinces of the samples and their agencies, as CSV on the class path. The story takes {@link #provinces()}, the
 * agencies of its time; {@link #additions} and {@link #successions} lead on to those of today.
 */
public final class Catalogue {

    private Catalogue() {}

    /** A province of the samples. */
    public record Province(String code, String name, String csv) {

        /** Codes and kinds of its agencies. */
        public List<Row> rows() {
            return csv.lines()
                    .skip(1)
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(it -> it.split(";", -1))
                    .map(it -> new Row(it[0], it[1], it[2]))
                    .toList();
        }

        /** The agency whose figures are the province's. */
        public String root() {
            return code + ".ubnd";
        }

        /** The agency that consolidates its reports. */
        public String lead() {
            return code + ".snv";
        }
    }

    /** An agency as far as the runner needs it. */
    public record Row(String code, String name, String kind) {}

    public static List<Province> provinces() {
        List<Province> provinces = new ArrayList<>();
        for (String line : resource("/catalogue/provinces.csv").lines().skip(1).toList()) {
            String[] cells = line.split(";");
            provinces.add(new Province(cells[0], cells[1], resource("/catalogue/" + cells[0] + ".csv")));
        }
        return provinces;
    }

    /** A succession of a file: codes of those that end, of those that take over, the day, and what is known of it. */
    public record SuccessionRow(List<String> from, List<String> to, LocalDate on, String note) {}

    /**
     * Codes of the provinces whose catalogue goes on after 1/7/2025. Ninh Bình stands for Nam Định, which gave way to it.
     */
    public static List<String> provincesOf2025() {
        return List.of("VN-22", "VN-23", "VN-18");
    }

    /** Files that add to a province's agencies: its districts' Party committees, and who came in 2025. In import order. */
    public static List<String> additions(String province) {
        return Stream.of(".district-party.csv", ".2025.csv")
                .map(ending -> "/catalogue/" + province + ending)
                .filter(path -> Catalogue.class.getResource(path) != null)
                .map(Catalogue::resource)
                .toList();
    }

    /** Who of a province gave way to whom, in the order of the days. */
    public static List<SuccessionRow> successions(String province) {
        String path = "/catalogue/" + province + ".successions.csv";
        if (Catalogue.class.getResource(path) == null) {
            return List.of();
        }
        return resource(path)
                .lines()
                .skip(1)
                .filter(it -> !it.isBlank() && !it.startsWith("#"))
                .map(it -> it.split(";", -1))
                .map(it -> new SuccessionRow(
                        List.of(it[0].split("\\|")), List.of(it[1].split("\\|")), LocalDate.parse(it[2]), it[3]))
                .sorted(Comparator.comparing(SuccessionRow::on))
                .toList();
    }

    /** A text file of the runner. */
    public static String resource(String path) {
        try (InputStream stream = Catalogue.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
