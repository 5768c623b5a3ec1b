package vn.dondoc.reporting.consolidation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.form.Check;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.report.Period;

/** Writes a consolidated report in the form of Nghị định 30/2020/NĐ-CP, annex I. */
final class WriteConsolidated {

    /** More than that nobody reads on paper. */
    private static final int MOST_CELLS = 20_000;

    private static final int MOST_COLUMNS = 5;

    private final OfficePaper paper;
    private final Consolidated report;

    private WriteConsolidated(OfficePaper paper, Consolidated report) {
        this.paper = paper;
        this.report = report;
    }

    static byte[] of(Consolidated report, Frame frame) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            var paper = new OfficePaper(document);
            new WriteConsolidated(paper, report).write(frame);
            document.write(bytes);
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return bytes.toByteArray();
    }

    private void write(Frame frame) {
        paper.head(frame);
        paper.title("BÁO CÁO", report.form().name() + " – " + period(report.period()));
        paper.heading("I. Tình hình báo cáo");
        whoReported();
        paper.heading("II. Kết quả các chỉ tiêu");
        results();
        words();
        paper.heading((report.form().texts().isEmpty() ? "III" : "IV") + ". Giải trình của các cơ quan");
        explanations();
        paper.sign(frame);
        annex();
    }

    private void whoReported() {
        paper.text("Phải báo cáo: %d cơ quan; đã nộp: %d (đúng hạn %d, muộn %d); chưa nộp: %d."
                .formatted(
                        report.expected(),
                        report.filed(),
                        report.in(Consolidated.Standing.IN_TIME).size(),
                        report.in(Consolidated.Standing.LATE).size(),
                        report.in(Consolidated.Standing.MISSING).size()));
        names("Nộp muộn", Consolidated.Standing.LATE);
        names("Chưa nộp", Consolidated.Standing.MISSING);
        names("Được miễn báo cáo kỳ này", Consolidated.Standing.EXCUSED);
        List<Consolidated.Row> nothing =
                report.reports().stream().filter(Consolidated.Row::nil).toList();
        if (!nothing.isEmpty()) {
            paper.text("Báo cáo không phát sinh: " + names(nothing) + ".");
        }
    }

    private void names(String what, Consolidated.Standing standing) {
        List<Consolidated.Row> some = report.in(standing);
        if (!some.isEmpty()) {
            paper.text(what + ": " + names(some) + ".");
        }
    }

    private static String names(List<Consolidated.Row> some) {
        return some.stream().map(Consolidated.Row::name).collect(Collectors.joining("; "));
    }

    private void results() {
        if (report.results().isEmpty()) {
            paper.text("Chưa có số liệu.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Consolidated.Result it : report.results()) {
            Figure figure = it.figure();
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    figure.name(),
                    figure.unit(),
                    number(figure.value()),
                    number(it.before()),
                    change(it.change()),
                    targets(figure),
                    figure.reported() + "/" + figure.expected()));
        }
        paper.table(
                List.of("TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Kỳ trước", "Tăng, giảm", "Mục tiêu", "Số báo cáo"),
                new int[] {5, 30, 8, 12, 12, 10, 15, 8},
                rows);
    }

    /** Targets, and whether each is met. */
    private static String targets(Figure figure) {
        return figure.attainments().isEmpty()
                ? "–"
                : figure.attainments().stream()
                        .map(it -> sign(it.comparator()) + number(it.target())
                                + (it.targetMax() == null ? "" : "–" + number(it.targetMax()))
                                + " (" + it.year() + "): " + (it.met() ? "đạt" : "chưa đạt"))
                        .collect(Collectors.joining("\n"));
    }

    private static String sign(String comparator) {
        return switch (comparator) {
            case ">=" -> "≥ ";
            case "<=" -> "≤ ";
            case ">", "<" -> comparator + " ";
            default -> "";
        };
    }

    private void explanations() {
        boolean none = true;
        for (Consolidated.Row row : report.reports()) {
            for (Check check : report.form().checks()) {
                String said = row.explanations().get(check.code());
                if (said != null) {
                    none = false;
                    paper.text("- " + row.name() + " (" + lower(check.message()) + "): " + said);
                }
            }
        }
        if (none) {
            paper.text("Không có.");
        }
    }

    /** What the agencies told in words, by question. */
    private void words() {
        List<ReportForm.TextElement> texts = report.form().texts();
        if (!texts.isEmpty()) {
            paper.heading("III. Nội dung báo cáo của các cơ quan");
        }
        for (int i = 0; i < texts.size(); i++) {
            ReportForm.TextElement text = texts.get(i);
            paper.heading((i + 1) + ". " + text.name());
            List<Consolidated.Row> said = report.reports().stream()
                    .filter(it -> it.texts().containsKey(text.code()))
                    .toList();
            said.forEach(it -> paper.text("- " + it.name() + ": " + it.texts().get(text.code())));
            if (said.isEmpty()) {
                paper.text("Không có.");
            }
        }
    }

    /** What each agency reported, a few columns at a time so that they can be read. */
    private void annex() {
        List<ReportForm.DataElement> elements = report.form().figuresAndSums();
        if ((long) elements.size() * report.reports().size() > MOST_CELLS) {
            paper.note("Số liệu của từng cơ quan không kèm theo đây vì quá nhiều.");
            return;
        }
        paper.newPage();
        paper.centred("PHỤ LỤC", true);
        paper.centred("Số liệu của từng cơ quan", true);
        for (int from = 0; from < elements.size(); from += MOST_COLUMNS) {
            List<ReportForm.DataElement> some = elements.subList(from, Math.min(from + MOST_COLUMNS, elements.size()));
            List<String> head = new ArrayList<>(List.of("TT", "Cơ quan"));
            some.forEach(it -> head.add(it.name() + " (" + it.unit() + ")"));
            int[] widths = new int[head.size()];
            Arrays.fill(widths, (100 - 5 - 30) / some.size());
            widths[0] = 5;
            widths[1] = 30;
            List<List<String>> rows = new ArrayList<>();
            for (Consolidated.Row row : report.reports()) {
                List<String> cells = new ArrayList<>(List.of(String.valueOf(rows.size() + 1), row.name()));
                some.forEach(
                        it -> cells.add(row.counts() ? number(row.values().get(it.code())) : said(row.standing())));
                rows.add(cells);
            }
            paper.table(head, widths, rows);
            paper.centred("", false);
        }
        paper.note("Ô có dấu – là để trống hoặc không phát sinh, không phải số 0.");
    }

    private static String said(Consolidated.Standing standing) {
        return standing == Consolidated.Standing.EXCUSED ? "miễn" : "chưa nộp";
    }

    /** As Vietnam writes numbers, with the decimals that it has: 1.234,50. */
    static String number(@Nullable BigDecimal value) {
        if (value == null) {
            return "–";
        }
        var symbols = DecimalFormatSymbols.getInstance(Locale.of("vi", "VN"));
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    private static String change(@Nullable BigDecimal value) {
        return value != null && value.signum() > 0 ? "+" + number(value) : number(value);
    }

    private static String lower(String message) {
        return message.isEmpty() ? message : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    static String period(Period period) {
        String code = period.code();
        String year = code.substring(0, 4);
        return switch (period.frequency()) {
            case MONTHLY -> "tháng " + Integer.parseInt(code.substring(5)) + " năm " + year;
            case QUARTERLY -> "quý " + List.of("I", "II", "III", "IV").get(code.charAt(6) - '1') + " năm " + year;
            case SEMIANNUAL -> "6 tháng " + (code.endsWith("1") ? "đầu" : "cuối") + " năm " + year;
            case ANNUAL -> "năm " + year;
        };
    }
}
