package vn.dondoc.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import vn.dondoc.failure.Failure.Field;
import vn.dondoc.failure.Text;

/**
 * A table written as CSV: UTF-8 with or without a byte order mark, semicolons, quotes where a cell holds a semicolon or
 * a line break, the first line the column names in any order, {@code #} before a comment. A row knows the line it begins
 * on, because that is where a person looks for it.
 */
public record CsvRows(List<Row> rows, List<Field> wrong) {

    private static final CsvMapper CSV = CsvMapper.builder(CsvFactory.builder()
                    .enable(CsvReadFeature.WRAP_AS_ARRAY)
                    .enable(CsvReadFeature.SKIP_EMPTY_LINES)
                    .enable(CsvReadFeature.TRIM_SPACES)
                    .build())
            .build();
    private static final CsvSchema SEMICOLONS =
            CsvSchema.emptySchema().withColumnSeparator(';').withComments();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A line of the table: its cells by column name, stripped; an absent optional column is empty. */
    public record Row(int line, Map<String, String> byColumn) {

        public String cell(String column) {
            return byColumn.getOrDefault(column, "");
        }

        /** The parts of a cell that holds several, separated by {@code |}. */
        public List<String> cells(String column) {
            return Arrays.stream(cell(column).split("\\|"))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .toList();
        }

        public Field wrong(String column, String key, Object... arguments) {
            return wrong(column, Text.of(key, arguments));
        }

        public Field wrong(String column, Text why) {
            return new Field("/" + line + "/" + column, "edge.row", line, column, why);
        }
    }

    private record Line(int number, List<String> cells) {}

    /** Reads what can be read, and says of every other line why it cannot be. */
    public static CsvRows read(String csv, List<String> required, List<String> optional) {
        List<Field> wrong = new ArrayList<>();
        List<Line> lines = lines(csv, wrong);
        if (lines.isEmpty()) {
            wrong.add(noHeader(1, required));
            return new CsvRows(List.of(), wrong);
        }
        List<String> header = lines.getFirst().cells();
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        if (!header.containsAll(required)
                || !known.containsAll(header)
                || header.stream().distinct().count() < header.size()) {
            wrong.add(noHeader(lines.getFirst().number(), required));
            return new CsvRows(List.of(), wrong);
        }
        List<Row> rows = new ArrayList<>();
        for (Line line : lines.subList(1, lines.size())) {
            if (line.cells().size() != header.size()) {
                wrong.add(wrongCount(line, header.size()));
            } else {
                Map<String, String> byColumn = new HashMap<>();
                for (int n = 0; n < header.size(); n++) {
                    byColumn.put(header.get(n), line.cells().get(n));
                }
                rows.add(new Row(line.number(), byColumn));
            }
        }
        return new CsvRows(rows, wrong);
    }

    private static List<Line> lines(String csv, List<Field> wrong) {
        String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
        List<Line> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        int line = 0;
        int lastLine = 1;
        try (JsonParser parser = CSV.reader(SEMICOLONS).createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    lastLine = parser.currentTokenLocation().getLineNr();
                    if (cells.isEmpty()) {
                        line = lastLine;
                    }
                    cells.add(parser.getString().strip());
                } else if (token == JsonToken.END_ARRAY && !cells.isEmpty()) {
                    // a spreadsheet saves the empty rows below the table as well
                    if (cells.stream().anyMatch(it -> !it.isEmpty())) {
                        lines.add(new Line(line, List.copyOf(cells)));
                    }
                    cells.clear();
                }
            }
        } catch (JacksonException unreadable) {
            wrong.add(new Field("/" + lastLine, "edge.row-unreadable", lastLine, unreadable.getOriginalMessage()));
        }
        return lines;
    }

    private static Field noHeader(int line, List<String> required) {
        String columns = String.join(";", required);
        return new Field("/" + line, "edge.row-columns", columns);
    }

    private static Field wrongCount(Line line, int columns) {
        int found = line.cells().size();
        return new Field("/" + line.number(), "edge.row-cells", line.number(), found, columns);
    }
}
