package vn.dondoc.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The provinces of the samples and their agencies, as CSV on the class path. */
public final class Catalogue {

    private Catalogue() {}

    /** A province of the samples. */
    public record Province(String code, String name, String csv) {

        /** Codes and kinds of its agencies. */
        public List<Row> rows() {
            return csv.lines()
                    .skip(1)
                    .filter(it -> !it.isBlank())
                    .map(it -> it.split(";", -1))
                    .map(it -> new Row(it[0], it[1], it[2]))
                    .toList();
        }

        /** The agency whose figures are the province's. */
        public String root() {
            return code + ".ubnd";
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

    /** A text file of the runner. */
    public static String resource(String path) {
        try (InputStream stream = Catalogue.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
