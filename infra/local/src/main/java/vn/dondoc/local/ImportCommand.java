package vn.dondoc.local;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import vn.dondoc.local.story.Api;

/**
 * {@code import <csv>}: UTF-8, semicolons, the first line the column names, {@code #} before a comment. What it holds is
 * told by the first column:
 *
 * <pre>
 * code;name;kind;…                                          agencies, as the admin of their province
 * from;to;on;note                                           successions, codes separated by |
 * form;province;name;element;elementName;unit               forms, a line for each data element
 * indicator;province;name;form;numerator;denominator;factor;unit;decimals
 * regime;province;form;frequency;kinds;filingDays;since;until   kinds separated by |
 * </pre>
 */
final class ImportCommand {

    private final Api api;
    private final Ports ports;

    ImportCommand(Api api, Ports ports) {
        this.api = api;
        this.ports = ports;
    }

    void run(Path file) throws IOException {
        String text = Files.readString(file);
        List<Map<String, String>> rows = rows(text);
        if (rows.isEmpty()) {
            throw new Commands.Usage("tệp không có dòng nào", "the file has no rows");
        }
        String first = rows.getFirst().keySet().iterator().next();
        switch (first) {
            case "code" -> agencies(rows, text);
            case "from" -> rows.forEach(this::succession);
            case "form" -> forms(rows);
            case "indicator" -> rows.forEach(this::indicator);
            case "regime" -> rows.forEach(this::regime);
            default ->
                throw new Commands.Usage(
                        "cột đầu là code (cơ quan), from (kế thừa), form, indicator hoặc regime, không phải " + first,
                        "the first column is code, from, form, indicator or regime");
        }
        System.out.println("đã nhập " + rows.size() + " dòng / rows taken in: " + rows.size());
    }

    private static List<Map<String, String>> rows(String text) throws IOException {
        CsvSchema schema =
                CsvSchema.emptySchema().withHeader().withColumnSeparator(';').withComments();
        try (MappingIterator<Map<String, String>> rows = CsvMapper.builder()
                .enable(CsvReadFeature.TRIM_SPACES, CsvReadFeature.SKIP_EMPTY_LINES)
                .build()
                .readerForMapOf(String.class)
                .with(schema)
                .readValues(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            return rows.readAll();
        }
    }

    private void agencies(List<Map<String, String>> rows, String text) {
        String province = province(cell(rows.getFirst(), "code"));
        api.postCsv("admin." + province, ports.document(), "/api/v1/agencies/import", text);
    }

    private static String province(String code) {
        return code.contains(".") ? code.substring(0, code.indexOf('.')) : code;
    }

    private void succession(Map<String, String> row) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("from", parts(row, "from"));
        body.put("to", parts(row, "to"));
        body.put("on", cell(row, "on"));
        put(body, row, "note");
        api.post(
                "admin." + province(parts(row, "from").getFirst()),
                ports.document(),
                "/api/v1/agencies/successions",
                body);
    }

    private void forms(List<Map<String, String>> rows) {
        record Form(String province, String code, String name) {}
        Map<Form, List<Map<String, Object>>> forms = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            var form = new Form(cell(row, "province"), cell(row, "form"), cell(row, "name"));
            forms.computeIfAbsent(form, it -> new ArrayList<>())
                    .add(Map.of(
                            "code", cell(row, "element"), "name", cell(row, "elementName"), "unit", cell(row, "unit")));
        }
        forms.forEach((form, elements) ->
                define(form.province(), "forms/" + form.code(), Map.of("name", form.name(), "elements", elements)));
    }

    private void indicator(Map<String, String> row) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String column : List.of("name", "form", "numerator", "denominator", "unit")) {
            put(body, row, column);
        }
        if (!row.getOrDefault("factor", "").isEmpty()) {
            body.put("factor", number(row, "factor"));
        }
        body.put("decimals", number(row, "decimals"));
        define(cell(row, "province"), "indicators/" + cell(row, "indicator"), body);
    }

    private void regime(Map<String, String> row) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String column : List.of("form", "frequency", "since", "until")) {
            put(body, row, column);
        }
        body.put("kinds", parts(row, "kinds"));
        body.put("filingDays", number(row, "filingDays"));
        define(cell(row, "province"), "regimes/" + cell(row, "regime"), body);
    }

    private void define(String province, String path, Map<String, Object> body) {
        api.put("lead." + province, ports.reporting(), "/api/v1/" + path, body);
    }

    private static void put(Map<String, Object> body, Map<String, String> row, String column) {
        String value = row.getOrDefault(column, "");
        if (!value.isEmpty()) {
            body.put(column, value);
        }
    }

    private static List<String> parts(Map<String, String> row, String column) {
        return Arrays.asList(cell(row, column).split("\\|"));
    }

    private static BigDecimal number(Map<String, String> row, String column) {
        try {
            return new BigDecimal(cell(row, column));
        } catch (NumberFormatException wrong) {
            throw new Commands.Usage("cột " + column + " phải là số: " + cell(row, column), "not a number");
        }
    }

    private static String cell(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null || value.isEmpty()) {
            throw new Commands.Usage("thiếu cột " + column + " ở dòng " + row, "a column is missing");
        }
        return value;
    }
}
