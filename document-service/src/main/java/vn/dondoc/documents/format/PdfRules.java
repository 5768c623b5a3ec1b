package vn.dondoc.documents.format;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.TextPosition;

/**
 * The ruled lines of a page, and the tables they enclose. All measures in points, from the left and from the top of the
 * page, as text positions have them.
 */
final class PdfRules {

    /** A table has at least three columns; two are a heading laid out side by side. */
    private static final int LEAST_RULES_ACROSS = 4;

    private static final int LEAST_ROWS = 2;
    private static final float THIN = 3f;
    private static final float SAME = 3f;
    private static final float SHORTEST = 8f;
    /** More than any table needs; a page that draws more is a drawing. */
    private static final int MOST_RULES = 20_000;

    private record Rule(float at, float from, float to) {
        boolean covers(float point) {
            return from - SAME <= point && point <= to + SAME;
        }
    }

    /** A row of a table: where it stands and where its cells begin and end. */
    private record Row(float top, float bottom, List<Float> edges) {}

    /**
     * Tables from top to bottom; each is where it begins and ends, and its rows of cells.
     *
     * @param rows cells by row, each with the letters that stand in it
     */
    record Table(float top, float bottom, List<List<List<TextPosition>>> rows) {
        boolean holds(TextPosition letter) {
            float middle = middle(letter);
            return middle > top && middle < bottom;
        }
    }

    private final PDFStreamEngine page;
    private final List<Rule> down = new ArrayList<>();
    private final List<Rule> across = new ArrayList<>();
    private final List<Rule> pathDown = new ArrayList<>();
    private final List<Rule> pathAcross = new ArrayList<>();
    private Point2D.Float pen = new Point2D.Float();

    private PdfRules(PDFStreamEngine page) {
        this.page = page;
    }

    /** Lets {@code engine} see what its page draws as well as what it writes. */
    static PdfRules of(PDFStreamEngine engine) {
        PdfRules rules = new PdfRules(engine);
        for (String name : List.of("re", "m", "l", "n", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*")) {
            engine.addOperator(rules.new Drawing(engine, name));
        }
        return rules;
    }

    private final class Drawing extends OperatorProcessor {
        private final String name;

        Drawing(PDFStreamEngine engine, String name) {
            super(engine);
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            float[] numbers = numbers(operands);
            switch (name) {
                case "re" -> {
                    if (numbers.length >= 4) {
                        rectangle(
                                point(numbers[0], numbers[1]), point(numbers[0] + numbers[2], numbers[1] + numbers[3]));
                    }
                }
                case "m" -> {
                    if (numbers.length >= 2) {
                        pen = point(numbers[0], numbers[1]);
                    }
                }
                case "l" -> {
                    if (numbers.length >= 2) {
                        Point2D.Float to = point(numbers[0], numbers[1]);
                        segment(pen, to);
                        pen = to;
                    }
                }
                case "n" -> forgetPath();
                default -> paintPath();
            }
        }
    }

    private static float[] numbers(List<COSBase> operands) {
        float[] numbers = new float[operands.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return numbers;
    }

    private Point2D.Float point(float x, float y) {
        Point2D.Float it =
                page.getGraphicsState().getCurrentTransformationMatrix().transformPoint(x, y);
        PDRectangle paper = page.getCurrentPage().getCropBox();
        return new Point2D.Float(it.x - paper.getLowerLeftX(), paper.getUpperRightY() - it.y);
    }

    private void rectangle(Point2D.Float one, Point2D.Float other) {
        Point2D.Float left = new Point2D.Float(Math.min(one.x, other.x), Math.min(one.y, other.y));
        Point2D.Float right = new Point2D.Float(Math.max(one.x, other.x), Math.max(one.y, other.y));
        float width = right.x - left.x;
        float height = right.y - left.y;
        if (width < THIN || height < THIN) {
            segment(left, width < height ? new Point2D.Float(left.x, right.y) : new Point2D.Float(right.x, left.y));
        } else {
            segment(left, new Point2D.Float(right.x, left.y));
            segment(left, new Point2D.Float(left.x, right.y));
            segment(right, new Point2D.Float(left.x, right.y));
            segment(right, new Point2D.Float(right.x, left.y));
        }
    }

    private void segment(Point2D.Float from, Point2D.Float to) {
        if (down.size() + across.size() + pathDown.size() + pathAcross.size() > MOST_RULES) {
            return;
        }
        if (Math.abs(from.x - to.x) < THIN) {
            pathDown.add(new Rule(from.x, Math.min(from.y, to.y), Math.max(from.y, to.y)));
        } else if (Math.abs(from.y - to.y) < THIN) {
            pathAcross.add(new Rule(from.y, Math.min(from.x, to.x), Math.max(from.x, to.x)));
        }
    }

    private void forgetPath() {
        pathDown.clear();
        pathAcross.clear();
    }

    private void paintPath() {
        down.addAll(pathDown);
        across.addAll(pathAcross);
        forgetPath();
    }

    /** For the next page. */
    void clear() {
        down.clear();
        across.clear();
        forgetPath();
    }

    /** The tables on this page, with the letters that stand in their cells. */
    List<Table> tables(List<TextPosition> letters, Allowance allowance) {
        if (down.size() < LEAST_RULES_ACROSS || down.size() + across.size() > MOST_RULES) {
            return List.of();
        }
        List<Float> heights = apart(across.stream()
                .filter(it -> it.to() - it.from() > SHORTEST)
                .map(Rule::at)
                .toList());
        List<Table> tables = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i + 1 < heights.size(); i++) {
            Row row = row(heights.get(i), heights.get(i + 1));
            boolean enough = row.edges().size() >= LEAST_RULES_ACROSS
                    || !rows.isEmpty() && row.edges().size() >= 2;
            if (enough) {
                rows.add(row);
            } else {
                flush(rows, letters, tables, allowance);
            }
        }
        flush(rows, letters, tables, allowance);
        return tables;
    }

    private Row row(float top, float bottom) {
        float middle = (top + bottom) / 2;
        return new Row(
                top,
                bottom,
                apart(down.stream()
                        .filter(it -> it.covers(middle))
                        .map(Rule::at)
                        .toList()));
    }

    private static void flush(List<Row> rows, List<TextPosition> letters, List<Table> tables, Allowance allowance) {
        if (rows.size() >= LEAST_ROWS) {
            List<Float> edges =
                    apart(rows.stream().flatMap(it -> it.edges().stream()).toList());
            tables.add(new Table(
                    rows.getFirst().top(),
                    rows.getLast().bottom(),
                    rows.stream()
                            .map(it -> cells(it, edges, letters, allowance))
                            .toList()));
        }
        rows.clear();
    }

    /** A cell that spans columns stands in the first of them. */
    private static List<List<TextPosition>> cells(
            Row row, List<Float> edges, List<TextPosition> letters, Allowance allowance) {
        List<List<TextPosition>> cells = new ArrayList<>();
        for (int i = 0; i + 1 < edges.size(); i++) {
            cells.add(new ArrayList<>());
        }
        for (TextPosition letter : letters) {
            allowance.tick();
            float middle = middle(letter);
            if (middle > row.top() && middle <= row.bottom()) {
                float center = letter.getXDirAdj() + letter.getWidthDirAdj() / 2;
                int column = 0;
                while (column + 2 < edges.size() && center > edges.get(column + 1)) {
                    column++;
                }
                while (column > 0 && !isEdge(row, edges.get(column))) {
                    column--;
                }
                cells.get(column).add(letter);
            }
        }
        return cells;
    }

    private static boolean isEdge(Row row, float edge) {
        return row.edges().stream().anyMatch(it -> Math.abs(it - edge) <= SAME);
    }

    private static float middle(TextPosition letter) {
        return letter.getYDirAdj() - letter.getHeightDir() / 2;
    }

    /** In order, those that stand for the same line once. */
    private static List<Float> apart(List<Float> measures) {
        List<Float> apart = new ArrayList<>();
        for (float it : new TreeSet<>(measures)) {
            if (apart.isEmpty() || it - apart.getLast() > SAME) {
                apart.add(it);
            }
        }
        return apart;
    }
}
