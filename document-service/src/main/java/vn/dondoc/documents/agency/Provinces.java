package vn.dondoc.documents.agency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.csv.CsvRows;

/**
 * The provinces of the country, from {@code provinces.csv} beside this class: public knowledge, the same for every
 * province, so it needs no scope and no store. Whoever reads documents takes {@link #names()}.
 */
public final class Provinces {

    private static final String FILE = "provinces.csv";
    private static final List<String> COLUMNS = List.of("code", "name", "kind", "validFrom", "validTo", "successors");
    private static final List<Province> ALL = load();

    private Provinces() {}

    /** All provinces within all boundaries, by code and time. */
    public static List<Province> all() {
        return ALL;
    }

    /** The provinces of a day, by code. */
    public static List<Province> on(LocalDate day) {
        return ALL.stream().filter(it -> it.existsOn(day)).toList();
    }

    /** A province as it stood on a day. */
    public static Optional<Province> find(String code, LocalDate day) {
        return on(day).stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** Where the land of a province belongs on {@code day}; itself while it goes on, empty for an unknown code. */
    public static List<Province> successors(String code, LocalDate day) {
        Optional<Province> first =
                ALL.stream().filter(it -> it.code().equals(code)).findFirst();
        return first.stream().flatMap(it -> standingFor(it, day)).distinct().toList();
    }

    private static Stream<Province> standingFor(Province province, LocalDate day) {
        LocalDate last = province.validTo();
        if (last == null || !day.isAfter(last)) {
            return Stream.of(province);
        }
        return province.successors().stream()
                .flatMap(code -> find(code, last.plusDays(1)).stream())
                .flatMap(it -> standingFor(it, day));
    }

    /** Every name a province of today or of the past goes by, longest first. */
    public static List<String> names() {
        return ALL.stream()
                .map(Province::name)
                .distinct()
                .sorted(java.util.Comparator.comparing(String::length).reversed())
                .toList();
    }

    private static List<Province> load() {
        try (InputStream stream = Objects.requireNonNull(Provinces.class.getResourceAsStream(FILE), FILE)) {
            String csv = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            List<Province> provinces = new ArrayList<>();
            for (CsvRows.Row row : CsvRows.read(csv, COLUMNS, List.of()).rows()) {
                provinces.add(new Province(
                        row.cell("code"),
                        row.cell("name"),
                        row.cell("kind"),
                        LocalDate.parse(row.cell("validFrom")),
                        row.cell("validTo").isEmpty() ? null : LocalDate.parse(row.cell("validTo")),
                        row.cells("successors")));
            }
            return List.copyOf(provinces);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
