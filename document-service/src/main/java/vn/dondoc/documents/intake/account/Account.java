package vn.dondoc.documents.intake.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Citation;
import vn.dondoc.documents.directive.Finding;
import vn.dondoc.documents.directive.Mark;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.Replacement;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.directive.TimeLimit;
import vn.dondoc.documents.directive.TimeMention;
import vn.dondoc.documents.directive.TimeMention.Standing;
import vn.dondoc.documents.intake.text.Marks;
import vn.dondoc.documents.intake.text.Sentences;
import vn.dondoc.documents.intake.text.Stretch;
import vn.dondoc.documents.intake.time.TimeMentions;

/**
 * Accounts for every time that the paper names: a time that is the limit of no duty and nothing else for a reason is found,
 * so that no limit is missed in silence. It looks at the text by itself and not at how duties were read; whatever they leave
 * out is seen here.
 *
 * <p>When in doubt it finds: a finding too many costs a glance, a limit that nobody sees costs the duty.
 */
public final class Account {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern ORDERS = Pattern.compile(
            "(?<![\\p{L}])(?:yêu cầu|giao|đề nghị|chỉ đạo|chịu trách nhiệm|có trách nhiệm|phải|khẩn trương|tổ chức thực hiện|báo cáo)(?![\\p{L}])",
            FLAGS);
    private static final Pattern CELLS = Pattern.compile("^\\|.*\\p{L}.*", Pattern.DOTALL);
    /** The year in the header of a table is that of its cells. */
    private static final Pattern HEADER = Pattern.compile("^\\|\\s*(?:STT|TT|Số TT)\\.?\\s*\\|", FLAGS);

    private static final int ROWS_OF_A_TABLE = 3;

    private final List<Provision> provisions;
    private final TreeMap<Integer, List<Provision>> byStart = new TreeMap<>();

    /** Those whose limit does not stand in their own paragraph, but in a heading or in a label of its own. */
    private final List<Provision> limitedFromElsewhere = new ArrayList<>();

    private final List<Target> targets;
    private final List<Replacement> replacements;
    private final Marks changed;
    private final Standings standings;
    private final List<TimeMention> times = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param issued the day of the paper, or the first of its month */
    public Account(
            List<Provision> provisions,
            List<Target> targets,
            List<Citation> citations,
            List<Replacement> replacements,
            @Nullable LocalDate issued) {
        this.provisions = provisions;
        this.replacements = replacements;
        this.changed = new Marks(replacements.stream().map(Replacement::mark).toList());
        provisions.forEach(it -> byStart.computeIfAbsent(it.mark().start(), any -> new ArrayList<>())
                .add(it));
        this.targets = targets;
        this.standings = new Standings(targets, citations, issued);
    }

    public List<TimeMention> times() {
        return List.copyOf(times);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** @param paragraphs of the body and of what is attached, rows of tables between bars */
    public void take(List<Stretch> paragraphs) {
        Set<Provision> atHome = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Stretch paragraph : paragraphs) {
            of(paragraph.mark(1))
                    .filter(it -> it.limit().phrase() != null
                            && contains(paragraph.text(), it.limit().phrase()))
                    .forEach(atHome::add);
        }
        provisions.stream().filter(it -> !atHome.contains(it)).forEach(limitedFromElsewhere::add);
        List<Stretch> rows = new ArrayList<>();
        boolean orders = false;
        for (Stretch paragraph : paragraphs) {
            orders |= ORDERS.matcher(paragraph.text()).find();
            if (CELLS.matcher(paragraph.text()).matches()) {
                rows.add(paragraph);
            } else {
                table(rows);
                rows.clear();
            }
            boolean row = paragraph.text().startsWith("|");
            for (Stretch sentence : row ? List.of(paragraph) : Sentences.sentences(paragraph)) {
                sentence(sentence, paragraph.mark(1));
            }
        }
        table(rows);
        if (orders && provisions.isEmpty()) {
            findings.addFirst(Finding.of(
                    Finding.Code.NO_DUTIES,
                    "văn bản có giao việc nhưng không đọc được nhiệm vụ nào",
                    "the paper gives orders, and no duty was read"));
        }
        replacements.forEach(it -> findings.add(replacing(it)));
        inherited();
    }

    /** A table of which nothing was read. */
    private void table(List<Stretch> rows) {
        if (rows.size() < ROWS_OF_A_TABLE) {
            return;
        }
        Mark all =
                new Mark(rows.getFirst().mark(1).start(), rows.getLast().mark(1).end(), 1);
        boolean read = provisions.stream().anyMatch(it -> Standings.isWithin(it.mark(), all))
                || targets.stream().anyMatch(it -> Standings.isWithin(it.mark(), all));
        if (!read) {
            findings.add(new Finding(
                    Finding.Code.UNREAD_TABLE,
                    all,
                    "bảng " + rows.size() + " dòng chưa đọc được",
                    "a table of " + rows.size() + " rows was left unread"));
        }
    }

    private void sentence(Stretch sentence, Mark paragraph) {
        List<TimeMention> unread = new ArrayList<>();
        String text = sentence.text();
        for (TimeMentions.Found it : TimeMentions.in(text)) {
            Mark mark = sentence.mark(it.start(), it.end(), 1);
            TimeMention mention = mention(it, text, mark, paragraph);
            times.add(mention);
            switch (mention.standing()) {
                case UNREAD, EXPIRED -> unread.add(mention);
                case REPLACED -> {
                    if (!changed.cover(mark)) {
                        unread.add(mention);
                    }
                }
                default -> {}
            }
        }
        unread.stream()
                .collect(Collectors.groupingBy(it -> code(it, paragraph)))
                .forEach((code, mentions) -> findings.add(finding(code, mentions, sentence)));
    }

    private static Finding replacing(Replacement it) {
        String paper = it.number() == null ? "" : " " + it.number();
        String place = it.place() == null ? "" : " (" + it.place() + ")";
        return new Finding(
                Finding.Code.REPLACED_LIMIT,
                it.mark(),
                "sửa đổi văn bản" + paper + place + ", không giao việc mới; xem đề xuất sửa đổi",
                "changes the paper" + paper + place + " and gives no new duty; see the proposed amendment");
    }

    /** The duty in whose words something stands. */
    private Optional<Provision> within(Mark mark, Mark paragraph) {
        return of(paragraph)
                .filter(duty -> Standings.isWithin(mark, duty.mark()))
                .findFirst();
    }

    /** The duties that stand in a paragraph. */
    private Stream<Provision> of(Mark paragraph) {
        return byStart.subMap(paragraph.start(), true, paragraph.end(), true).values().stream()
                .flatMap(List::stream)
                .filter(duty -> Standings.isWithin(duty.mark(), paragraph));
    }

    private Finding.Code code(TimeMention it, Mark paragraph) {
        return switch (it.standing()) {
            case EXPIRED -> Finding.Code.EXPIRED_LIMIT;
            case REPLACED -> Finding.Code.REPLACED_LIMIT;
            default ->
                within(it.mark(), paragraph)
                                .filter(duty -> !duty.limit().isNone())
                                .isPresent()
                        ? Finding.Code.SECOND_LIMIT_DROPPED
                        : Finding.Code.UNREAD_LIMIT;
        };
    }

    private static Finding finding(Finding.Code code, List<TimeMention> mentions, Stretch sentence) {
        String words =
                mentions.stream().map(it -> "«" + it.words() + "»").distinct().collect(Collectors.joining(", "));
        String path = mentions.getFirst().path();
        String at = path == null ? "" : "mục " + path + ": ";
        String atEn = path == null ? "" : "clause " + path + ": ";
        Mark mark = sentence.mark(1);
        return switch (code) {
            case EXPIRED_LIMIT ->
                new Finding(
                        code,
                        mark,
                        at + words + " đã qua khi văn bản ban hành",
                        atEn + words + " had passed when the paper was issued");
            case REPLACED_LIMIT ->
                new Finding(
                        code,
                        mark,
                        at + words + " thay cho một thời hạn khác; có thể cần sửa đổi văn bản trước",
                        atEn + words + " takes the place of another limit; the earlier paper may have to be amended");
            case SECOND_LIMIT_DROPPED ->
                new Finding(
                        code,
                        mark,
                        at + words + " chưa dùng làm hạn, nhiệm vụ chỉ giữ một hạn",
                        atEn + words + " is not used; the duty keeps one limit");
            default ->
                new Finding(code, mark, words + " chưa gắn với nhiệm vụ nào", words + " is the limit of no duty");
        };
    }

    private TimeMention mention(TimeMentions.Found it, String sentence, Mark mark, Mark paragraph) {
        Optional<Provision> limited = limited(it, mark, paragraph);
        if (limited.isPresent()) {
            return new TimeMention(
                    it.words(), mark, Standing.LIMIT, limited.get().path());
        }
        if (changed.cover(mark)) {
            return new TimeMention(it.words(), mark, Standing.REPLACED, null);
        }
        if (HEADER.matcher(sentence).find()) {
            return new TimeMention(it.words(), mark, Standing.WINDOW, null);
        }
        Optional<Provision> within = within(mark, paragraph);
        String path = within.map(Provision::path).orElse(null);
        return new TimeMention(it.words(), mark, standings.of(it, sentence, mark, paragraph, within.isPresent()), path);
    }

    /** The duty whose limit it is: one of the same paragraph, or one whose limit stands elsewhere, in a heading or a label. */
    private Optional<Provision> limited(TimeMentions.Found it, Mark mark, Mark paragraph) {
        return of(paragraph)
                .filter(duty -> says(duty, it.words())
                        || it.comesRound()
                                && Standings.isWithin(mark, duty.mark())
                                && duty.limit().recurrence() != null)
                .min(Comparator.comparing(duty -> !Standings.isWithin(mark, duty.mark())))
                .or(() -> limitedFromElsewhere.stream()
                        .filter(duty -> says(duty, it.words()))
                        .findFirst());
    }

    private static boolean says(Provision duty, String words) {
        TimeLimit limit = duty.limit();
        return contains(limit.phrase(), words) || contains(limit.embeddedIn(), words);
    }

    /** Whether the words stand in a text by themselves: "5/6/2025" does not in "15/6/2025". */
    private static boolean contains(@Nullable String text, String words) {
        if (text == null) {
            return false;
        }
        String within = text.toLowerCase(Locale.ROOT);
        String wanted = words.toLowerCase(Locale.ROOT);
        for (int at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(within.charAt(at - 1));
            boolean ends = end >= within.length() || !Character.isLetterOrDigit(within.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    /** Where what was read leans on something that stands elsewhere. */
    private void inherited() {
        paths(provisions.stream()
                        .filter(it -> it.assigneesImplicit() && !it.assignees().isEmpty()))
                .ifPresent(it -> findings.add(Finding.of(
                        Finding.Code.DOER_INHERITED,
                        "cơ quan thực hiện lấy từ đề mục hoặc nơi gửi: mục " + it,
                        "the doer comes from a heading or the addressees: clauses " + it)));
        paths(provisions.stream().filter(it -> it.limit().yearInferred()))
                .ifPresent(it -> findings.add(Finding.of(
                        Finding.Code.YEAR_INFERRED,
                        "hạn không ghi năm, năm được suy ra: mục " + it,
                        "the limit has no year, which was inferred: clauses " + it)));
    }

    private static Optional<String> paths(Stream<Provision> some) {
        String paths = some.map(Provision::path).collect(Collectors.joining(", "));
        return paths.isEmpty() ? Optional.empty() : Optional.of(paths);
    }
}
