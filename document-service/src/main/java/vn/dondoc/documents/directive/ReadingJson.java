package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reading as one JSON document, in the shape in which readings are exchanged and scored: {@code null} where the
 * document does not say, {@code []} where there is none; every finding with the span of its characters and how sure the
 * reader is.
 */
public final class ReadingJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReadingJson() {}

    public static String write(Reading reading) {
        return JSON.writeValueAsString(of(reading));
    }

    public static Map<String, @Nullable Object> of(Reading reading) {
        Reading.Head head = reading.head();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("docType", name(head.docType()));
        json.put("docTypeInferred", head.docTypeInferred());
        json.put("number", head.number());
        json.put("symbol", head.symbol());
        json.put("numberRaw", head.numberRaw());
        json.put("issueDate", head.issueDate() == null ? null : head.issueDate().toString());
        json.put("issueDateText", head.issueDateText());
        json.put(
                "issueMonth",
                head.issueMonth() == null ? null : head.issueMonth().toString());
        json.put("place", head.place());
        json.put("issuer", head.issuer());
        json.put("issuerLevel", name(head.issuerLevel()));
        json.put("province", head.province());
        json.put("subject", head.subject());
        json.put("signer", signer(head.signer()));
        json.put("urgency", name(head.urgency()));
        json.put("secrecy", head.secrecy());
        json.put("addressees", reading.addressees());
        json.put("recipients", reading.recipients());
        json.put("sourceKind", head.sourceKind());
        json.put("completeness", head.completeness());
        json.put(
                "references",
                reading.citations().stream().map(ReadingJson::reference).toList());
        json.put(
                "tasks",
                inStages(reading.provisions()).stream()
                        .map(it -> task(it, reading))
                        .toList());
        json.put(
                "indicators",
                reading.targets().stream().map(ReadingJson::indicator).toList());
        Map<String, Object> marks = new LinkedHashMap<>();
        reading.marks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> marks.put(it.getKey(), mark(it.getValue())));
        json.put("marks", marks);
        json.put("times", reading.times().stream().map(ReadingJson::time).toList());
        json.put(
                "findings",
                reading.findings().stream().map(ReadingJson::finding).toList());
        json.put(
                "replacements",
                reading.replacements().stream().map(ReadingJson::replacement).toList());
        return json;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Map<String, @Nullable Object> signer(Signer signer) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", signer.name());
        json.put("title", signer.title());
        json.put("authority", signer.authority());
        return json;
    }

    private static Map<String, @Nullable Object> mark(Mark mark) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("span", List.of(mark.start(), mark.end()));
        json.put("confidence", mark.confidence());
        return json;
    }

    private static Map<String, @Nullable Object> time(TimeMention it) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("words", it.words());
        json.put("span", List.of(it.mark().start(), it.mark().end()));
        json.put("standing", it.standing().name());
        json.put("path", it.path());
        return json;
    }

    private static Map<String, @Nullable Object> finding(Finding it) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("code", it.code().name());
        Mark mark = it.mark();
        json.put("span", mark == null ? null : List.of(mark.start(), mark.end()));
        json.put("vi", it.vi());
        json.put("en", it.en());
        return json;
    }

    private static Map<String, @Nullable Object> replacement(Replacement it) {
        LocalDate day = it.limit().date();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", it.number());
        json.put("place", it.place());
        json.put("text", it.text());
        json.put(
                "deadlineBefore", it.dayBefore() == null ? null : it.dayBefore().toString());
        json.put("deadline", day == null ? null : day.toString());
        json.put("deadlineInclusive", day == null ? null : it.limit().inclusive());
        json.put("deadlineText", it.limit().phrase());
        json.put("repealed", it.repealed());
        json.put("lead", it.lead());
        json.put("span", List.of(it.mark().start(), it.mark().end()));
        return json;
    }

    private static Map<String, @Nullable Object> reference(Citation it) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", it.number());
        json.put("type", it.type());
        json.put("date", it.date() == null ? null : it.date().toString());
        json.put("issuer", it.issuer());
        json.put("text", it.text());
        json.put("role", it.role().name());
        json.putAll(mark(it.mark()));
        return json;
    }

    private static List<Map<String, Object>> sure(List<Sure> some) {
        return some.stream()
                .map(it -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("field", it.field().name());
                    json.put("confidence", it.confidence());
                    json.put("sign", it.sign().name());
                    json.put("vi", it.sign().vi());
                    json.put("en", it.sign().en());
                    return json;
                })
                .toList();
    }

    /** Duties that are one deed by several days, together. */
    private static List<List<Provision>> inStages(List<Provision> duties) {
        List<List<Provision>> together = new ArrayList<>();
        for (Provision duty : duties) {
            Provision before = together.isEmpty() ? null : together.getLast().getFirst();
            boolean goesOn = before != null
                    && before.text().equals(duty.text())
                    && before.mark().start() == duty.mark().start()
                    && before.limit().date() != null
                    && duty.limit().date() != null
                    && parent(before.path()).equals(parent(duty.path()));
            if (!goesOn) {
                together.add(new ArrayList<>());
            }
            together.getLast().add(duty);
        }
        return together;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    /** @param stages one duty, or the same by several days, of which the last is its limit */
    private static Map<String, @Nullable Object> task(List<Provision> stages, Reading reading) {
        Provision last = stages.stream()
                .max(Comparator.comparing(
                        it -> Objects.requireNonNullElse(it.limit().date(), LocalDate.MIN)))
                .orElseThrow();
        Map<String, @Nullable Object> json = task(last, reading);
        if (stages.size() > 1) {
            json.put("path", parent(last.path()));
            json.put(
                    "milestones",
                    stages.stream().map(it -> milestone(it.limit())).toList());
        }
        return json;
    }

    private static Map<String, @Nullable Object> milestone(TimeLimit limit) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("deadline", String.valueOf(limit.date()));
        json.put("deadlineInclusive", limit.inclusive());
        json.put("deadlineText", limit.phrase());
        return json;
    }

    private static Map<String, @Nullable Object> task(Provision it, Reading reading) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        TimeLimit limit = it.limit();
        boolean recurs = limit.kind() == TimeLimit.Kind.RECURRING;
        json.put("path", it.path());
        json.put("text", it.excerpt());
        json.put("fullText", it.text());
        json.put("assignees", it.assignees());
        json.put("lead", leads(it) ? it.assignees() : List.of());
        json.put("cooperating", it.cooperating());
        json.put("assigneesImplicit", it.assigneesImplicit());
        boolean dated = limit.date() != null;
        json.put("deadline", dated ? String.valueOf(limit.date()) : null);
        json.put("deadlineInclusive", dated ? limit.inclusive() : null);
        json.put("deadlineTime", limit.time());
        json.put(
                "deadlineText", recurs && limit.recurrence() == null && limit.period() == null ? null : limit.phrase());
        json.put("yearInferred", limit.yearInferred());
        json.put("deadlineRelative", limit.relative() == null ? null : relative(limit.relative()));
        json.put("period", limit.frequency());
        json.put("periodText", recurs ? limit.phrase() : null);
        json.put("periodInstance", limit.period());
        json.put("recurrence", limit.recurrence() == null ? null : recurrence(limit.recurrence()));
        json.put("reportTo", it.reportTo());
        json.put("embeddedIn", limit.embeddedIn());
        json.put("product", it.product());
        json.put("kind", it.kind());
        json.putAll(mark(it.mark()));
        json.put("sure", sure(Sureness.of(it, reading)));
        return json;
    }

    private static final Pattern LEADS = Pattern.compile(
            "(?<![\\p{L}])(?:chủ trì|làm đầu mối|là (?:cơ quan|đơn vị) (?:chủ trì|đầu mối|thường trực))(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static boolean leads(Provision it) {
        return !it.cooperating().isEmpty()
                || !it.assigneesImplicit()
                        && (LEADS.matcher(it.text()).find() || it.path().startsWith("PL."));
    }

    private static Map<String, @Nullable Object> relative(RelativeLimit it) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("amount", it.amount());
        json.put("unit", it.unit().name());
        json.put(
                "from",
                it.from() == RelativeLimit.From.RECEIPT ? "EVENT" : it.from().name());
        return json;
    }

    private static Map<String, @Nullable Object> recurrence(Recurrence it) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("freq", it.freq());
        json.put("day", it.day());
        json.put("month", it.month());
        json.put("monthOfPeriod", it.monthOfPeriod());
        json.put("times", it.times());
        json.put(it.freq().equals("MONTHLY") ? "monthOffset" : "periodOffset", it.periodOffset());
        json.put("weekday", it.weekday());
        json.put("weekOfMonth", it.weekOfMonth());
        json.put("days", it.days());
        json.put("inclusive", it.inclusive());
        return json;
    }

    private static Map<String, @Nullable Object> indicator(Target it) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("path", it.path());
        json.put("name", it.name());
        json.put("target", it.value());
        json.put("targetMax", it.valueMax());
        json.put("comparator", it.comparator());
        json.put("bound", it.bound());
        json.put("unit", it.unit());
        json.put("year", it.year());
        json.put("baseline", it.baseline());
        json.put("baselineValue", it.baselineValue());
        json.put("rankOf", it.rankOf());
        json.put("indexCode", it.indexCode());
        json.put("period", it.period());
        json.put("text", it.text());
        json.putAll(mark(it.mark()));
        json.put("sure", sure(List.of(Sureness.of(it))));
        return json;
    }
}
