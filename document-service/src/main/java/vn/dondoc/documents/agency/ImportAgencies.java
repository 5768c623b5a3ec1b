package vn.dondoc.documents.agency;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.csv.CsvRows;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Failure.Field;

/**
 * Reads a catalogue from CSV (UTF-8, semicolons): {@code
 * code;name;kind;parent;supervisor;mailbox;aliases;validFrom;validTo}, and if wanted {@code codes} (each {@code
 * SCHEME:VALUE:FROM:TO}, the last part left out while it is in use) and {@code source} (where the row is known from; kept
 * in the file only). Several aliases or codes in a cell are separated by {@code |}. All rows or none: every wrong row is
 * named with its line, its column and what to write instead.
 */
public final class ImportAgencies {

    private static final List<String> COLUMNS =
            List.of("code", "name", "kind", "parent", "supervisor", "mailbox", "aliases", "validFrom", "validTo");
    private static final List<String> OPTIONAL = List.of("codes", "source", "head");
    private static final String KINDS =
            Arrays.stream(AgencyKind.values()).map(Enum::name).collect(Collectors.joining(", "));
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_MAILBOX = 254;
    private static final int MOST_ALIASES = 50;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    /** What is shown as it is has no marks of HTML. */
    private static final Pattern PLAIN = Pattern.compile("[^<>]*");

    private final String province;
    private final Map<String, Agency> catalogue = new HashMap<>();
    private final List<Field> wrong = new ArrayList<>();

    private ImportAgencies(String province, Collection<Agency> catalogue) {
        this.province = province;
        catalogue.forEach(it -> this.catalogue.put(it.code(), it));
    }

    /**
     * The agencies of a file that stands for itself.
     *
     * @throws Failure.Invalid naming each row that is wrong
     */
    public static List<Agency> read(String csv, String province) {
        return read(csv, province, List.of());
    }

    /**
     * The agencies of a file that adds to a catalogue.
     *
     * @param catalogue what the province has already; a parent or supervisor may stand there
     * @throws Failure.Invalid naming each row that is wrong
     */
    public static List<Agency> read(String csv, String province, Collection<Agency> catalogue) {
        return new ImportAgencies(province, catalogue).read(csv);
    }

    private List<Agency> read(String csv) {
        CsvRows table = CsvRows.read(csv, COLUMNS, OPTIONAL);
        wrong.addAll(table.wrong());
        Map<String, CsvRows.Row> rowOf = new LinkedHashMap<>();
        Map<String, Agency> agencies = new LinkedHashMap<>();
        for (CsvRows.Row row : table.rows()) {
            CsvRows.Row first = rowOf.putIfAbsent(row.cell("code"), row);
            if (first != null) {
                wrong.add(row.wrong("code", "documents.row-code-twice", row.cell("code"), first.line()));
            }
            Agency agency = agency(row);
            if (agency != null && first == null) {
                agencies.put(agency.code(), agency);
            }
        }
        rowOf.values().forEach(row -> checkKnown(row, rowOf.keySet()));
        checkCycles(agencies, rowOf);
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        return List.copyOf(agencies.values());
    }

    private @Nullable Agency agency(CsvRows.Row row) {
        int before = wrong.size();
        checkCode(row);
        String name = row.cell("name");
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || !PLAIN.matcher(name).matches()) {
            wrong.add(row.wrong("name", "documents.row-name", LONGEST_NAME));
        }
        AgencyKind kind = kind(row);
        LocalDate from = date(row, "validFrom");
        if (row.cell("validFrom").isEmpty()) {
            wrong.add(row.wrong("validFrom", "documents.row-valid-from"));
        }
        LocalDate to = date(row, "validTo");
        if (from != null && to != null && to.isBefore(from)) {
            wrong.add(row.wrong("validTo", "documents.row-last-before-first", to, from));
        }
        if (row.cell("head").length() > LONGEST_NAME
                || !PLAIN.matcher(row.cell("head")).matches()) {
            wrong.add(row.wrong("head", "documents.row-name", LONGEST_NAME));
        }
        String mailbox = row.cell("mailbox");
        if (!mailbox.isEmpty() && !mailbox.matches("[^@\\s]+@[^@\\s]+")) {
            wrong.add(row.wrong("mailbox", "documents.row-mailbox"));
        }
        if (mailbox.length() > LONGEST_MAILBOX) {
            wrong.add(row.wrong("mailbox", "documents.row-mailbox"));
        }
        List<String> aliases = row.cells("aliases");
        boolean plain = aliases.stream()
                .allMatch(it -> it.length() <= LONGEST_NAME && PLAIN.matcher(it).matches());
        if (aliases.size() > MOST_ALIASES || !plain) {
            wrong.add(row.wrong("aliases", "documents.row-name", LONGEST_NAME));
        }
        List<AgencyCode> codes = codes(row);
        if (wrong.size() > before || kind == null || from == null) {
            return null;
        }
        return new Agency(
                row.cell("code"),
                name,
                province,
                kind,
                optional(row.cell("parent")),
                optional(row.cell("supervisor")),
                optional(mailbox),
                optional(row.cell("head")),
                row.cells("aliases"),
                codes,
                from,
                to);
    }

    private void checkCode(CsvRows.Row row) {
        String code = row.cell("code");
        if (!code.startsWith(province + ".") || code.length() == province.length() + 1) {
            wrong.add(row.wrong("code", "documents.row-code-of-another-province", code, province));
        }
    }

    private @Nullable AgencyKind kind(CsvRows.Row row) {
        try {
            return AgencyKind.valueOf(row.cell("kind"));
        } catch (IllegalArgumentException unknown) {
            wrong.add(row.wrong("kind", "documents.row-kind", row.cell("kind"), KINDS));
            return null;
        }
    }

    private @Nullable LocalDate date(CsvRows.Row row, String column) {
        String text = row.cell(column);
        try {
            return text.isEmpty() ? null : day(text);
        } catch (DateTimeParseException noSuchDay) {
            wrong.add(row.wrong(column, "documents.row-no-day", text));
            return null;
        }
    }

    /** A day of a year of four digits. */
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeParseException("no year of four digits", text, 0);
        }
        return day;
    }

    private List<AgencyCode> codes(CsvRows.Row row) {
        List<AgencyCode> codes = new ArrayList<>();
        for (String cell : row.cells("codes")) {
            try {
                String[] parts = cell.split(":", -1);
                codes.add(new AgencyCode(
                        AgencyCode.Scheme.valueOf(parts[0]),
                        parts[1],
                        day(parts[2]),
                        parts.length < 4 || parts[3].isEmpty() ? null : day(parts[3])));
            } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException unreadable) {
                wrong.add(row.wrong("codes", "documents.row-codes", cell));
            }
        }
        return codes;
    }

    private void checkKnown(CsvRows.Row row, Set<String> inFile) {
        for (String column : List.of("parent", "supervisor")) {
            String code = row.cell(column);
            if (!code.isEmpty() && !inFile.contains(code) && !catalogue.containsKey(code)) {
                wrong.add(row.wrong(column, "documents.row-no-agency", code));
            }
        }
    }

    /** Parents are looked up in the file first: it is what the catalogue will say afterwards. */
    private void checkCycles(Map<String, Agency> agencies, Map<String, CsvRows.Row> rowOf) {
        for (Agency agency : agencies.values()) {
            Set<String> above = new HashSet<>();
            String parent = agency.parent();
            while (parent != null && !parent.equals(agency.code()) && above.add(parent)) {
                Agency next = agencies.getOrDefault(parent, catalogue.get(parent));
                parent = next == null ? null : next.parent();
            }
            CsvRows.Row row = rowOf.get(agency.code());
            if (agency.code().equals(parent) && row != null) {
                wrong.add(row.wrong("parent", "documents.row-circle", agency.code()));
            }
        }
    }

    private static @Nullable String optional(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
