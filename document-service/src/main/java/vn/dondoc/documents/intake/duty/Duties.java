package vn.dondoc.documents.intake.duty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.DocumentType;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.Replacement;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.directive.TimeLimit;
import vn.dondoc.documents.intake.lexicon.Actors;
import vn.dondoc.documents.intake.lexicon.Bodies;
import vn.dondoc.documents.intake.lexicon.Calls;
import vn.dondoc.documents.intake.target.Targets;
import vn.dondoc.documents.intake.text.Marks;
import vn.dondoc.documents.intake.text.Outline;
import vn.dondoc.documents.intake.text.Sentences;
import vn.dondoc.documents.intake.text.Stretch;
import vn.dondoc.documents.intake.time.Recurrences;
import vn.dondoc.documents.intake.time.TimeLimits;

/**
 * Walks the outline and reads the leaf duties and the targets. A sentence is a duty when somebody named does something in
 * it, or when it opens with a verb of doing; sections on situation, views and goals give no duties. Before the document
 * calls upon anybody, only what it calls for counts.
 *
 * <p>An order (công văn, chỉ thị) gives a duty per sentence. A resolution (nghị quyết) gives one
 * per paragraph, unless a later sentence names its own actor or its own time.
 */
public final class Duties {

    /** How sure it is is counted when the whole paper is read. */
    private static final double CERTAIN = 1;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** "(Sở Nội vụ chủ trì)" at the end of a duty. */
    private static final Pattern IN_BRACKETS = Pattern.compile(
            "\\(((?:Giao )?\\p{Lu}[^()]{4,120}?)(?: (?:chủ trì|thực hiện|tham mưu|theo dõi|chịu trách nhiệm)[^()]{0,40})?\\)[.;]?$");

    private static final int ENOUGH = 60;

    private static final Pattern CONDITION = Pattern.compile(
            "^(?:Trong quá trình [^,]{3,60}?,? )?(?:nếu )?(?:có |gặp |phát sinh )?(?:những )?(?:khó khăn|vướng mắc|phát sinh)[^,]{0,50}(?:, (?:vướng mắc|phát sinh)[^,]{0,50})?, (?:đề nghị |yêu cầu )?",
            FLAGS);

    private static final Pattern AGGREGATOR = Pattern.compile("(?:gửi|về) ((?:" + Bodies.ISSUER
            + "))(?: trước [^,;]{3,40}| chậm nhất [^,;]{3,40})?,? (?:để )?(tổng hợp,? (?:tham mưu )?báo cáo .+)$");

    private static final Pattern ROLE = Pattern.compile("vai trò(?:, trách nhiệm)?(?: của|,)? (?:của )?(.+)$");

    private static final Pattern LOCATIVE =
            Pattern.compile("(?:tại|của|trong) (các cơ quan[^,;.]{0,60}(?:, đơn vị(?:, địa phương)?)?)");

    /** "Hoàn thành trước ngày 15/9": a sentence that says no more than by when what stands before it is to be done. */
    private static final Pattern BY_WHEN = Pattern.compile(
            "^(?:(?:Yêu cầu|Phải|Việc này|Các việc này|Nội dung này|Nhiệm vụ này|Tất cả|Toàn bộ)(?: phải)? )?(?:hoàn thành|hoàn tất|xong|kết thúc|thực hiện(?: xong)?|báo cáo kết quả|hạn (?:cuối|chót)(?: cùng)?(?: là)?)(?: việc này| các nội dung này| nội dung này| toàn bộ)?,? ",
            FLAGS);

    private static final int MORE_THAN_A_LIMIT = 6;

    private final List<Provision> provisions = new ArrayList<>();

    private final List<Target> targets = new ArrayList<>();

    private final List<String> addressees;

    private final List<String> footnotes;

    private final Marks changed;

    private final TimeLimits limits;

    private final Parts parts;

    private final Asking asking;

    private final boolean resolution;

    private final @Nullable String aboutYear;

    private boolean called;

    private List<String> calledUpon = List.of();

    /** Who acts in the clause beside this one: the last resort where a clause names nobody. */
    private List<String> besides = List.of();

    private static final Set<String> SHORT_NAMES =
            Set.of("Sở", "Ban", "Cục", "Chi cục", "Phòng", "Trung tâm", "Hội", "Công ty", "Quỹ", "Đoàn");

    /** The full name that was read last, by what it is shortened to. */
    private final Map<String, String> lastNamed = new HashMap<>();

    private Duties(
            List<String> addressees,
            List<Stretch> footnotes,
            TimeLimits limits,
            @Nullable DocumentType docType,
            @Nullable String subject,
            List<Replacement> replacements) {
        this.changed = new Marks(replacements.stream().map(Replacement::mark).toList());
        this.aboutYear = Targets.yearOfSubject(subject).orElse(null);
        this.addressees = addressees;
        this.footnotes = footnotes.stream().map(Stretch::text).toList();
        this.limits = limits;
        this.parts = new Parts(limits);
        this.asking = new Asking(limits, parts, docType);
        this.resolution = docType == DocumentType.NGHI_QUYET;
    }

    /** What the body asks for. */
    public record Found(List<Provision> provisions, List<Target> targets, List<String> calledUpon) {}

    public static Found read(
            Outline outline,
            List<String> addressees,
            List<Stretch> footnotes,
            TimeLimits limits,
            @Nullable DocumentType docType,
            @Nullable String subject,
            List<Replacement> replacements) {
        var duties = new Duties(addressees, footnotes, limits, docType, subject, replacements);
        duties.called = outline.roots().stream().noneMatch(Outline.Item::isPlain);
        for (Outline.Item root : outline.roots()) {
            duties.item(root, Context.TOP);
        }
        return new Found(duties.provisions, duties.targets, duties.calledUpon);
    }

    private void item(Outline.Item item, Context above) {
        String text = item.text().text();
        called |= item.isNumbered();
        List<Outline.Item> labels =
                item.children().stream().filter(Duties::isLabel).toList();
        List<Outline.Item> children =
                item.children().stream().filter(it -> !isLabel(it)).toList();
        Context context = above.under(item, limits);
        boolean leaf = children.isEmpty();
        if (!leaf || item.isNumbered()) {
            besides = List.of();
        }
        int before = provisions.size();
        if (!text.isEmpty() && !(item.isHeading() && !leaf && !text.endsWith(":"))) {
            boolean numberedLeaf = leaf || !text.endsWith(":");
            content(item, above, context, numberedLeaf, labels);
        } else if (leaf && !labels.isEmpty()) {
            content(item, above, context, true, labels);
        }
        boolean headingIsDuty = provisions.size() == before && !labels.isEmpty() && context.duties() && !text.isEmpty();
        if (headingIsDuty) {
            keep(List.of(told(item.text(), above, List.of(), TimeLimit.NONE).labelled(labels, limits)), item.path());
            children = children.stream().filter(it -> !describes(it)).toList();
        }
        for (Outline.Item child : children) {
            item(child, context);
        }
        if (!leaf) {
            besides = List.of();
        }
    }

    /** Whether a paragraph between a duty and its labels only says more of it. */
    private boolean describes(Outline.Item child) {
        String text = child.text().text();
        return child.isPlain()
                && child.children().isEmpty()
                && Actors.opening(text).isEmpty()
                && limits.of(text).isNone();
    }

    /** A duty that whoever is told above has. */
    private Deed told(Stretch text, Context above, List<String> cooperating, TimeLimit limit) {
        String kind = DutyDetails.kind(text.text());
        List<TimeLimit> stages = limit.isNone() || above.yearly() ? List.of() : limits.stages(text.text());
        return new Deed(
                        text,
                        assigneesOr(above, List.of()),
                        cooperating,
                        true,
                        yearly(limit, above, text.text()),
                        List.of(),
                        kind,
                        List.of(),
                        null)
                .in(stages);
    }

    private static boolean isLabel(Outline.Item item) {
        String text = item.text().text();
        return item.children().isEmpty() && Deed.isLabel(text);
    }

    private void content(Outline.Item item, Context above, Context context, boolean leaf, List<Outline.Item> labels) {
        Stretch text = item.text();
        if (leaf) {
            if (above.duties() || above.goals()) {
                String year =
                        above.year() != null || !Targets.mayHold(text.text()) ? above.year() : yearOf(text.text());
                targets.addAll(new Targets(above.goals(), footnotes).of(item.path(), text, year));
            }
        }
        if (!above.duties() || !context.duties()) {
            return;
        }
        List<Deed> found = new ArrayList<>();
        List<String> assignees = above.assignees();
        List<String> cooperating = above.cooperating();
        for (Stretch each : Sentences.sentences(text)) {
            if (Sentences.isTooLong(each.text())) {
                continue;
            }
            Stretch told = Replacements.besides(changed, each);
            if (told.isEmpty()) {
                continue;
            }
            Stretch sentence = Parts.unlabelled(told);
            boolean leadsIn = sentence.text().endsWith(":") && !item.children().isEmpty();
            int also = leadsIn ? sentence.text().indexOf("đồng thời") : -1;
            if (also > ENOUGH) {
                sentence = sentence.sub(0, also).folded();
                leadsIn = false;
            }
            if (!found.isEmpty() && attribute(sentence.text(), found)) {
                continue;
            }
            List<Stretch> pieces = parts.of(sentence);
            String announcing =
                    Parts.announcing(sentence.text(), pieces.getFirst().text());
            if (!Actors.opening(announcing).isEmpty()) {
                assignees = Actors.opening(announcing).phrases();
                called = true;
            }
            for (Stretch part : pieces) {
                Deed deed = Deed.ofTheSameReport(deed(part, assignees, cooperating, above, item, leadsIn), found);
                if (deed != null && !leadsIn) {
                    found.add(deed);
                    boolean named = !Actors.opening(Calls.fromCall(part.text())).isEmpty();
                    if (!deed.implicit() && named) {
                        besides = deed.assignees();
                        assignees = deed.assignees();
                    }
                    aggregator(part, deed, found);
                }
            }
        }
        if (resolution && item.isPlain() || resolution && found.size() > 1) {
            found = Deed.merged(found);
        }
        if (!found.isEmpty() && !labels.isEmpty()) {
            found.set(found.size() - 1, found.getLast().labelled(labels, limits));
        }
        if (found.isEmpty() && leaf && !labels.isEmpty()) {
            found.add(told(text, above, above.cooperating(), limits.of(text.text()))
                    .labelled(labels, limits));
        }
        keep(found, item.path());
    }

    /** The year that a clause's own time limit falls in, or else the one the whole document is about. */
    private @Nullable String yearOf(String clause) {
        TimeLimit limit = limits.of(clause);
        return limit.date() == null || limit.relative() != null
                ? aboutYear
                : String.valueOf(limit.date().getYear());
    }

    /** Each under the place of its clause; numbered where a clause has several, or several days. */
    private void keep(List<Deed> found, String path) {
        for (int i = 0; i < found.size(); i++) {
            Deed it = found.get(i);
            String own = found.size() == 1 ? path : path + "." + (i + 1);
            if (it.stages().isEmpty()) {
                keep(it, it.limit(), own);
            }
            for (int stage = 0; stage < it.stages().size(); stage++) {
                keep(it, it.stages().get(stage), own + "." + (stage + 1));
            }
        }
    }

    private void keep(Deed it, TimeLimit limit, String path) {
        String text =
                it.text().text().replaceFirst("(?:\\.|;|/\\.|,|:){1,200}$", "").strip();
        provisions.add(new Provision(
                path,
                text,
                DutyDetails.excerpt(text, resolution),
                it.assignees(),
                it.cooperating(),
                it.implicit(),
                limit,
                it.kind(),
                it.reportTo(),
                it.product(),
                it.text().mark(CERTAIN)));
    }

    private boolean attribute(String sentence, List<Deed> found) {
        TimeLimit limit = limits.of(sentence);
        Matcher byWhen = BY_WHEN.matcher(sentence);
        if (limit.kind() == TimeLimit.Kind.DATE && byWhen.find()) {
            String phrase = String.valueOf(limit.phrase());
            String rest = sentence.replace(phrase, "");
            int more = Math.min(rest.length(), sentence.length() - byWhen.end());
            if (more <= MORE_THAN_A_LIMIT || sentence.length() - byWhen.end() <= phrase.length() + MORE_THAN_A_LIMIT) {
                found.replaceAll(it -> it.limit().isNone() ? it.with(limit) : it);
                return true;
            }
        }
        Deed last = found.getLast();
        Deed changed = last.labelled(sentence, limits);
        if (changed.equals(last)) {
            return false;
        }
        boolean ofAll = !changed.limit().equals(last.limit());
        found.replaceAll(it -> ofAll && it.limit().isNone() ? it.with(changed.limit()) : it);
        found.set(found.size() - 1, changed);
        return true;
    }

    private @Nullable Deed deed(
            Stretch part,
            List<String> inherited,
            List<String> inheritedWith,
            Context above,
            Outline.Item item,
            boolean leadsIn) {
        String whole = part.text();
        int number = whole.length() - Calls.withoutNumber(whole).length();
        Matcher condition = CONDITION.matcher(whole);
        if (number > 0 || condition.find()) {
            called |= number == 0;
            Stretch rest = part.from(number > 0 ? number : condition.end());
            return deed(rest, inherited, inheritedWith, above, item, leadsIn);
        }
        Telling telling = Telling.of(whole);
        note(telling, item);
        if (leadsIn || !called || asking.isNone(telling, above, item)) {
            return null;
        }
        if (!item.isPlain() && Parts.isToBeDone(whole) && Parts.isTimed(limits.of(whole))) {
            return told(part, above, List.of(), limits.of(whole));
        }
        if (!asking.isThere(telling, above, item)) {
            return null;
        }
        Stretch deed = telling.calls()
                ? part.from(whole.length() - telling.after().length()).folded()
                : part;
        deed = Asking.withoutFormula(deed, telling.words(), limits.of(whole));
        return deed == null ? null : assigned(deed, telling, inherited, inheritedWith, above);
    }

    /** Remembers that the document has begun to call upon somebody, and upon whom first. */
    private void note(Telling telling, Outline.Item item) {
        called |= telling.calls() && (Calls.urges(telling.whole()) || !telling.namesNobody());
        if (telling.calls() && !telling.namesNobody() && calledUpon.isEmpty() && item.isPlain()) {
            calledUpon = telling.opening().phrases();
        }
    }

    /** The duty with whoever has it: who is named, or else who the words, the brackets or the clauses above point to. */
    private Deed assigned(
            Stretch deed, Telling telling, List<String> inherited, List<String> inheritedWith, Context above) {
        String words = telling.words();
        List<String> assignees = telling.opening().phrases();
        List<String> pointedTo = telling.namesNobody() ? pointedTo(telling, above, inherited) : List.of();
        boolean implicit = telling.namesNobody() && pointedTo.isEmpty();
        if (telling.namesNobody()) {
            assignees = implicit ? assigneesOr(above, inherited) : pointedTo;
        }
        assignees = inFull(assignees);
        TimeLimit own = limits.of(telling.whole());
        List<String> with = DutyDetails.cooperating(words);
        return new Deed(
                        deed,
                        assignees,
                        with.isEmpty() && implicit ? inheritedWith : with,
                        implicit,
                        own.isNone() ? above.limit() : yearly(own, above, telling.whole()),
                        List.of(),
                        DutyDetails.kind(words),
                        DutyDetails.reportTo(words),
                        null)
                .in(above.yearly() ? List.of() : limits.stages(telling.whole()));
    }

    /** "Sở cũng phải …" means the department that was named last. */
    private List<String> inFull(List<String> phrases) {
        List<String> full = phrases.stream()
                .map(it -> SHORT_NAMES.contains(it) ? lastNamed.getOrDefault(it, it) : it)
                .toList();
        for (String name : full) {
            SHORT_NAMES.stream().filter(it -> name.startsWith(it + " ")).forEach(it -> lastNamed.put(it, name));
        }
        return full;
    }

    /** Under "hằng năm:" a day without a year comes round. */
    private static TimeLimit yearly(TimeLimit limit, Context above, String words) {
        return above.yearly() && limit.yearInferred()
                ? Recurrences.onDaysOfEachYear(words).orElse(limit)
                : limit;
    }

    private List<String> pointedTo(Telling telling, Context above, List<String> inherited) {
        String words = telling.words();
        Matcher inBrackets = IN_BRACKETS.matcher(telling.whole());
        if (inBrackets.find() && Actors.isOnlyActors(inBrackets.group(1))) {
            return Actors.opening(inBrackets.group(1)).phrases();
        }
        Matcher role = ROLE.matcher(words);
        if (words.matches("(?iu)^(?:nâng cao|đề cao|phát huy).*") && role.find()) {
            return Actors.anywhere(role.group(1));
        }
        Matcher at = LOCATIVE.matcher(words);
        return assigneesOr(above, inherited).isEmpty() && at.find()
                ? Actors.opening(words.substring(at.start(1))).phrases()
                : List.of();
    }

    private List<String> assigneesOr(Context above, List<String> inherited) {
        if (!inherited.isEmpty()) {
            return inherited;
        }
        if (!above.assignees().isEmpty()) {
            return above.assignees();
        }
        boolean umbrella = calledUpon.size() == 1 && addressees.size() > 1;
        List<String> called = calledUpon.isEmpty() || umbrella ? addressees : calledUpon;
        return called.isEmpty() ? besides : called;
    }

    /** "…gửi Sở Nội vụ tổng hợp, báo cáo UBND tỉnh" gives the one it is sent to something to do as well. */
    private void aggregator(Stretch part, Deed deed, List<Deed> found) {
        Matcher matcher = AGGREGATOR.matcher(part.text());
        if (matcher.find() && !deed.assignees().contains(matcher.group(1))) {
            String rest = matcher.group(2);
            found.add(new Deed(
                    part.from(matcher.start()),
                    List.of(matcher.group(1)),
                    List.of(),
                    false,
                    TimeLimit.NONE,
                    List.of(),
                    "AGGREGATION",
                    DutyDetails.reportTo(rest),
                    null));
        }
    }
}
