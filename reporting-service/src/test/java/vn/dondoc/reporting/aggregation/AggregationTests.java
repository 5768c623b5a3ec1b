package vn.dondoc.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.indicator.v1.IndicatorComputed;
import vn.dondoc.contract.indicator.v1.IndicatorDefined;
import vn.dondoc.contract.indicator.v1.TargetDropped;
import vn.dondoc.contract.indicator.v1.TargetSet;
import vn.dondoc.contract.indicator.v1.Term;
import vn.dondoc.contract.report.v1.ReportApproved;
import vn.dondoc.contract.report.v1.ReportCorrected;
import vn.dondoc.contract.report.v1.ReportExcused;
import vn.dondoc.contract.report.v1.ReportRequested;
import vn.dondoc.contract.report.v1.ReportReturned;
import vn.dondoc.contract.report.v1.ReportSubmitted;
import vn.dondoc.contract.report.v1.ReportWithdrawn;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.OutgoingEvent;
import vn.dondoc.messaging.RecordedEvent;

/** Figures do not depend on the order in which, or how often, the events behind them are heard. */
class AggregationTests {

    private static final Duration PUBLISH_EVERY = Duration.ofMillis(100);
    private static final LocalDate DAY = LocalDate.of(2021, 9, 17);
    private static final String SHARE = "SHARE|P.ubnd|2021-Q3|FILED|OF_PERIOD";

    @TempDir
    Path folder;

    @Test
    void aShareIsTheSumOfNumeratorsOverTheSumOfDenominators() {
        var figures = play(List.of(share(), owed("a"), owed("b"), filed("a", 2, "1", "3"), filed("b", 2, "8", "10")));
        IndicatorComputed share = figures.get(SHARE);
        assertThat(share.value()).isEqualByComparingTo("69.23");
        assertThat(share.reported()).isEqualTo(2);
        assertThat(share.expected()).isEqualTo(2);
        assertThat(figures.get("COMPLETENESS.F|P.ubnd|2021-Q3|FILED|OF_PERIOD").value())
                .isEqualByComparingTo("100");
    }

    @Test
    void blankIsNotZero() {
        var onlyNumerator = new ReportSubmitted(
                "b",
                "P",
                "F",
                "2021-Q3",
                "b",
                List.of("P.ubnd"),
                1,
                Map.of("N", BigDecimal.TEN),
                DAY,
                true,
                List.of(),
                null,
                null);
        var figures =
                play(List.of(share(), owed("a"), owed("b"), filed("a", 2, "1", "4"), event("b", 2, onlyNumerator)));
        assertThat(figures.get(SHARE).value()).isEqualByComparingTo("25");
        assertThat(figures.get(SHARE).reported()).isEqualTo(1);
        assertThat(figures.get("COMPLETENESS.F|P.ubnd|2021-Q3|FILED|OF_PERIOD").reported())
                .isEqualTo(2);
    }

    @Test
    void nothingReportedIsNoFigureRatherThanZero() {
        var figures = play(List.of(share(), owed("a"), filed("a", 2, "1", "4"), returned("a", 3)));
        assertThat(figures.get(SHARE).value()).isNull();
        assertThat(figures.get(SHARE).reported()).isZero();
        assertThat(figures.get(SHARE).previous()).isEqualByComparingTo("25");
    }

    @Test
    void filedAndApprovedAreKeptApart() {
        var figures = play(List.of(
                share(),
                owed("a"),
                owed("b"),
                filed("a", 2, "1", "2"),
                filed("b", 2, "1", "1"),
                approved("a", 3, "1", "2")));
        assertThat(figures.get(SHARE).value()).isEqualByComparingTo("66.67");
        assertThat(figures.get(SHARE.replace("FILED", "APPROVED")).value()).isEqualByComparingTo("50");
    }

    @Test
    void anApprovedFigureSaysWhatItRestatesOnceAllStandBehindItAgain() {
        String approved = SHARE.replace("FILED", "APPROVED");
        List<RecordedEvent> events = new ArrayList<>(
                List.of(share(), owed("a"), owed("b"), approved("a", 2, "1", "2"), approved("b", 2, "1", "2")));
        assertThat(play(events).get(approved).restates())
                .as("the second approval makes it whole, and restates nothing")
                .isNull();
        events.add(returned("b", 3));
        assertThat(play(events).get(approved).restates()).as("it is not whole").isNull();
        events.add(approved("b", 4, "2", "2"));
        assertThat(play(events).get(approved).restates()).isEqualByComparingTo("50");
        events.set(events.size() - 1, approved("b", 4, "1", "2"));
        assertThat(play(events).get(approved).restates())
                .as("it is what it was")
                .isNull();
    }

    @Test
    void aTargetThatComesLaterRestatesTheFigure() {
        var figures = play(List.of(share(), owed("a"), filed("a", 2, "899", "1000"), target(">=", "90")));
        assertThat(figures.get(SHARE).attainments()).singleElement().satisfies(it -> {
            assertThat(it.met()).isFalse();
            assertThat(it.gap()).isEqualByComparingTo("-0.1");
            assertThat(it.clause()).isEqualTo("II.1");
        });
    }

    @Test
    void comparesTheExactFractionNotTheRoundedValue() {
        var figures = play(List.of(share(), target(">=", "90"), owed("a"), filed("a", 2, "899999", "1000000")));
        assertThat(figures.get(SHARE).value()).isEqualByComparingTo("90.00");
        assertThat(figures.get(SHARE).attainments().getFirst().met()).isFalse();
        var above = play(List.of(share(), target(">", "50"), owed("a"), filed("a", 2, "1", "2")));
        assertThat(above.get(SHARE).attainments().getFirst().met())
                .as("more than 50 is not 50")
                .isFalse();
    }

    @Test
    void equalityIsThatOfThePublishedValueAndARangeHasTwoEnds() {
        assertThat(heldAgainst(target("=", "50")).met()).isTrue();
        assertThat(heldAgainst(target("=", "49.99")).met()).isFalse();
        assertThat(heldAgainst(target("range", "40", "50")).met()).isTrue();
        assertThat(heldAgainst(target("range", "40", "50")).gap()).isZero();
        assertThat(heldAgainst(target("range", "40", "49")).met()).isFalse();
        assertThat(heldAgainst(target("range", "40", "49")).gap()).isEqualByComparingTo("1");
        assertThat(heldAgainst(target("range", "60", "70")).gap()).isEqualByComparingTo("-10");
    }

    private vn.dondoc.contract.indicator.v1.Attainment heldAgainst(RecordedEvent target) {
        return play(List.of(share(), target, owed("a"), filed("a", 2, "1", "2")))
                .get(SHARE)
                .attainments()
                .getFirst();
    }

    @Test
    void aTargetThatWasDroppedIsHeldAgainstNoFigureAlsoIfItIsSaidAgain() {
        var dropped = event("d/1", 2, new TargetDropped("d/1", "P", "SHARE", "d", "II.1", "thay thế"));
        var figures = play(
                List.of(share(), owed("a"), filed("a", 2, "1", "2"), target(">", "10"), dropped, target(">", "10")));
        assertThat(figures.get(SHARE).attainments()).isEmpty();
        assertThat(play(List.of(share(), dropped, target(">", "10"), owed("a"), filed("a", 2, "1", "2")))
                        .get(SHARE)
                        .attainments())
                .isEmpty();
    }

    @Test
    void anIndicatorThatMovesToAnotherFormCountsOnceAndLeavesNothingBehind() {
        var moved = event(
                "P/SHARE",
                2,
                new IndicatorDefined(
                        "SHARE",
                        "P",
                        "Tỷ lệ",
                        "G",
                        List.of(new Term("N", false)),
                        List.of(new Term("D", false)),
                        new BigDecimal("100"),
                        "%",
                        2,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        List<RecordedEvent> filings = List.of(
                owed("a"),
                filed("a", 2, "1", "2"),
                event(
                        "g",
                        1,
                        new ReportRequested(
                                "g", "P", "G", "2021-Q3", "a", List.of("P.ubnd"), "Báo cáo", DAY, DAY, DAY)),
                event(
                        "g",
                        2,
                        new ReportSubmitted(
                                "g",
                                "P",
                                "G",
                                "2021-Q3",
                                "a",
                                List.of("P.ubnd"),
                                1,
                                values("3", "4"),
                                DAY,
                                true,
                                List.of(),
                                null,
                                null)));
        for (List<RecordedEvent> definitions : List.of(List.of(share(), moved), List.of(moved, share()))) {
            List<RecordedEvent> before = new ArrayList<>(definitions);
            before.addAll(filings);
            assertThat(play(before).get(SHARE).value())
                    .as("defined, then filed")
                    .isEqualByComparingTo("75");
            List<RecordedEvent> after = new ArrayList<>(filings);
            after.addAll(definitions);
            after.add(corrected("a", 3, "2", "2"));
            assertThat(play(after).get(SHARE).value()).as("filed, then defined").isEqualByComparingTo("75");
        }
    }

    @Test
    void whoIsExcusedIsNotExpectedAndWhoIsLateIsNotInTime() {
        var excused =
                event("b", 2, new ReportExcused("b", "P", "F", "2021-Q3", "b", List.of("P.ubnd"), "mới thành lập"));
        var late = new ReportSubmitted(
                "c",
                "P",
                "F",
                "2021-Q3",
                "c",
                List.of("P.ubnd"),
                1,
                values("1", "2"),
                DAY.plusDays(1),
                false,
                List.of(),
                null,
                null);
        var figures = play(List.of(
                share(),
                owed("a"),
                owed("b"),
                owed("c"),
                filed("a", 2, "1", "2"),
                excused,
                owed("b"),
                excused,
                event("c", 2, late)));
        var completeness = figures.get("COMPLETENESS.F|P.ubnd|2021-Q3|FILED|OF_PERIOD");
        assertThat(completeness.value()).isEqualByComparingTo("100");
        assertThat(completeness.expected()).isEqualTo(2);
        assertThat(figures.get("TIMELINESS.F|P.ubnd|2021-Q3|FILED|OF_PERIOD").value())
                .isEqualByComparingTo("50");
    }

    @Test
    void whatItsAgencyTookBackCountsNoMore() {
        var withdrawn = event(
                "a", 3, new ReportWithdrawn("a", "P", "F", "2021-Q3", "a", List.of("P.ubnd"), 1, "nhầm", List.of()));
        var figures = play(List.of(share(), owed("a"), filed("a", 2, "1", "2"), withdrawn, filed("a", 2, "1", "2")));
        assertThat(figures.get(SHARE).value()).isNull();
        assertThat(figures.get("COMPLETENESS.F|P.ubnd|2021-Q3|FILED|OF_PERIOD").value())
                .isEqualByComparingTo("0");
    }

    @Test
    void aDefinitionThatComesLastCountsWhatWasThereBefore() {
        var events = new ArrayList<>(
                List.of(owed("a"), owed("b"), filed("a", 2, "1", "3"), filed("b", 2, "8", "10"), target(">", "50")));
        var before = play(List.of(share(), events.get(0), events.get(1), events.get(2), events.get(3), events.get(4)));
        events.add(share());
        assertThat(comparable(play(events).get(SHARE))).isEqualTo(comparable(before.get(SHARE)));
    }

    @Test
    void everyOrderAndEveryRepetitionGivesTheSameFigures() {
        List<RecordedEvent> events = new ArrayList<>(List.of(share(), target(">=", "60")));
        for (int n = 0; n < 12; n++) {
            String agency = "agency-" + n;
            events.add(owed(agency));
            events.add(filed(agency, 2, String.valueOf(n), "20"));
            events.add(corrected(agency, 3, String.valueOf(n + 1), "20"));
            if (n % 3 == 0) {
                events.add(returned(agency, 4));
            }
            if (n % 3 == 1) {
                events.add(approved(agency, 4, String.valueOf(n + 1), "20"));
            }
        }
        Map<String, IndicatorComputed> expected = comparable(play(events));
        assertThat(expected.get(SHARE).reported()).isEqualTo(8);
        for (int seed = 0; seed < 12; seed++) {
            List<RecordedEvent> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, events.size() / 2));
            Collections.shuffle(shuffled, new Random(seed));
            var pauses = new Random(seed);
            assertThat(comparable(play(shuffled, pauses::nextBoolean)))
                    .as("seed " + seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void thousandsOfCorrectionsLeaveNoDrift() {
        List<RecordedEvent> events = new ArrayList<>(List.of(share(), owed("a"), filed("a", 2, "0.1", "0.3")));
        for (int n = 3; n < 2_003; n++) {
            events.add(corrected("a", n, n % 2 == 0 ? "0.1" : "0.7", "0.3"));
        }
        IndicatorComputed figure = play(events, () -> false).get(SHARE);
        assertThat(figure.numerator()).isEqualByComparingTo("0.1");
        assertThat(figure.denominator()).isEqualByComparingTo("0.3");
    }

    @Test
    void sequencesOfAFigureHaveNoGapAndUnreadableRecordsGoAside() {
        try (var driver = driver()) {
            var reports = input(driver, Topic.REPORTS);
            var definitions = input(driver, Topic.DEFINITIONS);
            pipe(definitions, share());
            pipe(reports, owed("a"));
            reports.pipeInput(new TestRecord<>("x".getBytes(), "not json".getBytes()));
            pipe(reports, filed("a", 2, "1", "2"));
            driver.advanceWallClockTime(PUBLISH_EVERY);
            pipe(reports, corrected("a", 3, "2", "2"));
            driver.advanceWallClockTime(PUBLISH_EVERY);
            var figures = driver.createOutputTopic(
                    "dondoc.indicators", new StringDeserializer(), new ByteArrayDeserializer());
            Map<String, List<Long>> sequences = new HashMap<>();
            figures.readRecordsToList().forEach(it -> {
                long sequence = Long.parseLong(
                        new String(it.headers().lastHeader("ce_sequence").value()));
                sequences.computeIfAbsent(it.key(), key -> new ArrayList<>()).add(sequence);
            });
            assertThat(sequences.values()).allSatisfy(it -> {
                for (int n = 1; n < it.size(); n++) {
                    assertThat(it.get(n)).isEqualTo(it.get(n - 1) + 1);
                }
            });
            assertThat(sequences.get(SHARE)).hasSize(2);
            assertThat(sequences.get(SHARE).getFirst())
                    .as("begins above whatever a state that was lost had told")
                    .isGreaterThan(1_700_000_000_000L);
            var dead = driver.createOutputTopic(
                    AggregationTopology.DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer());
            assertThat(dead.readRecordsToList())
                    .singleElement()
                    .satisfies(it ->
                            assertThat(it.headers().lastHeader("dondoc-reason")).isNotNull());
        }
    }

    @Test
    void whatNobodyCanComputeWithGoesAsideAndFiguresGoOn() {
        try (var driver = driver()) {
            var reports = input(driver, Topic.REPORTS);
            var definitions = input(driver, Topic.DEFINITIONS);
            pipe(definitions, share());
            pipe(definitions, with(share(), "null"));
            pipe(definitions, with(share(), "{}"));
            pipe(definitions, with(share(), json(share()).replace("\"factor\":\"100\"", "\"factor\":\"1e6000\"")));
            pipe(definitions, with(share(), json(share()).replace("\"decimals\":2", "\"decimals\":999999999")));
            pipe(definitions, with(share(), json(share()).replace("\"SHARE\"", "\"COMPLETENESS.F\"")));
            pipe(definitions, target(">=", "1e40"));
            pipe(reports, owed("a"));
            pipe(reports, owed("b|c"));
            pipe(reports, filed("b", 2, "1e2147483647", "1"));
            pipe(reports, filed("a", 2, "1", "4"));
            driver.advanceWallClockTime(PUBLISH_EVERY);
            Map<String, IndicatorComputed> latest = new HashMap<>();
            driver.createOutputTopic("dondoc.indicators", new StringDeserializer(), new ByteArrayDeserializer())
                    .readKeyValuesToList()
                    .forEach(it -> latest.put(it.key, Contracts.read(it.value, IndicatorComputed.class)));
            assertThat(latest.get(SHARE).value()).isEqualByComparingTo("25");
            assertThat(latest.get(SHARE).reported()).isEqualTo(1);
            var dead = driver.createOutputTopic(
                    AggregationTopology.DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer());
            assertThat(dead.readRecordsToList()).hasSize(8);
        }
    }

    @Test
    void aFigureOfMoreDigitsThanAnybodyCanMeanSaysThatItCannotBeComputed() {
        var figures = play(List.of(
                share(),
                owed("a"),
                filed("a", 2, "99999999999999999999", "0.000001"),
                owed("b"),
                filed("b", 2, "1", "-0.000001")));
        assertThat(figures.get(SHARE).value()).as("the denominator is zero").isNull();
        var large = play(List.of(share(), owed("a"), filed("a", 2, "99999999999999999999", "0.000001")));
        assertThat(large.get(SHARE).value()).as("28 digits before the point").isNull();
        assertThat(large.get(SHARE).numerator()).isEqualByComparingTo("99999999999999999999");
    }

    @Test
    void aFaultOfTheRecordIsPutAsideAndAFaultOfTheBrokerIsNot() {
        var handler = new UnusableFacts();
        var record = new org.apache.kafka.streams.processor.api.Record<>("k", new byte[0], 0L);
        var context = mock(ErrorHandlerContext.class);
        when(context.headers()).thenReturn(new RecordHeaders());
        when(context.sourceRawKey()).thenReturn("key".getBytes());
        when(context.sourceRawValue()).thenReturn("value".getBytes());
        assertThat(handler.handleError(context, record, new StreamsException("disk full"))
                        .result())
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
        var aside = handler.handleError(context, record, new ArithmeticException("overflow"));
        assertThat(aside.result()).isEqualTo(ProcessingExceptionHandler.Result.RESUME);
        assertThat(aside.deadLetterQueueRecords()).singleElement().satisfies(it -> {
            assertThat(it.topic()).isEqualTo(AggregationTopology.DEAD_LETTERS);
            assertThat(it.value()).isEqualTo("value".getBytes());
            assertThat(new String(it.headers().lastHeader(ReadFacts.UNREADABLE).value()))
                    .contains("overflow");
        });
    }

    @Test
    void aFigureThatManyFilingsChangeIsPublishedOnceForAllOfThem() {
        try (var driver = driver()) {
            var reports = input(driver, Topic.REPORTS);
            var definitions = input(driver, Topic.DEFINITIONS);
            var figures = driver.createOutputTopic(
                    "dondoc.indicators", new StringDeserializer(), new ByteArrayDeserializer());
            pipe(definitions, share());
            pipe(reports, owed("a"));
            pipe(reports, owed("b"));
            driver.advanceWallClockTime(PUBLISH_EVERY);
            figures.readKeyValuesToList();

            pipe(reports, filed("a", 2, "1", "4"));
            pipe(reports, filed("b", 2, "1", "4"));
            pipe(reports, corrected("a", 3, "3", "4"));
            assertThat(figures.isEmpty()).isTrue();
            driver.advanceWallClockTime(PUBLISH_EVERY);

            var published = figures.readKeyValuesToList().stream()
                    .filter(it -> it.key.equals(SHARE))
                    .toList();
            assertThat(published)
                    .singleElement()
                    .satisfies(it -> assertThat(Contracts.json()
                                    .readValue(it.value, IndicatorComputed.class)
                                    .numerator())
                            .isEqualByComparingTo("4"));
            driver.advanceWallClockTime(PUBLISH_EVERY);
            assertThat(figures.isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SUM, N * D, 88",
                "RATIO, N * D, 6.29",
                "AVERAGE, N, 5.67",
                "COUNT, N > D, 2",
                "GREATEST, N - D, 4",
                "LEAST, N, 1",
                "SCORE, N, 5.67",
                "RANK, N, -"
            })
    void figuresAreMadeOfReportsAsTheMeasureSays(String kind, String formula, @Nullable BigDecimal value) {
        List<RecordedEvent> events = new ArrayList<>(List.of(measure(kind, formula, "NONE")));
        List.of("a", "b", "c").forEach(it -> events.add(owed(it)));
        events.add(filed("a", 2, "1", "4"));
        events.add(filed("b", 2, "6", "4"));
        events.add(filed("c", 2, "10", "6"));
        // What is taken back counts no more, whatever it was.
        events.add(returned("b", 3));
        events.add(filed("b", 4, "6", "4"));
        events.add(corrected("c", 3, "90", "1"));
        events.add(corrected("c", 4, "10", "6"));
        events.add(measure(kind, formula, "NONE", 2));
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(events, new Random(seed));
            IndicatorComputed figure = play(events).get(SHARE);
            assertThat(figure.reported()).isEqualTo(3);
            assertThat(figure.definitionVersion()).isEqualTo(2);
            if (value == null) {
                assertThat(figure.value()).isNull();
            } else {
                assertThat(figure.value()).isEqualByComparingTo(value);
            }
        }
    }

    @Test
    void aRankIsThatOfTheOneWhoReportedIt() {
        var figures = play(List.of(measure("RANK", "N", "NONE"), owed("a"), owed("b"), filed("a", 2, "12", "0")));
        assertThat(figures.get(SHARE).value()).isEqualByComparingTo("12");
        assertThat(figures.get(SHARE).expected()).isEqualTo(2);
    }

    @Test
    void reportsOfMonthsCountInQuarterHalfAndYear() {
        List<RecordedEvent> events = new ArrayList<>();
        for (String agency : List.of("a", "b")) {
            for (String month : List.of("01", "02", "04")) {
                events.add(owedFor(agency, "2021-" + month));
            }
        }
        events.add(filedFor("a", "2021-01", 2, "1", "10"));
        events.add(filedFor("a", "2021-02", 2, "2", "10"));
        events.add(filedFor("a", "2021-04", 2, "4", "10"));
        events.add(filedFor("b", "2021-01", 2, "8", "10"));
        events.add(filedFor("b", "2021-02", 2, "16", "10"));
        events.add(event(
                "b2021-02",
                3,
                new ReportReturned("b2021-02", "P", "F", "2021-02", "b", List.of("P.ubnd"), 1, "thiếu", null)));
        record Expected(String overTime, String period, String value, int reported, int expected) {}
        List<Expected> expected = List.of(
                new Expected("ALL", "2021-01", "9", 2, 2),
                new Expected("ALL", "2021-Q1", "11", 3, 4),
                new Expected("ALL", "2021-Q2", "4", 1, 2),
                new Expected("ALL", "2021-H1", "15", 4, 6),
                new Expected("ALL", "2021", "15", 4, 6),
                new Expected("LAST", "2021-02", "2", 1, 2),
                new Expected("LAST", "2021-Q1", "10", 2, 2),
                new Expected("LAST", "2021-Q2", "4", 1, 2),
                new Expected("LAST", "2021", "12", 2, 2));
        for (Expected it : expected) {
            for (int seed = 0; seed < 5; seed++) {
                List<RecordedEvent> shuffled = new ArrayList<>(events);
                shuffled.add(measure("SUM", "N", it.overTime()));
                Collections.shuffle(shuffled, new Random(seed));
                IndicatorComputed figure = play(shuffled).get(SHARE.replace("2021-Q3", it.period()));
                assertThat(figure.value()).as("%s", it).isEqualByComparingTo(it.value());
                assertThat(figure.reported()).as("%s", it).isEqualTo(it.reported());
                assertThat(figure.expected()).as("%s", it).isEqualTo(it.expected());
            }
        }
    }

    @Test
    void aYearThatFillsUpMonthByMonthRestatesNothing() {
        for (String overTime : List.of("ALL", "LAST")) {
            List<RecordedEvent> events = new ArrayList<>(List.of(measure("SUM", "N", overTime)));
            for (String month : List.of("01", "02")) {
                String report = "a2021-" + month;
                events.add(owedFor("a", "2021-" + month));
                events.add(event(
                        report,
                        3,
                        new ReportApproved(
                                report,
                                "P",
                                "F",
                                "2021-" + month,
                                "a",
                                List.of("P.ubnd"),
                                1,
                                values(month, "10"),
                                true)));
            }
            var figures = play(events);
            String year = SHARE.replace("2021-Q3", "2021").replace("FILED", "APPROVED");
            assertThat(figures.get(year).reported()).isPositive();
            assertThat(figures.get(year).restates()).as(overTime).isNull();
        }
    }

    /** Reports that say the same are two all the same. */
    @Test
    void theLastOfTwoEqualReportsCountsOnceAlsoForADefinitionThatIsHeardLater() {
        List<RecordedEvent> events = List.of(
                owedFor("a", "2021-01"),
                owedFor("a", "2021-02"),
                filedFor("a", "2021-01", 2, "120", "1"),
                filedFor("a", "2021-02", 2, "120", "1"),
                measure("SUM", "N", "LAST"));
        IndicatorComputed year = play(events).get(SHARE.replace("2021-Q3", "2021"));
        assertThat(year.value()).isEqualByComparingTo("120");
        assertThat(year.reported()).isEqualTo(1);
        assertThat(year.expected()).isEqualTo(1);
    }

    @Test
    void whoMovesWithinTheYearIsExpectedWhereverItOwes() {
        var elsewhere =
                new ReportRequested("a2021-02", "P", "F", "2021-02", "a", List.of("P.other"), "Báo cáo", DAY, DAY, DAY);
        List<RecordedEvent> events = List.of(
                measure("SUM", "N", "LAST"),
                owedFor("a", "2021-01"),
                event("a2021-02", 1, elsewhere),
                filedFor("a", "2021-01", 2, "1", "1"));
        var figures = play(events);
        assertThat(figures.get(SHARE.replace("2021-Q3", "2021")).expected()).isEqualTo(1);
        events = new ArrayList<>(events);
        events.add(
                event("a2021-02", 2, new ReportExcused("a2021-02", "P", "F", "2021-02", "a", List.of("P.other"), "x")));
        events.add(measure("SUM", "N + 0 * D", "LAST", 2));
        assertThat(play(events).get(SHARE.replace("2021-Q3", "2021")).expected())
                .as("counted again with the new definition")
                .isEqualTo(1);
    }

    @Test
    void nothingIsSaidOfALongerPeriodWhereNobodyAskedForIt() {
        var figures = play(
                List.of(measure("SUM", "N", "NONE"), owedFor("a", "2021-01"), filedFor("a", "2021-01", 2, "1", "10")));
        assertThat(figures.keySet()).noneMatch(it -> it.contains("2021-Q1") || it.contains("|2021|"));
    }

    @Test
    void whoIsExcusedForAMonthIsStillExpectedWithinTheYear() {
        var excused =
                new ReportExcused("a2021-01", "P", "F", "2021-01", "a", List.of("P.ubnd"), "đơn vị mới thành lập");
        List<RecordedEvent> events = List.of(
                measure("SUM", "N", "LAST"),
                owedFor("a", "2021-01"),
                owedFor("a", "2021-02"),
                filedFor("a", "2021-02", 2, "1", "10"),
                event("a2021-01", 3, excused));
        assertThat(play(events).get(SHARE.replace("2021-Q3", "2021")).expected())
                .isEqualTo(1);
    }

    private static RecordedEvent measure(String kind, String formula, String overTime) {
        return measure(kind, formula, overTime, 1);
    }

    private static RecordedEvent measure(String kind, String formula, String overTime, long sequence) {
        return event(
                "P/SHARE",
                sequence,
                new IndicatorDefined(
                        "SHARE",
                        "P",
                        "Chỉ tiêu",
                        "F",
                        List.of(),
                        List.of(),
                        BigDecimal.ONE,
                        "điểm",
                        2,
                        kind,
                        formula,
                        kind.equals("RATIO") ? "D" : null,
                        kind.equals("SCORE") ? BigDecimal.TEN : null,
                        kind.equals("RANK") ? 63 : null,
                        overTime));
    }

    private static RecordedEvent owedFor(String agency, String period) {
        String report = agency + period;
        return event(
                report,
                1,
                new ReportRequested(report, "P", "F", period, agency, List.of("P.ubnd"), "Báo cáo", DAY, DAY, DAY));
    }

    private static RecordedEvent filedFor(String agency, String period, long sequence, String n, String d) {
        String report = agency + period;
        return event(
                report,
                sequence,
                new ReportSubmitted(
                        report,
                        "P",
                        "F",
                        period,
                        agency,
                        List.of("P.ubnd"),
                        1,
                        values(n, d),
                        DAY,
                        true,
                        List.of(),
                        null,
                        null));
    }

    private static TestInputTopic<byte[], byte[]> input(TopologyTestDriver driver, Topic topic) {
        return driver.createInputTopic(topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private TopologyTestDriver driver() {
        var builder = new StreamsBuilder();
        AggregationTopology.build(builder, 1, PUBLISH_EVERY);
        var properties = new Properties();
        properties.put("application.id", "test");
        properties.put("bootstrap.servers", "unused:1");
        properties.put("state.dir", folder.resolve("state-" + System.nanoTime()).toString());
        return new TopologyTestDriver(builder.build(), properties);
    }

    /** Every event has its figures published before the next one comes. */
    private Map<String, IndicatorComputed> play(List<RecordedEvent> events) {
        return play(events, () -> true);
    }

    /** @param published whether the figures of an event are published before the next one comes */
    private Map<String, IndicatorComputed> play(List<RecordedEvent> events, BooleanSupplier published) {
        try (var driver = driver()) {
            var reports = input(driver, Topic.REPORTS);
            var definitions = input(driver, Topic.DEFINITIONS);
            for (RecordedEvent it : events) {
                pipe(it.event().topic().equals("dondoc.reports") ? reports : definitions, it);
                if (published.getAsBoolean()) {
                    driver.advanceWallClockTime(PUBLISH_EVERY);
                }
            }
            driver.advanceWallClockTime(PUBLISH_EVERY);
            Map<String, IndicatorComputed> latest = new LinkedHashMap<>();
            driver.createOutputTopic("dondoc.indicators", new StringDeserializer(), new ByteArrayDeserializer())
                    .readKeyValuesToList()
                    .forEach(it -> latest.put(it.key, Contracts.json().readValue(it.value, IndicatorComputed.class)));
            return latest;
        }
    }

    private static String json(RecordedEvent event) {
        return event.event().data();
    }

    private static RecordedEvent with(RecordedEvent event, String data) {
        return new RecordedEvent(
                event.id(),
                event.source(),
                event.aggregateId(),
                event.sequence() + 1,
                event.time(),
                event.recordedAt(),
                null,
                event.correlationId(),
                "test",
                new OutgoingEvent(
                        event.event().topic(),
                        event.event().type(),
                        event.event().province(),
                        data));
    }

    private static void pipe(TestInputTopic<byte[], byte[]> topic, RecordedEvent event) {
        ProducerRecord<byte[], byte[]> record = CloudEventHeaders.toRecord(event);
        topic.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), event.recordedAt()));
    }

    /**
     * What a reader compares: everything but how the figure got there. Figures that nobody reported for may never have been
     * said.
     */
    private static Map<String, IndicatorComputed> comparable(Map<String, IndicatorComputed> figures) {
        Map<String, IndicatorComputed> comparable = new HashMap<>();
        figures.forEach((key, it) -> {
            if (it.reported() > 0) {
                comparable.put(key, comparable(it));
            }
        });
        return comparable;
    }

    private static IndicatorComputed comparable(IndicatorComputed it) {
        return new IndicatorComputed(
                it.indicator(),
                it.name(),
                it.province(),
                it.agency(),
                it.period(),
                it.basis(),
                it.boundaries(),
                it.value(),
                it.numerator().stripTrailingZeros(),
                it.denominator().stripTrailingZeros(),
                it.unit(),
                it.reported(),
                it.expected(),
                it.attainments(),
                null,
                it.definitionVersion(),
                null);
    }

    private static RecordedEvent share() {
        return event(
                "P/SHARE",
                1,
                new IndicatorDefined(
                        "SHARE",
                        "P",
                        "Tỷ lệ",
                        "F",
                        List.of(new Term("N", false)),
                        List.of(new Term("D", false)),
                        new BigDecimal("100"),
                        "%",
                        2,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static RecordedEvent target(String comparator, String value) {
        return target(comparator, value, null);
    }

    private static RecordedEvent target(String comparator, String value, @Nullable String max) {
        return event(
                "d/1",
                1,
                new TargetSet(
                        "d/1",
                        "P",
                        "SHARE",
                        "d",
                        null,
                        "II.1",
                        comparator,
                        new BigDecimal(value),
                        max == null ? null : new BigDecimal(max),
                        "%",
                        "2025",
                        null,
                        "…"));
    }

    private static RecordedEvent owed(String agency) {
        return event(
                agency,
                1,
                new ReportRequested(agency, "P", "F", "2021-Q3", agency, List.of("P.ubnd"), "Báo cáo", DAY, DAY, DAY));
    }

    private static RecordedEvent filed(String agency, long sequence, String n, String d) {
        return event(
                agency,
                sequence,
                new ReportSubmitted(
                        agency,
                        "P",
                        "F",
                        "2021-Q3",
                        agency,
                        List.of("P.ubnd"),
                        1,
                        values(n, d),
                        DAY,
                        true,
                        List.of(),
                        null,
                        null));
    }

    private static RecordedEvent corrected(String agency, long sequence, String n, String d) {
        return event(
                agency,
                sequence,
                new ReportCorrected(
                        agency,
                        "P",
                        "F",
                        "2021-Q3",
                        agency,
                        List.of("P.ubnd"),
                        2,
                        values(n, d),
                        DAY,
                        true,
                        List.of(),
                        null,
                        null,
                        null));
    }

    private static RecordedEvent returned(String agency, long sequence) {
        return event(
                agency,
                sequence,
                new ReportReturned(agency, "P", "F", "2021-Q3", agency, List.of("P.ubnd"), 1, "thiếu", null));
    }

    private static RecordedEvent approved(String agency, long sequence, String n, String d) {
        return event(
                agency,
                sequence,
                new ReportApproved(agency, "P", "F", "2021-Q3", agency, List.of("P.ubnd"), 1, values(n, d), true));
    }

    private static Map<String, BigDecimal> values(String n, String d) {
        return Map.of("N", new BigDecimal(n), "D", new BigDecimal(d));
    }

    private static RecordedEvent event(String id, long sequence, Record data) {
        Instant time = Instant.parse("2021-09-17T01:00:00Z");
        return new RecordedEvent(
                id + "/" + sequence,
                "/test",
                id,
                sequence,
                time,
                time,
                null,
                id,
                "test",
                new OutgoingEvent(
                        Contracts.topicOf(data.getClass()).topicName(),
                        Contracts.typeOf(data.getClass()),
                        "P",
                        Contracts.json().writeValueAsString(data)));
    }
}
