package vn.dondoc.local.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.documents.directive.Citation;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.intake.VietnameseDocumentReader;
import vn.dondoc.local.Catalogue;
import vn.dondoc.local.LocalSystem;
import vn.dondoc.local.StoryClock;

/**
 * Three provinces in the autumn of 2021: directives are read and issued, tasks reach agencies, the third quarter is
 * reported, deadlines approach and are missed, supervisors are told, and figures come out against the targets of a
 * resolution. The story acts through the public APIs as its demo users, moves the clock and never waits for it.
 */
public final class Story implements AutoCloseable {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(120);

    private static final LocalDate BEFORE_THE_PERIOD = LocalDate.of(2021, 6, 14);
    private static final LocalDate PERIOD_OPENS = LocalDate.of(2021, 6, 15);
    private static final LocalDate MOST_DO_THEIR_TASKS = LocalDate.of(2021, 9, 10);
    private static final LocalDate MOST_FILE = LocalDate.of(2021, 9, 17);
    private static final LocalDate ONE_CORRECTS = LocalDate.of(2021, 9, 22);
    private static final LocalDate SOME_FILE_LATE = LocalDate.of(2021, 9, 23);
    private static final LocalDate STILL_MISSING = LocalDate.of(2021, 10, 4);

    private static final int LATE = 3;
    private static final int MOST_DAYS_LIVED_THROUGH = 60;

    private final LocalSystem system;
    private final StoryClock clock;
    private final Api api;
    private final Settled settled;
    private final Consumer<String> progress;
    private final List<Catalogue.Province> provinces = Catalogue.provinces();
    private final List<StoryResult.DirectiveLine> directives = new ArrayList<>();
    private static final Pattern MANY_IN_ONE = Pattern.compile("Đôn Đốc: (\\d+) việc");

    private final List<StoryResult.Promise> promises = new ArrayList<>();
    private final List<StoryResult.LifeLine> lives = new ArrayList<>();
    private final Map<String, Long> milliseconds = new LinkedHashMap<>();
    private final Map<String, Roles> rolesOf = new TreeMap<>();

    /** Clauses that come round, of the directives in force, and whose they are. */
    private final Map<String, List<String>> recurring = new LinkedHashMap<>();

    private final Map<String, String> provinceOf = new LinkedHashMap<>();

    /** Who files when, in one province. */
    private record Roles(List<String> onTime, List<String> late, String corrects, String never) {}

    /** A document of the story, and the day on which it turns up. */
    private record Paper(String name, String text, Reading reading, LocalDate day) {}

    /** @param progress gets a line per step */
    public Story(LocalSystem system, StoryClock clock, Consumer<String> progress) {
        this.system = system;
        this.clock = clock;
        this.progress = progress;
        this.api = new Api(system.ports(), system.secret());
        this.settled = new Settled(system.access(), system.ports(), api);
    }

    /** Where the clock stands before the story begins. */
    public static Instant beginning() {
        return at(BEFORE_THE_PERIOD, MORNING);
    }

    /**
     * Plays the story.
     *
     * @param folder with the directives as text files; {@code null} plays the samples
     */
    public StoryResult play(@Nullable Path folder) {
        List<Paper> papers = papers(folder);
        timed("catalogue", "Danh mục cơ quan", this::registerCatalogue);
        timed("forms", "Biểu mẫu, chỉ tiêu, chế độ báo cáo", this::defineReporting);
        timed("period", "Mở kỳ báo cáo quý III/2021", this::openPeriod);
        timed("directives", "Đọc và ban hành văn bản", () -> issueUntil(papers, MOST_DO_THEIR_TASKS));
        timed("deadlines", "Nhắc hạn, nộp báo cáo, quá hạn, đôn đốc", () -> liveThroughAutumn(papers));
        timed("later", "Các văn bản về sau", () -> issueUntil(papers, LocalDate.MAX));
        timed("merger", "Sáp nhập cơ quan", this::mergeDepartments);
        timed("figures", "Chỉ tiêu và truy vết", settled::await);
        return result();
    }

    private void timed(String key, String step, Runnable work) {
        long start = System.nanoTime();
        progress.accept(step);
        try {
            work.run();
        } catch (RuntimeException failed) {
            throw new IllegalStateException("bước «" + step + "» không xong: " + failed.getMessage(), failed);
        }
        milliseconds.put(key, (System.nanoTime() - start) / 1_000_000);
    }

    private void registerCatalogue() {
        for (Catalogue.Province province : provinces) {
            JsonNode imported =
                    api.postCsv(admin(province), system.ports().document(), "/api/v1/agencies/import", province.csv());
            promise(
                    "nhập danh mục " + province.name(),
                    imported.path("registered").asInt() == province.rows().size(),
                    imported.path("registered").asInt() + " cơ quan");
        }
        settled.await();
    }

    private void defineReporting() {
        for (Catalogue.Province province : provinces) {
            String lead = "lead." + province.code();
            int port = system.ports().reporting();
            api.put(lead, port, "/api/v1/forms/" + Filing.FORM, Filing.form());
            Filing.indicators().forEach((code, body) -> api.put(lead, port, "/api/v1/indicators/" + code, body));
            api.put(lead, port, "/api/v1/regimes/" + Filing.REGIME, Filing.regime());
        }
        settled.await();
    }

    private void openPeriod() {
        moveTo(PERIOD_OPENS, MORNING);
        for (Catalogue.Province province : provinces) {
            int owing = owing(province).size();
            Eventually.holds(
                    province.name() + " nợ " + owing + " báo cáo",
                    PATIENCE,
                    BETWEEN_LOOKS,
                    () -> obligations(province).size() == owing);
            promise("mở kỳ báo cáo " + province.name(), true, owing + " báo cáo phải nộp");
            rolesOf.put(province.code(), roles(owing(province)));
        }
        settled.await();
    }

    /** The last agencies of the list are late, one never files, and the first corrects. */
    private static Roles roles(List<Catalogue.Row> owing) {
        List<String> codes = owing.stream().map(Catalogue.Row::code).toList();
        int punctual = codes.size() - LATE - 1;
        return new Roles(
                codes.subList(0, punctual),
                codes.subList(punctual, codes.size() - 1),
                codes.getFirst(),
                codes.getLast());
    }

    private void issueUntil(List<Paper> papers, LocalDate end) {
        for (Paper paper : papers) {
            boolean done = directives.stream().anyMatch(it -> it.file().equals(paper.name()));
            if (!done && paper.day().isBefore(end)) {
                if (ChronoUnit.DAYS.between(VietnamTime.today(clock), paper.day()) > MOST_DAYS_LIVED_THROUGH) {
                    endWhatComesRound();
                }
                moveThroughRungs(paper.day());
                issue(paper);
            }
        }
    }

    /** Years go by before the next paper: by then the monthly and quarterly duties of the last ones have been repealed. */
    private void endWhatComesRound() {
        recurring.forEach((id, clauses) -> {
            String clerk = "clerk." + provinceOf.get(id);
            List<Map<String, Object>> changes = clauses.stream()
                    .map(path -> Map.<String, Object>of("path", path, "repealed", true))
                    .toList();
            api.post(
                    clerk,
                    system.ports().document(),
                    "/api/v1/directives/" + id + "/amendments",
                    Map.of("reason", "kết thúc chế độ định kỳ của giai đoạn trước", "changes", changes));
        });
        recurring.clear();
        settled.await();
    }

    private void issue(Paper paper) {
        Optional<Catalogue.Province> province = provinces.stream()
                .filter(it -> it.name().equals(paper.reading().province()))
                .findFirst();
        if (province.isEmpty()) {
            promise(
                    "đọc " + paper.name(),
                    false,
                    "không thuộc tỉnh nào trong danh mục: " + paper.reading().province());
            return;
        }
        String clerk = "clerk." + province.get().code();
        int port = system.ports().document();
        String id = api.post(
                        clerk,
                        port,
                        "/api/v1/directives/intake",
                        Map.of("sourceName", paper.name(), "text", paper.text()))
                .path("id")
                .asString();
        api.post(clerk, port, "/api/v1/directives/" + id + "/check", Map.of());
        api.post(clerk, port, "/api/v1/directives/" + id + "/issue", Map.of());
        settled.await();
        JsonNode issued = api.get(clerk, port, "/api/v1/directives/" + id);
        int expected = expectedTasks(issued);
        int tasks = (int) api.all(clerk, system.ports().task(), "/api/v1/tasks?directive=" + id).stream()
                .filter(it -> !it.path("assignment").hasNonNull("occurrence"))
                .filter(it ->
                        !it.path("assignment").path("timeLimit").asString().equals("RECURRING"))
                .count();
        promise(
                "giao việc theo " + paper.name(),
                tasks == expected && issued.path("status").asString().equals("ISSUED"),
                tasks + " nhiệm vụ cho các cơ quan được nêu");
        JsonNode reading = issued.path("reading");
        List<String> comesRound = StreamSupport.stream(
                        reading.path("provisions").spliterator(), false)
                .filter(Story::comesRound)
                .map(it -> it.path("path").asString())
                .toList();
        if (!comesRound.isEmpty()) {
            recurring.put(id, comesRound);
            provinceOf.put(id, province.get().code());
        }
        directives.add(new StoryResult.DirectiveLine(
                paper.name(),
                province.get().name(),
                text(reading.path("head"), "docType"),
                text(reading.path("head"), "number"),
                paper.reading().issueDate(),
                LocalDate.parse(issued.path("issuedOn").asString()),
                reading.path("provisions").size(),
                reading.path("targets").size(),
                reading.path("citations").size(),
                tasks));
    }

    private static boolean comesRound(JsonNode provision) {
        return provision.path("limit").path("kind").asString().equals("RECURRING");
    }

    /** One task per clause and agency that a phrase of the clause names; those that come round have one per occurrence. */
    private static int expectedTasks(JsonNode issued) {
        Map<String, List<String>> agencies = new LinkedHashMap<>();
        issued.path("groups").forEach(it -> {
            List<String> codes = new ArrayList<>();
            it.path("agencies").forEach(code -> codes.add(code.asString()));
            agencies.put(it.path("phrase").asString(), codes);
        });
        int tasks = 0;
        for (JsonNode provision : issued.path("reading").path("provisions")) {
            if (comesRound(provision)) {
                continue;
            }
            var named = new java.util.HashSet<String>();
            provision.path("assignees").forEach(it -> named.addAll(agencies.getOrDefault(it.asString(), List.of())));
            provision.path("cooperating").forEach(it -> named.addAll(agencies.getOrDefault(it.asString(), List.of())));
            tasks += named.size();
        }
        return tasks;
    }

    private void liveThroughAutumn(List<Paper> papers) {
        moveThroughRungs(MOST_DO_THEIR_TASKS);
        askForMoreTime();
        sendBack();
        handDown();
        doDatedTasks();
        moveThroughRungs(MOST_FILE);
        inParallel(provinces.stream().flatMap(it -> roles(it).onTime().stream()).toList(), this::file);
        settled.await();
        moveThroughRungs(ONE_CORRECTS);
        provinces.forEach(it -> correct(roles(it).corrects()));
        moveThroughRungs(SOME_FILE_LATE);
        inParallel(provinces.stream().flatMap(it -> roles(it).late().stream()).toList(), this::file);
        settled.await();
        moveThroughRungs(STILL_MISSING);
        issueUntil(papers, STILL_MISSING.plusDays(1));
        monthByMonth();
        approveFirstProvince();
    }

    /** Two agencies ask for more time: one gets it, one does not, and neither decides for itself. */
    private void askForMoreTime() {
        List<JsonNode> open = openWithADay();
        if (open.size() < 2) {
            return;
        }
        for (int i = 0; i < 2; i++) {
            JsonNode task = open.get(i);
            LocalDate due =
                    LocalDate.parse(task.path("assignment").path("dueOn").asString());
            LocalDate wanted = due.plusDays(10);
            take(
                    officer(task),
                    task,
                    "/extension",
                    Map.of("dueOn", wanted.toString(), "reason", "chờ số liệu của các xã"));
            boolean granted = i == 0;
            take(
                    "supervisor." + province(task),
                    task,
                    "/extension/decision",
                    Map.of("granted", granted, "reason", granted ? "đồng ý" : "đã đủ thời gian"));
            LocalDate now =
                    LocalDate.parse(shown(task).path("assignment").path("dueOn").asString());
            promise(
                    granted ? "gia hạn được đồng ý" : "gia hạn không được đồng ý",
                    now.equals(granted ? wanted : due),
                    due + " → " + now);
            lived(
                    granted ? "xin gia hạn, đồng ý" : "xin gia hạn, không đồng ý",
                    granted ? "extension asked, granted" : "extension asked, refused",
                    task,
                    due + " → " + now);
        }
    }

    /** What one agency did is not enough, and has to be done again. */
    private void sendBack() {
        List<JsonNode> open = openWithADay();
        if (open.size() < 3) {
            return;
        }
        JsonNode task = open.get(2);
        take(officer(task), task, "/completion", Map.of("evidence", "báo cáo chưa có phụ lục"));
        take("supervisor." + province(task), task, "/return", Map.of("reason", "thiếu phụ lục số liệu"));
        String status = shown(task).path("status").asString();
        promise("sản phẩm bị trả lại phải làm tiếp", status.equals("RETURNED"), status);
        lived("sản phẩm bị trả lại", "product returned", task, status);
    }

    /** The committee of a province is asked for something, and has a department do a part of it. */
    private void handDown() {
        Catalogue.Province province = provinces.getFirst();
        String committee = province.code() + ".ubnd";
        String department = province.code() + ".snv";
        String day = VietnamTime.today(clock).plusDays(20).toString();
        String id = api.post(
                        "clerk." + province.code(),
                        system.ports().task(),
                        "/api/v1/tasks",
                        Map.of(
                                "agencies",
                                List.of(committee),
                                "text",
                                "Báo cáo nhanh tình hình dịch vụ công",
                                "dueOn",
                                day))
                .findPath("taskId")
                .asString();
        JsonNode task = api.get("clerk." + province.code(), system.ports().task(), "/api/v1/tasks/" + id);
        String part = take(
                        officer(task),
                        task,
                        "/parts",
                        Map.of("agencies", List.of(department), "text", "Tổng hợp số liệu hồ sơ", "workingDays", 5))
                .findPath("taskId")
                .asString();
        JsonNode given = api.get("officer." + department, system.ports().task(), "/api/v1/tasks/" + part);
        promise(
                "giao một phần việc xuống sở",
                given.path("assignment").path("superior").asString().equals(id),
                department + " đến " + given.path("assignment").path("dueOn").asString());
        lived("giao xuống", "handed down", given, text(given.path("assignment"), "dueOn") + " ← " + committee);
    }

    /** A duty that comes round each month, month by month, as one agency has done it. */
    private void monthByMonth() {
        for (Catalogue.Province province : provinces) {
            List<JsonNode> occurrences =
                    api
                            .all("supervisor." + province.code(), system.ports().task(), "/api/v1/tasks?class=DATED")
                            .stream()
                            .filter(it -> it.path("assignment")
                                    .path("occurrence")
                                    .asString()
                                    .matches("\\d{4}-\\d{2}"))
                            .filter(it -> !it.path("assignment")
                                    .path("agency")
                                    .asString()
                                    .equals(roles(province).never()))
                            .toList();
            if (occurrences.isEmpty()) {
                continue;
            }
            JsonNode any = occurrences.getFirst().path("assignment");
            List<JsonNode> months = occurrences.stream()
                    .filter(it -> it.path("assignment").path("agency").equals(any.path("agency"))
                            && it.path("assignment").path("clause").equals(any.path("clause")))
                    .toList();
            months.forEach(it -> lived(
                    "hằng tháng: " + it.path("assignment").path("occurrence").asString(),
                    "each month: " + it.path("assignment").path("occurrence").asString(),
                    it,
                    it.path("standing").asString()));
            promise(
                    "việc hằng tháng có nhiệm vụ từng tháng, " + province.name(),
                    months.stream()
                                    .map(it -> it.path("assignment")
                                            .path("occurrence")
                                            .asString())
                                    .distinct()
                                    .count()
                            == months.size(),
                    months.size() + " tháng");
        }
    }

    /** Two departments of a province become one; what they had to do is the new one's, once. */
    private void mergeDepartments() {
        Catalogue.Province province = provinces.getFirst();
        Catalogue.SuccessionRow merger = Catalogue.successions(province.code()).stream()
                .filter(it -> it.from().size() > 1)
                .filter(it -> !openOf(province, it.from()).isEmpty())
                .findFirst()
                .orElseThrow();
        endWhatComesRound();
        for (String file : Catalogue.additions(province.code())) {
            api.postCsv(admin(province), system.ports().document(), "/api/v1/agencies/import", file);
        }
        settled.await();
        List<JsonNode> before = openOf(province, merger.from());
        api.post(
                admin(province),
                system.ports().document(),
                "/api/v1/agencies/successions",
                Map.of(
                        "from", merger.from(),
                        "to", merger.to(),
                        "on", merger.on().toString(),
                        "note", merger.note()));
        settled.await();
        clock.moveTo(at(merger.on(), MORNING));
        Eventually.holds(
                "nhiệm vụ của " + merger.from() + " được chuyển giao",
                PATIENCE,
                BETWEEN_LOOKS,
                () -> openOf(province, merger.from()).isEmpty());
        settled.await();
        List<JsonNode> after = openOf(province, merger.to());
        List<String> duties =
                before.stream().map(Story::duty).distinct().sorted().toList();
        promise(
                "sáp nhập " + String.join(", ", merger.from()),
                after.stream().map(Story::duty).sorted().toList().equals(duties) && !duties.isEmpty(),
                before.size() + " nhiệm vụ đang mở → " + after.size() + " của " + String.join(", ", merger.to()));
        if (!after.isEmpty()) {
            lived(
                    "kế thừa từ " + merger.on(),
                    "succeeded on " + merger.on(),
                    after.getFirst(),
                    before.size() + " → " + after.size());
        }
    }

    /** What stands behind a task. */
    private static String duty(JsonNode task) {
        JsonNode it = task.path("assignment");
        return it.path("directiveId").asString()
                + it.path("clause").asString()
                + it.path("occurrence").asString()
                + it.path("reportId").asString();
    }

    private List<JsonNode> openOf(Catalogue.Province province, List<String> agencies) {
        return agencies.stream()
                .flatMap(agency -> Stream.of("RUNNING_IN_TIME", "RUNNING_OVERDUE", "RUNNING_WITHOUT_LIMIT")
                        .flatMap(standing -> api
                                .all(
                                        "supervisor." + province.code(),
                                        system.ports().task(),
                                        "/api/v1/tasks?agency=" + agency + "&standing=" + standing)
                                .stream()))
                .toList();
    }

    /** One task with a day per agency, of those that a directive gave and nobody has done, of any province. */
    private List<JsonNode> openWithADay() {
        Map<String, JsonNode> byAgency = new LinkedHashMap<>();
        for (Catalogue.Province province : provinces) {
            api
                    .all(
                            "supervisor." + province.code(),
                            system.ports().task(),
                            "/api/v1/tasks?standing=RUNNING_IN_TIME")
                    .stream()
                    .filter(it ->
                            it.path("assignment").path("source").asString().equals("DIRECTIVE"))
                    .filter(it -> !it.path("assignment")
                            .path("agency")
                            .asString()
                            .equals(roles(province).never()))
                    .forEach(it -> byAgency.putIfAbsent(
                            it.path("assignment").path("agency").asString(), it));
        }
        return List.copyOf(byAgency.values());
    }

    private JsonNode take(String user, JsonNode task, String step, Map<String, Object> body) {
        return api.post(
                user, system.ports().task(), "/api/v1/tasks/" + task.path("id").asString() + step, body);
    }

    private JsonNode shown(JsonNode task) {
        return api.get(
                officer(task),
                system.ports().task(),
                "/api/v1/tasks/" + task.path("id").asString());
    }

    private static String officer(JsonNode task) {
        return "officer." + task.path("assignment").path("agency").asString();
    }

    private static String province(JsonNode task) {
        return task.path("assignment").path("province").asString();
    }

    private void lived(String what, String whatEn, JsonNode task, String outcome) {
        JsonNode assignment = task.path("assignment");
        lives.add(new StoryResult.LifeLine(
                what,
                whatEn,
                assignment.path("agency").asString(),
                assignment.path("text").asString(),
                outcome));
    }

    /** Most agencies do what has a date; those who never file do not do this either. */
    private void doDatedTasks() {
        for (Catalogue.Province province : provinces) {
            String never = roles(province).never();
            List<JsonNode> dated =
                    api.all("supervisor." + province.code(), system.ports().task(), "/api/v1/tasks?class=DATED");
            List<JsonNode> open = dated.stream()
                    .filter(it ->
                            it.path("assignment").path("source").asString().equals("DIRECTIVE"))
                    .filter(it ->
                            !it.path("assignment").path("agency").asString().equals(never))
                    .toList();
            inParallel(
                    open,
                    task -> api.post(
                            "officer." + task.path("assignment").path("agency").asString(),
                            system.ports().task(),
                            "/api/v1/tasks/" + task.path("id").asString() + "/completion",
                            Map.of("evidence", "đã tổ chức hội nghị quán triệt")));
        }
        settled.await();
    }

    private void file(String agency) {
        fill(agency, Filing.values(agency, isDistrict(agency)));
    }

    private void correct(String agency) {
        Map<String, BigDecimal> values = Filing.values(agency, isDistrict(agency));
        values.computeIfPresent("HS_TRUC_TUYEN", (code, value) -> value.add(BigDecimal.TEN));
        fill(agency, values);
    }

    private void fill(String agency, Map<String, BigDecimal> values) {
        String officer = "officer." + agency;
        int port = system.ports().reporting();
        String id = api.post(
                        officer,
                        port,
                        "/api/v1/reports",
                        Map.of("form", Filing.FORM, "period", Filing.PERIOD, "values", values))
                .path("id")
                .asString();
        api.post(
                officer, port, "/api/v1/reports/" + id + "/submission", Map.of("reason", "cộng lại sau khi đối chiếu"));
    }

    /** The lead agency of one province approves what was filed, so that both bases can be compared. */
    private void approveFirstProvince() {
        Catalogue.Province province = provinces.getFirst();
        List<JsonNode> filed = obligations(province).stream()
                .filter(it -> it.path("report").path("status").asString().equals("FILED"))
                .toList();
        inParallel(filed, it -> {
            // Nobody approves a report of their own agency: that of the lead is for who is above it.
            boolean own = it.path("report").path("agency").asString().equals(province.lead());
            api.post(
                    (own ? "supervisor." : "lead.") + province.code(),
                    system.ports().reporting(),
                    "/api/v1/reports/" + it.path("id").asString() + "/approval",
                    Map.of());
        });
        settled.await();
    }

    /** Moves to {@code day}, stopping at every rung on the way so that each is fired in its hour. */
    private void moveThroughRungs(LocalDate day) {
        Instant end = at(day, MORNING);
        var next = new AtomicReference<>(nextRung());
        while (next.get().filter(it -> !it.isAfter(end)).isPresent()) {
            Instant due = next.get().get();
            clock.moveTo(due);
            Eventually.holds("mốc " + due + " được xử lý", PATIENCE, BETWEEN_LOOKS, () -> {
                next.set(nextRung());
                return next.get().map(it -> it.isAfter(due)).orElse(true);
            });
        }
        clock.moveTo(end);
        settled.await();
    }

    private Optional<Instant> nextRung() {
        return provinces.stream()
                .flatMap(it ->
                        api.all("supervisor." + it.code(), system.ports().task(), "/api/v1/tasks?class=DATED").stream())
                .filter(it -> it.hasNonNull("nextRungAt"))
                .map(it -> Instant.parse(it.path("nextRungAt").asString()))
                .min(Comparator.naturalOrder());
    }

    private StoryResult result() {
        List<StoryResult.ProvinceLine> lines = new ArrayList<>();
        List<StoryResult.FigureLine> figures = new ArrayList<>();
        List<StoryResult.TraceLine> traces = new ArrayList<>();
        for (Catalogue.Province province : provinces) {
            waitForFigures(province);
            lines.add(provinceLine(province));
            figures.addAll(figures(province));
            traces.add(trace(province));
        }
        boolean compared = figures.stream().anyMatch(it -> it.met() != null);
        boolean targetsRead = directives.stream().anyMatch(it -> it.targets() > 0);
        promise(
                "đối chiếu chỉ tiêu của nghị quyết",
                compared || !targetsRead,
                figures.stream().filter(it -> it.met() != null).count() + " phép đối chiếu");
        return new StoryResult(
                List.copyOf(directives),
                lines,
                figures,
                traces,
                List.copyOf(lives),
                List.copyOf(promises),
                Map.copyOf(milliseconds));
    }

    private void waitForFigures(Catalogue.Province province) {
        int owed = owing(province).size();
        Eventually.holds(
                "tỷ lệ nộp của " + province.name() + " đã tính",
                PATIENCE,
                BETWEEN_LOOKS,
                () -> figure(province, Filing.COMPLETENESS)
                        .filter(it -> it.path("reported").asInt() == owed - 1
                                && it.path("expected").asInt() == owed)
                        .isPresent());
        promise("chỉ tiêu nộp báo cáo " + province.name(), true, (owed - 1) + "/" + owed);
    }

    private Optional<JsonNode> figure(Catalogue.Province province, String indicator) {
        List<JsonNode> values = api.all(
                "supervisor." + province.code(),
                system.ports().reporting(),
                "/api/v1/indicators/" + indicator + "/values?basis=FILED&period=" + Filing.PERIOD + "&agency="
                        + province.root());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    private StoryResult.ProvinceLine provinceLine(Catalogue.Province province) {
        String supervisor = "supervisor." + province.code();
        int onTime = 0;
        int late = 0;
        int corrected = 0;
        int never = 0;
        for (JsonNode it : obligations(province)) {
            boolean filed = it.path("report").path("revision").asInt() > 0;
            boolean punctual = filed
                    && roles(province)
                            .onTime()
                            .contains(it.path("report").path("agency").asString());
            never += filed ? 0 : 1;
            onTime += punctual ? 1 : 0;
            late += filed && !punctual ? 1 : 0;
            corrected += it.path("report").path("revision").asInt() > 1 ? 1 : 0;
        }
        int tasks = api.all(supervisor, system.ports().task(), "/api/v1/tasks").size();
        List<JsonNode> mails = api.all(supervisor, system.ports().notification(), "/api/v1/deliveries?channel=MAIL");
        long told = mails.stream()
                .filter(it -> it.path("recipient").asString().equals(province.root())
                        || it.path("recipient").asString().equals(province.code() + ".ct"))
                .count();
        int sent = (int) mails.stream()
                .filter(it -> it.path("status").asString().equals("SENT"))
                .count();
        int inbox = inbox(province);
        promise(
                "mọi thư của " + province.name() + " đã tới máy chủ SMTP",
                mailsArrived(province, sent),
                sent + " thông báo trong " + arrived(province).size() + " thư");
        promise(
                "cấp trên của cơ quan trễ hạn ở " + province.name() + " đã được báo",
                told > 0,
                told + " thư cho lãnh đạo");
        promise(
                province.name() + ": nộp muộn, đính chính, không nộp",
                late == LATE && corrected == 1 && never == 1,
                late + "/" + corrected + "/" + never);
        return new StoryResult.ProvinceLine(
                province.name(),
                province.root(),
                province.rows().size(),
                tasks,
                obligations(province).size(),
                onTime,
                late,
                corrected,
                never,
                inbox,
                sent,
                arrived(province).size(),
                (int) told);
    }

    private int inbox(Catalogue.Province province) {
        return api.all(
                        "supervisor." + province.code(),
                        system.ports().notification(),
                        "/api/v1/deliveries?channel=INBOX")
                .size();
    }

    /** Whether what went out by mail is in the messages that arrived, once each. */
    private boolean mailsArrived(Catalogue.Province province, int sent) {
        Eventually.holds(
                "thư của " + province.name() + " tới nơi",
                PATIENCE,
                BETWEEN_LOOKS,
                () -> noticesIn(arrived(province)) >= sent);
        return noticesIn(arrived(province)) == sent;
    }

    private static int noticesIn(List<String> subjects) {
        return subjects.stream()
                .mapToInt(it -> {
                    Matcher many = MANY_IN_ONE.matcher(it);
                    return many.lookingAt() ? Integer.parseInt(many.group(1)) : 1;
                })
                .sum();
    }

    /** Subjects of the mails to agencies of a province. */
    private List<String> arrived(Catalogue.Province province) {
        String host =
                "@" + province.csv().lines().skip(1).findFirst().orElseThrow().replaceAll(".*@([a-z.]+);.*", "$1");
        List<String> subjects = new ArrayList<>();
        for (var it : system.mails()) {
            try {
                if (it.getAllRecipients()[0].toString().endsWith(host)) {
                    subjects.add(String.valueOf(it.getSubject()));
                }
            } catch (jakarta.mail.MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
        return subjects;
    }

    private List<StoryResult.FigureLine> figures(Catalogue.Province province) {
        List<StoryResult.FigureLine> lines = new ArrayList<>();
        List<String> codes = new ArrayList<>(List.of(Filing.COMPLETENESS));
        codes.addAll(Filing.indicators().keySet());
        for (String code : codes) {
            List<JsonNode> values = api.all(
                    "supervisor." + province.code(),
                    system.ports().reporting(),
                    "/api/v1/indicators/" + code + "/values?period=" + Filing.PERIOD + "&agency=" + province.root());
            for (JsonNode figure : values) {
                if (figure.path("reported").asInt() > 0) {
                    lines.addAll(lines(province, figure));
                }
            }
        }
        return lines;
    }

    private static List<StoryResult.FigureLine> lines(Catalogue.Province province, JsonNode figure) {
        List<StoryResult.FigureLine> lines = new ArrayList<>();
        if (figure.path("attainments").isEmpty()) {
            lines.add(line(province, figure, null));
        }
        figure.path("attainments").forEach(it -> lines.add(line(province, figure, it)));
        return lines;
    }

    private static StoryResult.FigureLine line(
            Catalogue.Province province, JsonNode figure, @Nullable JsonNode attainment) {
        return new StoryResult.FigureLine(
                province.name(),
                figure.path("indicator").asString(),
                figure.path("name").asString(),
                figure.path("period").asString(),
                figure.path("basis").asString(),
                decimal(figure, "value"),
                figure.path("unit").asString(),
                figure.path("reported").asInt(),
                figure.path("expected").asInt(),
                attainment == null ? null : text(attainment, "comparator"),
                attainment == null ? null : decimal(attainment, "target"),
                attainment == null ? null : text(attainment, "year"),
                attainment == null ? null : attainment.path("met").asBoolean(),
                attainment == null ? null : text(attainment, "clause"));
    }

    private StoryResult.TraceLine trace(Catalogue.Province province) {
        JsonNode lineage = api.get(
                "supervisor." + province.code(),
                system.ports().reporting(),
                "/api/v1/indicators/" + Filing.ONLINE + "/lineage?period=" + Filing.PERIOD + "&agency="
                        + province.root());
        List<String> missing = new ArrayList<>();
        lineage.path("missing").forEach(it -> missing.add(it.asString()));
        boolean adds = lineage.path("adds").asBoolean();
        JsonNode target = lineage.path("targets").path(0);
        promise(
                "truy vết " + Filing.ONLINE + " của " + province.name(),
                adds && missing.equals(List.of(roles(province).never())),
                lineage.path("contributions").size() + " báo cáo cộng lại đúng bằng số liệu");
        return new StoryResult.TraceLine(
                province.name(),
                Filing.ONLINE,
                decimal(lineage.path("figure"), "value"),
                lineage.path("contributions").size(),
                adds,
                missing,
                target.isMissingNode() ? null : text(target, "clause"),
                target.isMissingNode() ? null : text(target, "text"));
    }

    private List<Paper> papers(@Nullable Path folder) {
        var reader = new VietnameseDocumentReader();
        List<Paper> papers = new ArrayList<>();
        texts(folder).forEach((name, text) -> {
            Reading reading = reader.read(text);
            papers.add(new Paper(name, text, reading, day(reading)));
        });
        papers.sort(Comparator.comparing(Paper::day).thenComparing(Paper::name));
        return papers;
    }

    /** A paper without a date turned up the day after the latest document it names. */
    private static LocalDate day(Reading reading) {
        if (reading.issueDate() != null) {
            return reading.issueDate();
        }
        return reading.citations().stream()
                .map(Citation::date)
                .filter(java.util.Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(it -> it.plusDays(1))
                .orElse(PERIOD_OPENS);
    }

    private static Map<String, String> texts(@Nullable Path folder) {
        Map<String, String> texts = new TreeMap<>();
        if (folder == null) {
            for (String name : List.of(
                    "01-ha-tinh-cong-van.txt",
                    "02-nam-dinh-chi-thi.txt",
                    "03-ha-tinh-nghi-quyet.txt",
                    "04-nghe-an-cong-van.txt",
                    "05-nghe-an-khac-phuc.txt")) {
                texts.put(name, Catalogue.resource("/samples/" + name));
            }
            return texts;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".txt")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("không có tệp .txt nào trong " + folder + " / no .txt file in it");
        }
        return texts;
    }

    private <T> void inParallel(List<T> items, Consumer<T> action) {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            items.forEach(it -> running.add(threads.submit(() -> action.accept(it))));
            for (Future<?> it : running) {
                it.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private List<JsonNode> obligations(Catalogue.Province province) {
        return api.all(
                "supervisor." + province.code(),
                system.ports().reporting(),
                "/api/v1/obligations?form=" + Filing.FORM + "&period=" + Filing.PERIOD);
    }

    private static List<Catalogue.Row> owing(Catalogue.Province province) {
        return province.rows().stream()
                .filter(it -> it.kind().equals("DEPARTMENT") || it.kind().equals("DISTRICT"))
                .toList();
    }

    private boolean isDistrict(String agency) {
        return provinces.stream()
                .flatMap(it -> it.rows().stream())
                .anyMatch(it -> it.code().equals(agency) && it.kind().equals("DISTRICT"));
    }

    private Roles roles(Catalogue.Province province) {
        return java.util.Objects.requireNonNull(rolesOf.get(province.code()));
    }

    private void promise(String step, boolean held, String seen) {
        promises.add(new StoryResult.Promise(step, held, seen));
    }

    private void moveTo(LocalDate day, LocalTime time) {
        clock.moveTo(at(day, time));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(VietnamTime.ZONE).toInstant();
    }

    private static String admin(Catalogue.Province province) {
        return "admin." + province.code();
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asString() : null;
    }

    private static @Nullable BigDecimal decimal(JsonNode node, String field) {
        return node.hasNonNull(field) ? new BigDecimal(node.path(field).asString()) : null;
    }

    @Override
    public void close() {
        settled.close();
    }
}
