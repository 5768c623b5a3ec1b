package vn.dondoc.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.aggregate.Acting;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Window;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.audit.v1.AuditSealed;
import vn.dondoc.messaging.audit.AuditChain;
import vn.dondoc.messaging.audit.AuditCheck;
import vn.dondoc.messaging.audit.AuditCheck.Fault;
import vn.dondoc.messaging.audit.AuditCheck.Kind;
import vn.dondoc.messaging.audit.AuditRecord;
import vn.dondoc.messaging.audit.Link;
import vn.dondoc.messaging.outbox.CrashPoints;
import vn.dondoc.messaging.trail.AuditTrail;

/** What callers do is in the chain once, whatever dies or races; and what is done to the chain later shows. */
class AuditIT {

    private static final Window ALL = new Window(AuditChain.FIRST_FIRST, "", 10_000, false);

    private static Bench bench;

    @BeforeAll
    static void start() throws Exception {
        bench = new Bench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static CausedBy.Scope acting(String request) {
        return new Acting(request, "somebody", List.of("CLERK"), null, "POST /api/v1/counters").open();
    }

    @ParameterizedTest
    @EnumSource(value = CrashPoints.Step.class, names = "AFTER_HANDLE_BEFORE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
    void whatACallerDidIsInTheChainOnceWhenDyingAt(CrashPoints.Step step) {
        String topic = "audit." + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        bench.createTopic(topic);
        var deaths = new AtomicInteger();
        CrashPoints now = Bench.dyingAt(step, 3, deaths);
        var instance = bench.new Instance(topic, bench.producer, now);
        int commands = 40;
        for (int n = 0; n < commands; n++) {
            for (boolean answered = false; !answered; ) {
                try (CausedBy.Scope acts = acting("request-" + n)) {
                    instance.addOne("counter-" + n % 4, topic + n);
                    answered = true;
                    if (n % 5 == 0) {
                        instance.relay.sweep();
                    }
                } catch (Bench.Died died) {
                    instance = bench.new Instance(topic, bench.producer, now);
                }
            }
        }
        var survivor = bench.new Instance(topic, bench.producer, CrashPoints.NONE);
        survivor.drain();

        assertThat(deaths.get()).as("the test did kill").isPositive();
        List<Link> links = survivor.audit.list("XX", null, null, ALL).items();
        Set<String> done = new HashSet<>();
        for (Link it : links) {
            Document record = Document.parse(it.text());
            assertThat(done.add(record.get("thing") + "/" + record.get("version")))
                    .as(it.text())
                    .isTrue();
        }
        assertThat(done).hasSize(commands);
        assertThat(checked(survivor, links, List.of())).isEmpty();
        assertThat(survivor.relay.waiting()).isZero();
        System.out.printf("audit, dying at %s: deaths=%d records=%d doubled=0%n", step, deaths.get(), links.size());
    }

    @Test
    void aRecordSaysWhoDidWhatBeforeAndAfterAndNothingOfWhatIsSecret() {
        bench.createTopic("audit.said");
        var instance = bench.new Instance("audit.said", bench.producer, CrashPoints.NONE);
        instance.addOne("quiet", "by-nobody");
        try (CausedBy.Scope acts = acting("request-1")) {
            instance.addOne("told", "said-1");
            instance.addOne("told", "said-2");
            instance.addOne("told", "said-2");
        }
        instance.counters.keepSecret("value");
        try (CausedBy.Scope acts = acting("request-2")) {
            instance.addOne("told", "said-3");
        }
        instance.drain();
        List<Document> records = instance.audit.list("XX", null, "counters/told", ALL).items().stream()
                .map(it -> Document.parse(it.text()))
                .toList();
        assertThat(records)
                .extracting(it -> it.get("changes", Document.class).toJson())
                .containsExactly(
                        "{\"value\": {\"after\": 1}}",
                        "{\"value\": {\"before\": 1, \"after\": 2}}",
                        "{\"value\": {\"before\": \"…\", \"after\": \"…\"}}");
        assertThat(records.getFirst())
                .containsEntry("kind", "CHANGED")
                .containsEntry("service", "bench")
                .containsEntry("by", "somebody")
                .containsEntry("roles", List.of("CLERK"))
                .containsEntry("request", "request-1")
                .containsEntry("operation", "POST /api/v1/counters")
                .containsEntry("version", 1);
        assertThat(instance.audit.list("XX", null, null, ALL).items())
                .as("nobody acts for an event or a clock")
                .hasSize(3);
        assertThat(instance.audit.list("XX", "somebody else", null, ALL).items())
                .isEmpty();
        assertThat(instance.audit.list("YY", null, null, ALL).items())
                .as("of another province")
                .isEmpty();
    }

    @Test
    void whatIsTakenAwayLeavesItsRecordsBehind() {
        bench.createTopic("audit.removed");
        var instance = bench.new Instance("audit.removed", bench.producer, CrashPoints.NONE);
        try (CausedBy.Scope acts = acting("request-1")) {
            instance.counters.create(
                    "draft",
                    "XX",
                    vn.dondoc.aggregate.Command.of("d", "d", java.util.OptionalLong.empty(), "bench"),
                    () -> Decision.quietly(new Bench.Counter(7)));
            assertThat(instance.counters.remove("draft", "XX"))
                    .as("before the relay came round")
                    .isTrue();
        }
        try (CausedBy.Scope acts = acting("request-2")) {
            instance.counters.create(
                    "draft",
                    "XX",
                    vn.dondoc.aggregate.Command.of("d2", "d2", java.util.OptionalLong.empty(), "bench"),
                    () -> Decision.quietly(new Bench.Counter(8)));
        }
        instance.drain();
        assertThat(instance.audit.list("XX", null, "counters/draft", ALL).items())
                .extracting(it -> Document.parse(it.text()).getString("kind"))
                .as("what is made again is another")
                .containsExactly("CHANGED", "REMOVED", "CHANGED");
    }

    @Test
    void instancesThatAppendAtOnceMakeOneChain() throws Exception {
        bench.createTopic("audit.raced");
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            var instance = bench.new Instance("audit.raced", bench.producer, CrashPoints.NONE);
            int own = writer;
            writers.add(() -> {
                for (int n = 0; n < 50; n++) {
                    Acting who = new Acting("r" + own + "-" + n, "writer-" + own, List.of(), null, "GET /x");
                    AuditRecord seen = AuditRecord.asked(who, "bench", AuditRecord.Kind.SEEN, "x", 200);
                    instance.audit.append(List.of(new AuditChain.Entry("XX", seen)));
                    instance.audit.append(List.of(new AuditChain.Entry("XX", seen)));
                }
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(writers.size())) {
            for (var it : threads.invokeAll(writers)) {
                it.get();
            }
        }
        var reader = bench.new Instance("audit.raced", bench.producer, CrashPoints.NONE);
        List<Link> links = reader.audit.list("XX", null, null, ALL).items();
        assertThat(links).hasSize(200);
        assertThat(checked(reader, links, List.of())).isEmpty();
    }

    @Test
    void whatWasSeenIsKeptAndTheHeadToldSoonAfterTheFirstRecordOfAProcess() {
        bench.createTopic("audit.trail");
        bench.createTopic("dondoc.audit");
        for (int process = 1; process <= 2; process++) {
            var instance = bench.new Instance("audit.trail", bench.producer, CrashPoints.NONE);
            var trail = new AuditTrail(instance.audit, instance.outbox, Duration.ofHours(1));
            trail.start();
            Acting who = new Acting("request-" + process, "somebody", List.of(), null, "GET /x");
            trail.note("XX", AuditRecord.asked(who, "bench", AuditRecord.Kind.SEEN, "x", 200));
            int records = process;
            Awaitility.await().untilAsserted(() -> {
                instance.drain();
                assertThat(heads()).contains((long) records);
            });
            trail.stop();
            assertThat(instance.audit.head("XX").n()).isEqualTo(process);
            assertThat(trail.lost()).isZero();
        }
    }

    /** Numbers of the links whose hashes were told. */
    private static List<Long> heads() {
        return bench.records("dondoc.audit").stream()
                .map(it -> Contracts.read(it.value(), AuditSealed.class).records())
                .toList();
    }

    @Test
    void whatIsDoneToAChainShows() {
        bench.createTopic("audit.hurt");
        var instance = bench.new Instance("audit.hurt", bench.producer, CrashPoints.NONE);
        try (CausedBy.Scope acts = acting("request")) {
            for (int n = 0; n < 6; n++) {
                instance.addOne("counter-" + n, "hurt-" + n);
            }
        }
        instance.drain();
        List<Link> whole = instance.audit.list("XX", null, null, ALL).items();
        List<AuditCheck.Head> told = List.of(
                new AuditCheck.Head(3, whole.get(2).hash()),
                new AuditCheck.Head(6, whole.get(5).hash()));
        assertThat(checked(instance, whole, told)).isEmpty();

        Link third = whole.get(2);
        List<Link> edited = new ArrayList<>(whole);
        edited.set(2, new Link(3, third.text().replace("somebody", "nobody"), third.previous(), third.hash()));
        assertThat(checked(instance, edited, told)).containsExactly(new Fault(Kind.EDITED, 3));

        List<Link> hashedAnew = new ArrayList<>(whole);
        String text = edited.get(2).text();
        hashedAnew.set(
                2,
                new Link(
                        3,
                        text,
                        third.previous(),
                        vn.dondoc.messaging.audit.Hash.ofLink(third.previous(), "bench/XX", 3, text)));
        assertThat(checked(instance, hashedAnew, told))
                .containsExactly(new Fault(Kind.REWRITTEN, 3), new Fault(Kind.NOT_LINKED, 4));

        List<Link> takenOut = new ArrayList<>(whole);
        takenOut.remove(2);
        assertThat(checked(instance, takenOut, told)).containsExactly(new Fault(Kind.MISSING, 3));

        List<Link> moved = new ArrayList<>(whole);
        moved.set(2, whole.get(3));
        moved.set(3, whole.get(2));
        assertThat(checked(instance, moved, told)).extracting(Fault::kind).contains(Kind.MISSING, Kind.OUT_OF_ORDER);

        assertThat(checked(instance, whole.subList(0, 4), told)).containsExactly(new Fault(Kind.CUT, 5));
        assertThat(checked(instance, List.of(), told)).containsExactly(new Fault(Kind.CUT, 1));

        List<Link> another = new ArrayList<>();
        Link before = new Link(0, "", "0".repeat(64), "0".repeat(64));
        for (Link it : whole) {
            String other = it.text().replace("somebody", "nobody");
            before = new Link(
                    it.n(),
                    other,
                    before.hash(),
                    vn.dondoc.messaging.audit.Hash.ofLink(before.hash(), "bench/XX", it.n(), other));
            another.add(before);
        }
        assertThat(checked(instance, another, List.of())).as("whole in itself").isEmpty();
        assertThat(checked(instance, another, told))
                .containsExactly(new Fault(Kind.REWRITTEN, 3), new Fault(Kind.REWRITTEN, 6));
        List<AuditCheck.Head> toldAnew = new ArrayList<>(told);
        toldAnew.add(new AuditCheck.Head(3, another.get(2).hash()));
        toldAnew.add(new AuditCheck.Head(6, another.get(5).hash()));
        assertThat(checked(instance, another, toldAnew))
                .as("its new heads do not take the old ones back")
                .containsExactly(new Fault(Kind.REWRITTEN, 3), new Fault(Kind.REWRITTEN, 6));
    }

    private static List<Fault> checked(Bench.Instance instance, List<Link> links, List<AuditCheck.Head> told) {
        var check = new AuditCheck(instance.audit.name("XX"), told);
        links.forEach(check::next);
        return check.faults();
    }
}
