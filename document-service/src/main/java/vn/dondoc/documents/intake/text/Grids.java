package vn.dondoc.documents.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables in the renderings that copying leaves of them, turned into lines with bars: cells between tabs, cells with bars
 * between them and none around, cells in columns of blanks, a cell to a line.
 */
final class Grids {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern FIRST = Pattern.compile("^(?:stt|tt|số tt|số thứ tự)\\.?$", FLAGS);
    private static final Pattern HEADER = Pattern.compile(
            ".*(?:nhiệm vụ|nội dung|công việc|hoạt động|chủ trì|thực hiện|phối hợp|đầu mối|tham mưu|thời gian|thời hạn|tiến độ|hoàn thành|sản phẩm|kết quả|ghi chú|chỉ tiêu|chỉ số|mục tiêu|đơn vị|đvt|năm \\d{4}|kế hoạch|tên |cơ quan|kinh phí|lãnh đạo).*",
            FLAGS);
    private static final Pattern ROW_NUMBER = Pattern.compile("^(\\d{1,3})\\.?$");
    private static final Pattern GROUP_NUMBER = Pattern.compile("^(?:[IVX]{1,5}|[A-E])\\.?$");
    private static final Pattern ENDS_TABLE = Pattern.compile(
            "^(?:Nơi nhận|TM\\.|KT\\.|TL\\.|T/M|K/T|Ghi chú:|PHỤ LỤC|Phụ lục|[IVX]{1,4}[.\\-–] |Trên đây|Tổng số:|Điều \\d).*",
            Pattern.DOTALL);
    private static final Pattern TABS = Pattern.compile("\\t+");
    private static final Pattern GAP = Pattern.compile("(?<=\\S)[ \\u00A0]{2,}(?=\\S)");
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final int LONGEST_HEADER = 60;
    private static final int LEAST_BARS = 2;
    private static final int LEAST_ROWS = 3;

    private final List<Stretch> lines;
    private final List<Stretch> out = new ArrayList<>();

    private Grids(List<Stretch> lines) {
        this.lines = lines;
    }

    /** The lines, with every table that is recognised as lines of bars. */
    static List<Stretch> barred(List<Stretch> lines) {
        return new Grids(lines).barred();
    }

    private List<Stretch> barred() {
        int i = 0;
        while (i < lines.size()) {
            int next = tabbed(i);
            next = next > i ? next : innerBars(i);
            next = next > i ? next : spaced(i);
            next = next > i ? next : vertical(i);
            if (next > i) {
                i = next;
            } else {
                out.add(lines.get(i));
                i++;
            }
        }
        return out;
    }

    private static boolean isHeader(List<String> cells) {
        if (cells.size() < 3 || cells.stream().anyMatch(it -> it.length() > LONGEST_HEADER)) {
            return false;
        }
        long known = cells.stream()
                .filter(it -> HEADER.matcher(it).matches() || FIRST.matcher(it).matches())
                .count();
        return known * 3 >= cells.size() * 2L;
    }

    private int tabbed(int at) {
        if (lines.get(at).text().indexOf('\t') < 0) {
            return at;
        }
        List<Stretch> header = cells(lines.get(at), TABS);
        if (!isHeader(texts(header))) {
            return at;
        }
        int i = at;
        for (; i < lines.size() && lines.get(i).text().contains("\t"); i++) {
            out.add(Stretch.row(cells(lines.get(i), TABS)));
        }
        return i;
    }

    /** As many bars in each of several lines, none around: "1 | Rà soát phí | Sở Tài chính | 30/4/2025". */
    private int innerBars(int at) {
        int bars = innerBars(lines.get(at).text());
        int end = at;
        while (bars >= LEAST_BARS
                && end < lines.size()
                && innerBars(lines.get(end).text()) == bars) {
            end++;
        }
        boolean table = end - at >= LEAST_ROWS || end - at >= 2 && isHeader(texts(cells(lines.get(at), BAR)));
        if (!table) {
            return at;
        }
        for (int i = at; i < end; i++) {
            out.add(Stretch.row(cells(lines.get(i), BAR)));
        }
        return end;
    }

    private static int innerBars(String line) {
        String text = line.strip();
        return text.startsWith("|") || text.endsWith("|")
                ? 0
                : (int) text.chars().filter(it -> it == '|').count();
    }

    private static List<Stretch> cells(Stretch line, Pattern between) {
        List<Stretch> cells = new ArrayList<>();
        Matcher gap = between.matcher(line.text());
        int from = 0;
        while (gap.find()) {
            cells.add(line.sub(from, gap.start()).folded());
            for (int more = 1; between == TABS && more < gap.group().length(); more++) {
                cells.add(line.sub(gap.end(), gap.end()));
            }
            from = gap.end();
        }
        cells.add(line.from(from).folded());
        return cells;
    }

    private static List<String> texts(List<Stretch> cells) {
        return cells.stream().map(Stretch::text).toList();
    }

    /** Columns of blanks: a piece of a line belongs to the column whose header begins nearest above it. */
    private int spaced(int at) {
        List<Integer> begins = new ArrayList<>();
        List<Stretch> header = pieces(lines.get(at), begins);
        if (!FIRST.matcher(header.getFirst().text()).matches() || !isHeader(texts(header))) {
            return at;
        }
        out.add(Stretch.row(header));
        List<Stretch> row = List.of();
        int i = at + 1;
        for (; i < lines.size(); i++) {
            List<Integer> starts = new ArrayList<>();
            List<Stretch> pieces = pieces(lines.get(i), starts);
            String first = pieces.getFirst().text();
            boolean numbered = ROW_NUMBER.matcher(first).matches()
                    || GROUP_NUMBER.matcher(first).matches();
            boolean goesOn = !first.isEmpty() && !numbered && starts.getFirst() > begins.get(0) + 1 && !row.isEmpty();
            if (first.isEmpty() || first.matches("[-_=\\s]+")) {
                continue;
            }
            if (!numbered && !goesOn) {
                break;
            }
            if (numbered) {
                flush(row);
                row = new ArrayList<>();
                for (int column = 0; column < header.size(); column++) {
                    row.add(lines.get(i).sub(0, 0));
                }
            }
            for (int p = 0; p < pieces.size(); p++) {
                int column = nearest(begins, starts.get(p));
                row.set(column, row.get(column).joined(pieces.get(p)));
            }
        }
        flush(row);
        return i;
    }

    private void flush(List<Stretch> row) {
        if (!row.isEmpty()) {
            out.add(Stretch.row(row));
        }
    }

    private static int nearest(List<Integer> begins, int start) {
        int best = 0;
        for (int i = 1; i < begins.size(); i++) {
            if (Math.abs(begins.get(i) - start) <= Math.abs(begins.get(best) - start)) {
                best = i;
            }
        }
        return best;
    }

    private static List<Stretch> pieces(Stretch line, List<Integer> begins) {
        List<Stretch> pieces = new ArrayList<>();
        String text = line.text();
        int from = text.length() - text.stripLeading().length();
        Matcher gap = GAP.matcher(text);
        while (gap.find(from) && gap.start() > from) {
            begins.add(from);
            pieces.add(line.sub(from, gap.start()).folded());
            from = gap.end();
        }
        begins.add(from);
        pieces.add(line.from(from).folded());
        return pieces;
    }

    /** A cell to a line: the header's lines first, then as many lines for each row, told apart by their numbers. */
    private int vertical(int at) {
        if (!FIRST.matcher(lines.get(at).text().strip()).matches()) {
            return at;
        }
        List<Stretch> header = new ArrayList<>();
        int i = at;
        for (; i < lines.size(); i++) {
            String text = lines.get(i).text().strip();
            boolean begins = ROW_NUMBER.matcher(text).matches()
                    || GROUP_NUMBER.matcher(text).matches();
            if (begins || text.length() > LONGEST_HEADER) {
                break;
            }
            if (!text.isEmpty()) {
                header.add(lines.get(i).folded());
            }
        }
        if (i >= lines.size() || !isHeader(texts(header))) {
            return at;
        }
        out.add(Stretch.row(header));
        int expected = 1;
        while (i < lines.size()) {
            String text = lines.get(i).text().strip();
            Matcher number = ROW_NUMBER.matcher(text);
            boolean counts = number.matches() && Integer.parseInt(number.group(1)) == expected;
            boolean restarts = number.matches() && Integer.parseInt(number.group(1)) == 1;
            boolean group = GROUP_NUMBER.matcher(text).matches();
            if (text.isEmpty()) {
                i++;
                continue;
            }
            if (!counts && !restarts && !group) {
                break;
            }
            expected = group ? expected : restarts ? 2 : expected + 1;
            int end = rowEnd(i + 1, expected);
            rows(i, end, header.size());
            i = end;
        }
        return i;
    }

    private int rowEnd(int from, int nextNumber) {
        int i = from;
        for (; i < lines.size(); i++) {
            String text = lines.get(i).text().strip();
            Matcher number = ROW_NUMBER.matcher(text);
            boolean next = number.matches()
                    && (Integer.parseInt(number.group(1)) == nextNumber || Integer.parseInt(number.group(1)) == 1);
            if (next
                    || GROUP_NUMBER.matcher(text).matches()
                    || ENDS_TABLE.matcher(text).matches()) {
                break;
            }
        }
        return i;
    }

    /** A numbered row, and those without a number under it, each of which begins with a dash. */
    private void rows(int from, int to, int columns) {
        long filled = lines.subList(from, to).stream()
                .filter(it -> !it.text().isBlank())
                .count();
        int begin = from;
        for (int i = from + 1; filled > columns && i < to; i++) {
            if (lines.get(i).text().strip().startsWith("- ")) {
                row(begin, i, columns, begin == from);
                begin = i;
            }
        }
        row(begin, to, columns, begin == from);
    }

    private void row(int from, int to, int columns, boolean numbered) {
        if (numbered) {
            verticalRow(from, to, columns).ifPresent(out::add);
            return;
        }
        List<Stretch> cells = new ArrayList<>();
        cells.add(lines.get(from).sub(0, 0));
        for (int i = from; i < to; i++) {
            Stretch cell = lines.get(i).folded();
            if (!cell.isEmpty()) {
                cells.add(cell);
            }
        }
        out.add(Stretch.row(cells.subList(0, Math.min(cells.size(), columns))));
    }

    private Optional<Stretch> verticalRow(int from, int to, int columns) {
        List<Stretch> filled = new ArrayList<>();
        List<Stretch> withBlank = new ArrayList<>();
        boolean blankBefore = false;
        for (int i = from; i < to; i++) {
            Stretch cell = lines.get(i).folded();
            if (!cell.isEmpty()) {
                filled.add(cell);
                withBlank.add(cell);
                blankBefore = false;
            } else {
                if (blankBefore) {
                    withBlank.add(cell);
                }
                blankBefore = !blankBefore;
            }
        }
        boolean aligned = filled.size() == columns;
        List<Stretch> cells = new ArrayList<>(aligned || withBlank.size() < filled.size() ? filled : withBlank);
        while (cells.size() > columns && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        if (cells.size() > columns) {
            cells = new ArrayList<>(filled.subList(0, columns - 1));
            cells.add(filled.subList(columns - 1, filled.size()).stream()
                    .reduce(Stretch::joined)
                    .orElseThrow());
        }
        return filled.size() < 2 ? Optional.empty() : Optional.of(Stretch.row(cells));
    }
}
