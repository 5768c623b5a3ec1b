package vn.dondoc.documents.intake.duty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.directive.TimeLimit;
import vn.dondoc.documents.intake.lexicon.Actors;
import vn.dondoc.documents.intake.target.Targets;
import vn.dondoc.documents.intake.text.Stretch;
import vn.dondoc.documents.intake.time.TimeLimits;

/** Tables of tasks and of targets, a line per row with its cells between bars. */
public final class Tables {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern NUMBER = Pattern.compile("^(?:stt|tt|số tt|số thứ tự)$", FLAGS);
    private static final Pattern TASK =
            Pattern.compile(".*(?:nhiệm vụ|nội dung|công việc|tên (?:văn bản|đề án|báo cáo)|hoạt động).*", FLAGS);
    private static final Pattern LEAD = Pattern.compile(".*(?:chủ trì|thực hiện|đầu mối|tham mưu|phân công).*", FLAGS);
    private static final Pattern WITH = Pattern.compile(".*phối hợp.*", FLAGS);
    private static final Pattern TIME = Pattern.compile(".*(?:thời (?:gian|hạn)|tiến độ|hoàn thành).*", FLAGS);
    private static final Pattern PRODUCT = Pattern.compile(".*(?:sản phẩm|kết quả).*", FLAGS);
    private static final Pattern TARGET = Pattern.compile(".*(?:chỉ tiêu|chỉ số|mục tiêu).*", FLAGS);
    private static final Pattern UNIT = Pattern.compile(".*(?:đơn vị tính|đvt|đơn vị đo).*", FLAGS);
    private static final Pattern YEAR = Pattern.compile(".*?(?:năm )?(20\\d{2}).*", FLAGS);

    private static final Pattern FIGURE =
            Pattern.compile("^(>=|>|≥|<=|<|≤|trên|tối thiểu|ít nhất|dưới|không quá)?\\s*(\\d[\\d.,]*)\\s*(%?)$", FLAGS);

    private static final Pattern ROW_NUMBER = Pattern.compile("\\d+(?:\\.\\d+){0,200}\\.?");
    private static final Pattern AS_ABOVE =
            Pattern.compile("(?:như|nêu) (?:mục |dòng |ý )?trên|-?\\s?nt\\s?-?|[\"”〃]", FLAGS);
    private static final Pattern GROUP = Pattern.compile("[IVX]{1,5}|[A-E]");
    private static final int LEAST_ROWS = 3;
    private static final int BETWEEN_ROWS = 8;
    private static final int LEAST_COLUMNS = 3;

    private final TimeLimits limits;
    private final @Nullable String year;
    private final List<Provision> provisions = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private @Nullable Columns columns;
    private boolean guessed;
    private final Map<Integer, String> years = new HashMap<>();
    private int row;

    /** The last number of a row, and how many rows without one stand under it. */
    private String number = "";

    private int unnumbered;

    /** Who leads in the last row. */
    private List<String> leadsAbove = List.of();

    /** By when the last row is due. */
    private String timeAbove = "";

    /** Which the header of the times names. */
    private @Nullable String yearOfTimes;

    /** Of the group in which a row stands, such as {@code II.}; empty outside all groups. */
    private String group = "";

    private record Columns(
            int number,
            int task,
            int lead,
            int with,
            int time,
            int product,
            int target,
            int unit,
            List<Integer> years) {}

    /** A cell and where its row stood. */
    private record Cells(List<String> texts, Stretch line) {

        static Cells of(Stretch line) {
            String inner = line.text().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
            return new Cells(
                    Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList(), line);
        }

        String at(int column) {
            return column >= 0 && column < texts.size() ? texts.get(column) : "";
        }
    }

    private Tables(TimeLimits limits, @Nullable String year) {
        this.limits = limits;
        this.year = year;
    }

    /** @param year the one that the document is about, for figures without a year of their own */
    public static Tables read(List<Stretch> rows, TimeLimits limits, @Nullable String year) {
        var tables = new Tables(limits, year);
        int end = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (i == end) {
                end = endOfTable(rows, i);
                tables.begin(rows.subList(i, end));
            }
            tables.row(rows.get(i), i + 1 < end ? rows.get(i + 1) : null);
        }
        return tables;
    }

    /** A header holds until the next, since a table may go on behind a page; what was guessed holds for its own table alone. */
    private void begin(List<Stretch> table) {
        if (columns == null || guessed) {
            columns = withoutHeader(table);
            guessed = columns != null;
        }
    }

    /** Where rows stop to stand one right below the other. */
    private static int endOfTable(List<Stretch> rows, int from) {
        int end = from + 1;
        while (end < rows.size()
                && rows.get(end).mark(1).start() - rows.get(end - 1).mark(1).end() <= BETWEEN_ROWS) {
            end++;
        }
        return end;
    }

    /**
     * What the columns of a table without a header hold, from most of its rows: the longest cells say what is to be done,
     * those that name nobody but agencies who leads and who co-operates, those that are a time by when.
     */
    private @Nullable Columns withoutHeader(List<Stretch> rows) {
        List<Cells> table = new ArrayList<>();
        for (Stretch row : rows) {
            Cells cells = Cells.of(row);
            if (header(cells) != null) {
                break;
            }
            table.add(cells);
        }
        int width = table.stream().mapToInt(it -> it.texts().size()).max().orElse(0);
        if (table.size() < LEAST_ROWS || width < LEAST_COLUMNS) {
            return null;
        }
        int number = -1;
        int lead = -1;
        int with = -1;
        int time = -1;
        for (int i = 0; i < width; i++) {
            int column = i;
            if (number < 0
                    && mostly(table, it -> ROW_NUMBER.matcher(it.at(column)).matches())) {
                number = i;
            } else if (time < 0 && mostly(table, it -> isTime(it.at(column)))) {
                time = i;
            } else if (mostly(table, it -> Actors.isOnlyActors(it.at(column)))) {
                with = lead < 0 ? -1 : i;
                lead = lead < 0 ? i : lead;
            }
        }
        int task = -1;
        double longest = 0;
        for (int i = 0; i < width; i++) {
            int column = i;
            double length = table.stream()
                    .mapToInt(it -> it.at(column).length())
                    .average()
                    .orElse(0);
            if (length > longest && i != number && i != lead && i != with && i != time) {
                longest = length;
                task = i;
            }
        }
        return task >= 0 && (lead >= 0 || time >= 0)
                ? new Columns(number, task, lead, with, time, -1, -1, -1, List.of())
                : null;
    }

    private static boolean mostly(List<Cells> table, Predicate<Cells> holds) {
        return table.stream().filter(holds).count() * 10 >= table.size() * 6L;
    }

    private boolean isTime(String cell) {
        TimeLimit limit = limits.ofCell(cell);
        return limit.kind() == TimeLimit.Kind.DATE || limit.kind() == TimeLimit.Kind.RECURRING;
    }

    public List<Provision> provisions() {
        return provisions;
    }

    public List<Target> targets() {
        return targets;
    }

    /** @param below the row under it; {@code null} for the last of its table */
    private void row(Stretch line, @Nullable Stretch below) {
        Cells cells = Cells.of(line);
        if (cells.texts().stream().allMatch(it -> it.matches("[-:\\s]*"))) {
            return;
        }
        Columns header = header(cells);
        if (header != null) {
            columns = header;
            guessed = false;
            group = "";
            Matcher named = YEAR.matcher(cells.at(header.time()));
            yearOfTimes = named.matches() ? named.group(1) : null;
            years.clear();
            header.years()
                    .forEach(it -> years.put(it, YEAR.matcher(cells.at(it)).replaceFirst("$1")));
        } else if (columns != null && columns.target() >= 0 && columns.task() < 0) {
            target(cells, columns);
        } else if (columns != null) {
            task(cells, columns, below == null ? null : Cells.of(below));
        }
    }

    /** Whether a row only names what the rows without a number under it are to do. */
    private static boolean isParent(Cells cells, Columns at, @Nullable Cells below) {
        return below != null
                && at.number() >= 0
                && !cells.at(at.number()).isBlank()
                && below.at(at.number()).isBlank()
                && cells.at(at.lead()).isBlank()
                && cells.at(at.time()).isBlank();
    }

    private static @Nullable Columns header(Cells cells) {
        int number = -1;
        int task = -1;
        int lead = -1;
        int with = -1;
        int time = -1;
        int product = -1;
        int target = -1;
        int unit = -1;
        List<Integer> years = new ArrayList<>();
        for (int i = 0; i < cells.texts().size(); i++) {
            String text = cells.texts().get(i);
            if (text.length() > 70 || text.matches("\\d+")) {
                return null;
            }
            if (NUMBER.matcher(text).matches()) {
                number = i;
            } else if (UNIT.matcher(text).matches()) {
                unit = i;
            } else if (WITH.matcher(text).matches()) {
                with = i;
            } else if (TIME.matcher(text).matches() && !text.matches("(?iu).*nhiệm vụ.*")) {
                time = i;
            } else if (LEAD.matcher(text).matches() && !text.matches("(?iu).*nhiệm vụ.*|.*nội dung.*")) {
                lead = lead < 0 ? i : lead;
            } else if (PRODUCT.matcher(text).matches()) {
                product = i;
            } else if (TASK.matcher(text).matches()) {
                task = task < 0 ? i : task;
            } else if (TARGET.matcher(text).matches() && target < 0) {
                target = i;
            }
            if (text.length() < 16
                    && YEAR.matcher(text).matches()
                    && !TIME.matcher(text).matches()) {
                years.add(i);
            }
        }
        boolean tasks = task >= 0 && (lead >= 0 || time >= 0 || number >= 0);
        boolean figures = target >= 0 && (!years.isEmpty() || unit >= 0);
        return tasks || figures
                ? new Columns(number, tasks ? task : -1, lead, with, time, product, target, unit, List.copyOf(years))
                : null;
    }

    private void task(Cells cells, Columns at, @Nullable Cells below) {
        String text = cells.at(at.task());
        String label = at.number() < 0 ? "" : cells.at(at.number()).replaceFirst("\\.$", "");
        boolean heads = at.number() >= 0
                && !ROW_NUMBER.matcher(label).matches()
                && cells.at(at.lead()).isBlank()
                && cells.at(at.time()).isBlank();
        if (heads && GROUP.matcher(label).matches()) {
            group = label + ".";
        }
        if (text.isBlank() || heads) {
            return;
        }
        if (isFigure(cells, at)) {
            return;
        }
        row++;
        boolean numbered = !label.isBlank();
        if (numbered) {
            number = label;
            unnumbered = 0;
        }
        if (isParent(cells, at, below)) {
            return;
        }
        String own = numbered ? number : number.isEmpty() ? String.valueOf(row) : number + "." + ++unnumbered;
        String path = "PL." + group + own;
        boolean asAbove = AS_ABOVE.matcher(cells.at(at.lead())).matches();
        leadsAbove = asAbove ? leadsAbove : Deed.names(cells.at(at.lead()));
        List<String> leads = leadsAbove;
        String cell = cells.at(at.time());
        timeAbove = AS_ABOVE.matcher(cell).matches() ? timeAbove : cell;
        String time = timeAbove;
        TimeLimit limit = ofCell(time);
        List<TimeLimit> stages = limits.stagesOfCell(time).stream()
                .map(it -> it.yearInferred() ? inYearOfHeader(it) : it)
                .toList();
        if (stages.isEmpty()) {
            add(cells, at, path, leads, limit);
        }
        for (int stage = 0; stage < stages.size(); stage++) {
            add(cells, at, path + "." + (stage + 1), leads, stages.get(stage));
        }
    }

    /** With the year that the header names, where the cell names none: "Thời hạn năm 2026", "30/4". */
    private TimeLimit ofCell(String cell) {
        TimeLimit limit = limits.ofCell(cell);
        return limit.yearInferred() ? inYearOfHeader(limit) : limit;
    }

    private TimeLimit inYearOfHeader(TimeLimit limit) {
        String words = String.valueOf(limit.phrase());
        if (yearOfTimes == null) {
            return limit;
        }
        String time = words.substring(words.lastIndexOf(": ") + 1).strip().replaceFirst("[.;]+$", "");
        TimeLimit inThatYear = limits.ofCell(time + "/" + yearOfTimes);
        return inThatYear.date() == null || inThatYear.yearInferred() ? limit : inThatYear.saidAs(words);
    }

    private void add(Cells cells, Columns at, String path, List<String> leads, TimeLimit limit) {
        String text = cells.at(at.task());
        int from = Math.max(cells.line().text().indexOf(text), 0);
        String product = cells.at(at.product());
        provisions.add(new Provision(
                path,
                text.replaceFirst("^[-–+] ", "").replaceFirst("[.;]$", ""),
                text.replaceFirst("^[-–+] ", "").replaceFirst("[.;]$", ""),
                leads,
                Deed.names(cells.at(at.with())),
                false,
                limit,
                null,
                List.of(),
                product.isBlank() ? null : product,
                cells.line().mark(from, from + text.length(), 0.9)));
    }

    /** A row of a table of tasks that names a rate and the figure to be reached. */
    private boolean isFigure(Cells cells, Columns at) {
        String name = cells.at(at.task());
        for (int i = 0;
                name.matches("(?iu)^(?:tỷ lệ|tỉ lệ|chỉ số|mức độ|số lượng) .*")
                        && i < cells.texts().size();
                i++) {
            Matcher figure = FIGURE.matcher(cells.texts().get(i));
            if (i != at.task()
                    && figure.matches()
                    && (figure.group(1) != null || !figure.group(3).isEmpty())) {
                row++;
                String unit = figure.group(3).isEmpty() ? null : figure.group(3);
                String label = cells.at(at.number()).replaceFirst("\\.$", "");
                targets.add(target(cells, label, name, figure, unit, year));
                return true;
            }
        }
        return false;
    }

    private void target(Cells cells, Columns at) {
        String name = cells.at(at.target());
        if (name.isBlank()) {
            return;
        }
        row++;
        Optional<Integer> past = at.years().stream().filter(this::isPast).max(Comparator.naturalOrder());
        Matcher was = FIGURE.matcher(past.map(cells::at).orElse(""));
        for (int column : at.years().isEmpty() ? List.of(at.unit() + 1) : at.years()) {
            Matcher figure = FIGURE.matcher(cells.at(column));
            if (figure.matches() && !isPast(column)) {
                String unit = figure.group(3).isEmpty() ? cells.at(at.unit()) : "%";
                Target it = target(
                        cells, String.valueOf(row), name, figure, unit.isBlank() ? null : unit, years.get(column));
                targets.add(was.matches() ? it.since(years.get(past.orElseThrow()), number(was)) : it);
            }
        }
    }

    /** A year that was over when the paper was issued is what the others are measured from. */
    private boolean isPast(int column) {
        String named = years.get(column);
        LocalDate issued = limits.issued();
        return named != null && issued != null && Integer.parseInt(named) < issued.getYear();
    }

    private static BigDecimal number(Matcher figure) {
        return Targets.number(figure.group(2).replaceFirst("[.,]$", ""));
    }

    private static Target target(
            Cells cells, String label, String name, Matcher figure, @Nullable String unit, @Nullable String year) {
        return new Target(
                "PL." + label,
                name,
                comparator(figure.group(1)),
                number(figure),
                null,
                null,
                unit,
                year,
                null,
                null,
                null,
                null,
                null,
                cells.line().text(),
                cells.line().mark(0.85));
    }

    private static String comparator(@Nullable String bound) {
        if (bound == null) {
            return "=";
        }
        return switch (bound.toLowerCase(Locale.ROOT)) {
            case ">", "trên" -> ">";
            case "<", "dưới" -> "<";
            case "≤", "<=", "không quá" -> "<=";
            default -> ">=";
        };
    }
}
