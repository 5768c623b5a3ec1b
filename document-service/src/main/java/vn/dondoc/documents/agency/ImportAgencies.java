package vn.dondoc.documents.agency;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Failure.Field;

/**
 * Reads a catalogue from CSV (UTF-8, semicolon-separated, first line the column names): {@code
 * code;name;kind;parent;supervisor;mailbox;aliases;validFrom;validTo}, aliases separated by {@code |}. All rows or none:
 * every wrong row is named with its line.
 */
public final class ImportAgencies {

    private static final String HEADER = "code;name;kind;parent;supervisor;mailbox;aliases;validFrom;validTo";
    private static final int COLUMNS = 9;

    private ImportAgencies() {}

    /** @throws Failure.Invalid naming each line that is wrong */
    public static List<Agency> read(String csv, String province) {
        List<String> lines = csv.lines().map(String::strip).toList();
        if (lines.isEmpty() || !lines.getFirst().replace("\uFEFF", "").equals(HEADER)) {
            throw new Failure.Invalid("/1", "Dòng đầu phải là: " + HEADER, "The first line must be: " + HEADER);
        }
        List<Agency> agencies = new ArrayList<>();
        List<Field> wrong = new ArrayList<>();
        for (int n = 1; n < lines.size(); n++) {
            if (!lines.get(n).isEmpty()) {
                try {
                    agencies.add(row(lines.get(n), province));
                } catch (IllegalArgumentException | DateTimeParseException unreadable) {
                    wrong.add(new Field(
                            "/" + (n + 1),
                            "Dòng không đúng: " + unreadable.getMessage(),
                            unreadable.getMessage() + ""));
                }
            }
        }
        Set<String> codes = agencies.stream().map(Agency::code).collect(Collectors.toSet());
        if (codes.size() < agencies.size()) {
            wrong.add(new Field("/", "Có mã cơ quan bị lặp.", "An agency code stands twice."));
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        return agencies;
    }

    private static Agency row(String line, String province) {
        String[] cells = line.split(";", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(cells.length + " columns instead of " + COLUMNS);
        }
        if (!cells[0].startsWith(province + ".")) {
            throw new IllegalArgumentException("code " + cells[0] + " does not begin with " + province + ".");
        }
        if (cells[1].isBlank()) {
            throw new IllegalArgumentException("no name");
        }
        return new Agency(
                cells[0],
                cells[1],
                province,
                AgencyKind.valueOf(cells[2]),
                optional(cells[3]),
                optional(cells[4]),
                optional(cells[5]),
                cells[6].isBlank() ? List.of() : Arrays.asList(cells[6].split("\\|")),
                LocalDate.parse(cells[7]),
                cells[8].isBlank() ? null : LocalDate.parse(cells[8]));
    }

    private static @Nullable String optional(String cell) {
        return cell.isBlank() ? null : cell.strip();
    }
}
