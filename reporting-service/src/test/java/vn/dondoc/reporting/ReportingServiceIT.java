package vn.dondoc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.access.Role.ADMIN;
import static vn.dondoc.access.Role.AUDITOR;
import static vn.dondoc.access.Role.CLERK;
import static vn.dondoc.access.Role.LEAD;
import static vn.dondoc.access.Role.OFFICER;
import static vn.dondoc.access.Role.SUPERVISOR;
import static vn.dondoc.access.Role.SYSTEM;
import static vn.dondoc.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.access.AccessScope;
import vn.dondoc.access.Role;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.contract.agency.v1.AgencyRegistered;
import vn.dondoc.contract.agency.v1.AgencySucceeded;
import vn.dondoc.contract.directive.v1.ClauseChange;
import vn.dondoc.contract.directive.v1.DirectiveAmended;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.contract.directive.v1.DirectiveRevoked;
import vn.dondoc.contract.directive.v1.Target;
import vn.dondoc.contract.directive.v1.TargetChange;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.aggregation.Recount;
import vn.dondoc.reporting.aggregation.RecountFigures;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;
import vn.dondoc.testkit.AccessMatrix;
import vn.dondoc.testkit.AccessMatrix.Foreign;
import vn.dondoc.testkit.CheckedInOpenApi;
import vn.dondoc.testkit.ListRules;
import vn.dondoc.testkit.OtherServices;
import vn.dondoc.testkit.ServiceUnderTest;
import vn.dondoc.testkit.TestTokens;

class ReportingServiceIT {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> AGENCY = EnumSet.of(OFFICER, SYSTEM);
    private static final String LEAD_A = TestTokens.of(LEAD, "VN-A", "VN-A.vp");
    private static final String OFFICER_A = TestTokens.of(OFFICER, "VN-A", "VN-A.snv");
    private static final Map<String, Object> FORM = Map.of(
            "name",
            "Báo cáo quý",
            "elements",
            List.of(
                    Map.of("code", "N", "name", "n", "unit", "hồ sơ"),
                    Map.of("code", "D", "name", "d", "unit", "hồ sơ")));
    private static final Map<String, Object> INDICATOR = Map.of(
            "name",
            "Tỷ lệ hồ sơ trực tuyến",
            "form",
            "F",
            "numerator",
            "N",
            "denominator",
            "D",
            "factor",
            100,
            "unit",
            "%",
            "decimals",
            2);
    private static final Map<String, Object> REGIME = Map.of(
            "form",
            "F",
            "frequency",
            "QUARTERLY",
            "kinds",
            List.of("DEPARTMENT"),
            "filingDays",
            6,
            "since",
            "2021-06-15");
    private static final String FIGURE = "/api/v1/indicators/SHARE/values?agency=VN-A.ubnd&period=2021-Q3&basis=FILED";

    private static ServiceUnderTest service;
    private static OtherServices others;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.start(
                ReportingService.class,
                "reporting-service",
                Instant.parse("2021-06-14T01:00:00Z"),
                "--dondoc.obligations.sweep-interval=100ms",
                "--dondoc.aggregation.application-id=test-aggregation");
        others = new OtherServices();
        for (String code : List.of("VN-A.snv", "VN-A.stc", "VN-A.syt")) {
            send(
                    code,
                    1,
                    new AgencyRegistered(
                            code,
                            "Sở",
                            "VN-A",
                            "DEPARTMENT",
                            "VN-A.ubnd",
                            "VN-A.ubnd",
                            null,
                            null,
                            LocalDate.of(2004, 1, 1),
                            null,
                            List.of("VN-A.ubnd")));
        }
        assertThat(service.put(LEAD_A, "/api/v1/forms/F", FORM).status()).isEqualTo(200);
        assertThat(service.put(LEAD_A, "/api/v1/indicators/SHARE", INDICATOR).status())
                .isEqualTo(200);
        eventually(() -> assertThat(service.bean(vn.dondoc.reporting.obligation.ReportingAgencies.class)
                        .ofProvince(vn.dondoc.access.AccessScope.ofService("test"), "VN-A"))
                .hasSize(3));
        assertThat(service.put(LEAD_A, "/api/v1/regimes/R", REGIME).status()).isEqualTo(200);
        service.clock().set(Instant.parse("2021-06-15T01:00:00Z"));
        eventually(() -> assertThat(obligations(LEAD_A)).hasSize(3));
    }

    @AfterAll
    static void stop() {
        others.close();
        service.close();
    }

    @Test
    void fromFilingToFigureToLineageAndTarget() throws Exception {
        String id = file("VN-A.snv", "30", "100");
        file("VN-A.stc", "40", "50");
        eventually(() ->
                assertThat(figure().path("value").decimalValue(BigDecimal.ZERO)).isEqualByComparingTo("46.67"));
        assertThat(figure().path("reported").asInt()).isEqualTo(2);
        assertThat(figure().path("expected").asInt()).isEqualTo(3);

        var unexplained = Map.of("form", "F", "period", "2021-Q3", "submit", true, "values", Map.of("N", 60, "D", 100));
        assertThat(service.post(OFFICER_A, "/api/v1/reports", unexplained)
                        .body()
                        .path("errors")
                        .findValuesAsString("pointer"))
                .as("a correction says why")
                .containsExactly("/reason");
        var again = Map.of(
                "form",
                "F",
                "period",
                "2021-Q3",
                "submit",
                true,
                "reason",
                "đếm sót",
                "values",
                Map.of("N", 60, "D", 100));
        CompletableFuture<String> heard = stream(LEAD_A, null);
        CompletableFuture<String> heardElsewhere = stream(TestTokens.of(LEAD, "VN-B", "VN-B.snv"), null);
        assertThat(service.post(TestTokens.of(OFFICER, "VN-A", "VN-A.snv"), "/api/v1/reports", again)
                        .status())
                .as("filled in and filed in one request")
                .isEqualTo(200);
        eventually(() ->
                assertThat(figure().path("value").decimalValue(BigDecimal.ZERO)).isEqualByComparingTo("66.67"));
        assertThat(figure().path("previous").decimalValue(BigDecimal.ZERO)).isEqualByComparingTo("46.67");
        assertThat(heard.join()).contains("event:figures").doesNotContain("66.67");
        assertThat(heardElsewhere.join()).contains("đôn đốc").doesNotContain("event:figures");
        String lastHeard = heard.join()
                .lines()
                .filter(it -> it.startsWith("id:"))
                .toList()
                .getLast()
                .substring(3)
                .strip();
        assertThat(stream(LEAD_A, lastHeard).join())
                .as("nothing is new to who heard it")
                .doesNotContain("event:figures");
        assertThat(stream(LEAD_A, "0").join())
                .as("who was away hears at once that something changed")
                .contains("event:figures", "id:" + lastHeard);
        assertThat(stream(LEAD_A, "x").join()).contains("Last-Event-ID", "mã sự kiện");
        JsonNode table = service.get(
                        LEAD_A,
                        "/api/v1/indicators/values?indicator=SHARE&indicator=COMPLETENESS.F&period=2021-Q3&period=2021-Q2"
                                + "&agency=VN-A.ubnd&basis=FILED")
                .body();
        assertThat(table.findValuesAsString("indicator")).containsExactly("COMPLETENESS.F", "SHARE");
        assertThat(service.get(LEAD_A, "/api/v1/indicators/values?period=2021-Q3")
                        .status())
                .isEqualTo(400);

        DirectiveIssued directive = directive("d-1", "II.1");
        send("d-1", 1, directive);
        service.post(LEAD_A, "/api/v1/targets/ties", Map.of("target", "d-1/1", "indicator", "SHARE"));
        eventually(() -> {
            service.post(LEAD_A, "/api/v1/targets/ties", Map.of("target", "d-1/1", "indicator", "SHARE"));
            assertThat(figure().path("attainments").path(0).path("met").asBoolean())
                    .isTrue();
        });

        JsonNode lineage = service.get(LEAD_A, "/api/v1/indicators/SHARE/lineage?agency=VN-A.ubnd&period=2021-Q3")
                .body();
        assertThat(lineage.path("adds").asBoolean()).isTrue();
        assertThat(lineage.path("contributions")).hasSize(2);
        assertThat(lineage.path("missing").path(0).asString()).isEqualTo("VN-A.syt");
        assertThat(lineage.path("targets").path(0).path("clause").asString()).isEqualTo("II.1");

        assertThat(service.post(LEAD_A, "/api/v1/reports/" + id + "/return", Map.of("reason", "thiếu"))
                        .status())
                .isEqualTo(200);
        eventually(() ->
                assertThat(figure().path("value").decimalValue(BigDecimal.ZERO)).isEqualByComparingTo("80"));
        file("VN-A.snv", "30", "100");
        eventually(() ->
                assertThat(figure().path("value").decimalValue(BigDecimal.ZERO)).isEqualByComparingTo("46.67"));
    }

    @Test
    void checksRefuseAskForExplanationsAndCompareWithThePeriodBefore() throws Exception {
        var form = Map.of(
                "name",
                "Báo cáo có kiểm tra",
                "elements",
                List.of(
                        Map.of("code", "TN", "name", "Tiếp nhận", "unit", "hồ sơ", "kind", "INTEGER", "required", true),
                        Map.of("code", "GQ", "name", "Giải quyết", "unit", "hồ sơ", "max", 1000)),
                "checks",
                List.of(
                        Map.of(
                                "code",
                                "QUA",
                                "condition",
                                "GQ <= TN",
                                "severity",
                                "BLOCK",
                                "message",
                                "Giải quyết quá"),
                        Map.of(
                                "code",
                                "TANG",
                                "condition",
                                "TN <= 2 * PREV_TN",
                                "severity",
                                "EXPLAIN",
                                "message",
                                "Tăng gấp đôi")));
        assertThat(service.put(LEAD_A, "/api/v1/forms/K", form).status()).isEqualTo(200);
        service.put(
                LEAD_A,
                "/api/v1/indicators/KX",
                Map.of("name", "Tiếp nhận", "form", "K", "numerator", "TN", "unit", "hồ sơ", "decimals", 0));
        var regime = new HashMap<>(REGIME);
        regime.putAll(Map.of("form", "K", "since", "2031-01-01"));
        service.put(LEAD_A, "/api/v1/regimes/RK", regime);
        for (var wrong : Map.of("2021-08", "/period", "2031-Q1", "/period", "quý 1", "/period")
                .entrySet()) {
            assertThat(service.post(LEAD_A, "/api/v1/regimes/RK/periods", Map.of("period", wrong.getKey()))
                            .body()
                            .path("errors")
                            .findValuesAsString("pointer"))
                    .as(wrong.getKey())
                    .containsExactly(wrong.getValue());
        }
        for (String period : List.of("2021-Q1", "2021-Q2", "2021-Q2")) {
            JsonNode opened = service.post(LEAD_A, "/api/v1/regimes/RK/periods", Map.of("period", period))
                    .body();
            assertThat(opened.path("reports").asInt()).isEqualTo(3);
            assertThat(opened.path("dueOn").asString())
                    .as("late entry is not late filing")
                    .isEqualTo(period.equals("2021-Q1") ? "2021-06-21" : "2021-06-20");
        }
        assertThat(said("2021-Q1", Map.of())).containsExactly("/values");
        assertThat(said("2021-Q1", Map.of("GQ", 5))).containsExactly("/values/TN");
        assertThat(said("2021-Q1", Map.of("TN", -5))).containsExactly("/values/TN");
        assertThat(said("2021-Q1", Map.of("TN", 1.5))).containsExactly("/values/TN");
        assertThat(said("2021-Q1", Map.of("TN", 5, "GQ", 6))).containsExactly("/values/GQ");
        assertThat(said("2021-Q1", Map.of("TN", 5000, "GQ", 1001))).containsExactly("/values/GQ");
        assertThat(said("2021-Q1", Map.of("TN", 10, "GQ", 6))).isEmpty();
        assertThat(said("2021-Q2", Map.of("TN", 21))).containsExactly("/explanations/TANG");
        var explained = Map.of(
                "form",
                "K",
                "period",
                "2021-Q2",
                "values",
                Map.of("TN", 21),
                "explanations",
                Map.of("TANG", "thêm một lĩnh vực"));
        JsonNode dry =
                service.post(OFFICER_A, "/api/v1/reports/checks", explained).body();
        assertThat(dry.path("fileable").asBoolean()).isTrue();
        assertThat(dry.path("findings").findValuesAsString("detail").getFirst()).contains("Tăng gấp đôi");
        var filing = new HashMap<String, Object>(explained);
        filing.put("submit", true);
        String id = service.post(OFFICER_A, "/api/v1/reports", filing)
                .body()
                .path("id")
                .asString();
        assertThat(service.post(OFFICER_A, "/api/v1/reports/" + id + "/withdrawal", Map.of("reason", "nhầm"))
                        .status())
                .isEqualTo(200);
        service.post(OFFICER_A, "/api/v1/reports/" + id + "/submission", Map.of());
        JsonNode revisions =
                service.get(LEAD_A, "/api/v1/reports/" + id + "/revisions").body();
        assertThat(revisions.path("revisions")).hasSize(2);
        assertThat(revisions
                        .path("revisions")
                        .path(0)
                        .path("changes")
                        .path(0)
                        .path("after")
                        .asInt())
                .isEqualTo(21);
        assertThat(revisions.path("rulings").findValuesAsString("kind")).containsExactly("WITHDRAWN");
        var nil = Map.of("form", "K", "period", "2021-Q1", "values", Map.of(), "nil", true, "submit", true);
        assertThat(service.post(TestTokens.of(OFFICER, "VN-A", "VN-A.stc"), "/api/v1/reports", nil)
                        .status())
                .isEqualTo(200);
        var other = service.get(LEAD_A, "/api/v1/obligations?form=K&period=2021-Q1&status=OWED&agency=VN-A.syt")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(service.post(LEAD_A, "/api/v1/reports/" + other + "/excuse", Map.of("reason", "mới lập"))
                        .status())
                .isEqualTo(200);
        eventually(() -> {
            JsonNode share = service.get(
                            LEAD_A,
                            "/api/v1/indicators/COMPLETENESS.K/values?agency=VN-A.ubnd&period=2021-Q1&basis=FILED")
                    .body()
                    .path("items")
                    .path(0);
            assertThat(share.path("expected").asInt()).isEqualTo(2);
            assertThat(share.path("value").decimalValue(BigDecimal.ZERO)).isEqualByComparingTo("100");
        });
        var without = new HashMap<String, Object>(form);
        without.put("elements", List.of(Map.of("code", "GQ", "name", "Giải quyết", "unit", "hồ sơ")));
        without.put("checks", List.of());
        assertThat(service.put(LEAD_A, "/api/v1/forms/K", without)
                        .body()
                        .path("errors")
                        .path(0)
                        .path("detail")
                        .asString())
                .as("an indicator needs it")
                .contains("TN", "KX");
    }

    /** Files a report of K; what is wrong with it. */
    private static List<String> said(String period, Map<String, Object> values) {
        return service.post(
                        OFFICER_A,
                        "/api/v1/reports",
                        Map.of("form", "K", "period", period, "values", values, "submit", true))
                .body()
                .path("errors")
                .findValuesAsString("pointer");
    }

    @Test
    void aFormIsLedByItsLeadAlone() {
        String other = TestTokens.of(LEAD, "VN-A", "VN-A.stc");
        String above = TestTokens.of(SUPERVISOR, "VN-A", "VN-A.ubnd");
        Map<String, Object> form = new HashMap<>(FORM);
        form.put("lead", "VN-A.vp");
        assertThat(service.put(LEAD_A, "/api/v1/forms/LED", form).status()).isEqualTo(200);
        var regime = new HashMap<>(REGIME);
        regime.putAll(Map.of("form", "LED", "since", "2031-01-01"));
        assertThat(service.put(LEAD_A, "/api/v1/regimes/RLED", regime).status()).isEqualTo(200);
        assertThat(service.post(LEAD_A, "/api/v1/regimes/RLED/periods", Map.of("period", "2021-Q1"))
                        .status())
                .isEqualTo(200);
        String report = service.get(LEAD_A, "/api/v1/obligations?form=LED&period=2021-Q1&agency=VN-A.snv")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(report).isNotBlank();
        Map<String, Object> reason = Map.of("reason", "thử");
        assertThat(List.of(
                        service.put(other, "/api/v1/forms/LED", FORM).status(),
                        service.put(
                                        other,
                                        "/api/v1/indicators/LEDX",
                                        Map.of(
                                                "name",
                                                "x",
                                                "form",
                                                "LED",
                                                "numerator",
                                                "N",
                                                "unit",
                                                "x",
                                                "decimals",
                                                0))
                                .status(),
                        service.put(other, "/api/v1/regimes/RLED", regime).status(),
                        service.post(other, "/api/v1/regimes/RLED/periods", Map.of("period", "2021-Q2"))
                                .status(),
                        service.post(other, "/api/v1/reports/" + report + "/approval", Map.of())
                                .status(),
                        service.post(other, "/api/v1/reports/" + report + "/return", reason)
                                .status(),
                        service.post(other, "/api/v1/reports/" + report + "/excuse", reason)
                                .status()))
                .containsOnly(403);
        assertThat(service.get(other, "/api/v1/forms/LED").body().path("lead").asString())
                .as("who may not change it may know who may")
                .isEqualTo("VN-A.vp");
        assertThat(service.post(above, "/api/v1/reports/" + report + "/excuse", reason)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFigureIsShownAsItWasKnownAndTargetsFollowTheirDirective() throws Exception {
        for (int i = 1; i <= 2; i++) {
            service.put(LEAD_A, "/api/v1/forms/H" + i, FORM);
            var regime = new HashMap<>(REGIME);
            regime.putAll(Map.of("form", "H" + i, "since", "2031-01-01"));
            service.put(LEAD_A, "/api/v1/regimes/RH" + i, regime);
            service.post(LEAD_A, "/api/v1/regimes/RH" + i + "/periods", Map.of("period", "2021-Q1"));
        }
        var indicator = new HashMap<String, Object>(INDICATOR);
        indicator.put("form", "H1");
        service.put(LEAD_A, "/api/v1/indicators/KNOWN", indicator);
        List<Instant> moments = new ArrayList<>();
        for (int n : List.of(30, 40, 50)) {
            service.clock().set(Instant.parse("2021-06-15T01:00:00Z").plusSeconds(n));
            var filing = Map.of(
                    "form",
                    "H1",
                    "period",
                    "2021-Q1",
                    "submit",
                    true,
                    "reason",
                    "sửa",
                    "values",
                    Map.of("N", n, "D", 100));
            assertThat(service.post(OFFICER_A, "/api/v1/reports", filing).status())
                    .isEqualTo(200);
            eventually(() -> assertThat(known("").path("value").decimalValue(BigDecimal.ZERO))
                    .isEqualByComparingTo(String.valueOf(n)));
            moments.add(service.clock().instant());
        }
        assertThat(known("&knownAt=" + moments.get(0)).path("value").decimalValue())
                .isEqualByComparingTo("30");
        assertThat(known("&knownAt=" + moments.get(1)).path("value").decimalValue())
                .isEqualByComparingTo("40");
        assertThat(known("&knownAt=2021-06-15").path("value").decimalValue()).isEqualByComparingTo("50");
        assertThat(known("&knownAt=2021-06-14").isMissingNode()).isTrue();
        String export = "/api/v1/exports/figures?indicator=KNOWN&period=2021-Q1&agency=VN-A.ubnd&basis=FILED";
        assertThat(text(export + "&format=SDMX_CSV&knownAt=" + moments.get(1)).lines())
                .satisfiesExactly(
                        it -> assertThat(it)
                                .isEqualTo("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,BASIS,TIME_PERIOD,"
                                        + "OBS_VALUE,OBS_STATUS,UNIT_MEASURE,NUMERATOR,DENOMINATOR,REPORTED,EXPECTED,"
                                        + "REVISION"),
                        it -> assertThat(it)
                                .startsWith(
                                        "dataflow,DONDOC:FIGURES(1.0),R,Q,VN-A@ubnd,KNOWN,FILED,2021-Q1,40.00,A,$0025,"
                                                + "40,100,1,3,"));
        assertThat(text(export + "&format=CSV").lines().skip(1))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .startsWith(
                                "KNOWN,Tỷ lệ hồ sơ trực tuyến,VN-A.ubnd,VN-A.ubnd,2021-Q1,Đã nộp,50.00,%,50,100,1,3"));
        assertThat(text(export)).startsWith("PK");
        assertThat(service.get(LEAD_A, export.replace("&agency=VN-A.ubnd", "") + "&knownAt=2021-06-15")
                        .status())
                .isEqualTo(400);
        assertThat(service.get(LEAD_A, "/api/v1/indicators/KNOWN/values?knownAt=2021-06-15")
                        .status())
                .isEqualTo(400);
        assertThat(service.get(LEAD_A, "/api/v1/indicators/KNOWN/values?agency=x&knownAt=hôm+qua")
                        .status())
                .isEqualTo(400);

        JsonNode revisions = service.get(
                        LEAD_A, "/api/v1/indicators/KNOWN/revisions?agency=VN-A.ubnd&period=2021-Q1&basis=FILED")
                .body()
                .path("items");
        JsonNode last = revisions.path(0);
        assertThat(last.path("before").decimalValue()).isEqualByComparingTo("40");
        assertThat(last.path("value").decimalValue()).isEqualByComparingTo("50");
        assertThat(last.at("/cause/step").asString()).isEqualTo("FILED");
        assertThat(last.at("/cause/agency").asString()).isEqualTo("VN-A.snv");
        assertThat(last.at("/cause/revision").asInt()).isEqualTo(3);
        assertThat(last.at("/cause/reason").asString()).isEqualTo("sửa");
        assertThat(last.at("/cause/by").asString()).isNotBlank();

        send("d-3", 1, directive("d-3", "I.1", "I.2"));
        eventually(() -> {
            for (int i = 1; i <= 2; i++) {
                service.post(LEAD_A, "/api/v1/targets/ties", Map.of("target", "d-3/" + i, "indicator", "KNOWN"));
            }
            assertThat(known("").path("attainments")).hasSize(2);
        });
        send(
                "d-3",
                2,
                new DirectiveAmended(
                        "d-3",
                        null,
                        LocalDate.of(2021, 10, 2),
                        "bãi bỏ",
                        List.of(new ClauseChange("I.1", null, true, null, null)),
                        List.of(new TargetChange("d-3/2", new BigDecimal("55.5"), null, "2023"))));
        eventually(() -> assertThat(known("").path("attainments"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("target").decimalValue()).isEqualByComparingTo("55.5");
                    assertThat(it.path("year").asString()).isEqualTo("2023");
                    assertThat(it.path("met").asBoolean()).isFalse();
                }));
        send("d-3", 3, new DirectiveRevoked("d-3", null, LocalDate.of(2021, 10, 3), "thay thế"));
        eventually(() -> assertThat(known("").path("attainments")).isEmpty());
        assertThat(service.get(LEAD_A, "/api/v1/targets?directive=d-3")
                        .body()
                        .path("items")
                        .findValuesAsString("dropped"))
                .containsExactlyInAnyOrder("bãi bỏ", "thay thế");
        indicator.put("form", "H2");
        service.put(LEAD_A, "/api/v1/indicators/KNOWN", indicator);
        eventually(() -> assertThat(known("").hasNonNull("value"))
                .as("nothing was filed on the form that it moved to")
                .isFalse());
    }

    @Test
    void aTargetOfAPaperThatIsNotInTheRegistryIsSetByHandReplacedAndEnded() {
        service.put(LEAD_A, "/api/v1/forms/HT", FORM);
        Map<String, Object> target =
                Map.of("indicator", "AIMED", "comparator", ">=", "value", 40, "year", "2021", "document", "12/KH-UBND");
        Map<String, Object> definitions = Map.of(
                "indicators",
                Map.of("AIMED", with(INDICATOR, "form", "HT")),
                "regimes",
                Map.of("RHT", regime("HT", "QUARTERLY")),
                "targets",
                Map.of("AIMED", target));
        assertThat(service.post(LEAD_A, "/api/v1/definitions/plan", definitions)
                        .body()
                        .findValuesAsString("kind"))
                .contains("TARGET");
        steps("/api/v1/definitions", definitions);
        service.post(LEAD_A, "/api/v1/regimes/RHT/periods", Map.of("period", "2021-Q1"));
        service.post(
                OFFICER_A,
                "/api/v1/reports",
                Map.of("form", "HT", "period", "2021-Q1", "submit", true, "values", Map.of("N", 50, "D", 100)));
        eventually(() -> assertThat(aimed().path("met").asBoolean()).isTrue());
        assertThat(aimed().path("directiveNumber").asString()).isEqualTo("12/KH-UBND");
        assertThat(service.put(
                                LEAD_A,
                                "/api/v1/targets/AIMED",
                                with(with(target, "comparator", "range"), "valueMax", 45))
                        .status())
                .isEqualTo(200);
        eventually(() ->
                assertThat(aimed().path("gap").decimalValue(BigDecimal.ZERO)).isEqualByComparingTo("5"));
        for (Map<String, Object> wrong : List.of(
                with(target, "comparator", "≥"),
                with(target, "comparator", "range"),
                with(target, "comparator", "decrease"),
                with(target, "year", "nay"),
                with(target, "indicator", "NONE"))) {
            assertThat(service.put(LEAD_A, "/api/v1/targets/AIMED", wrong).status())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
        assertThat(service.post(LEAD_A, "/api/v1/targets/AIMED/end", Map.of("reason", "thay thế"))
                        .status())
                .isEqualTo(200);
        eventually(() -> assertThat(aimed().isMissingNode()).isTrue());
        service.put(LEAD_A, "/api/v1/targets/AIMED", target);
        eventually(() -> assertThat(aimed().path("met").asBoolean())
                .as("set again after its end")
                .isTrue());
    }

    @Test
    void aConsolidatedReportIsSentOnwardAndStaysAsItWent() {
        Map<String, Object> total =
                Map.of("name", "Tổng", "form", "CO", "numerator", "C1", "unit", "hồ sơ", "decimals", 0);
        steps(
                "/api/v1/definitions",
                Map.of(
                        "forms",
                        Map.of("CO", Map.of("name", "Tổng hợp", "elements", List.of(element("C1")))),
                        "indicators",
                        Map.of("CO", total),
                        "regimes",
                        Map.of("CO", regime("CO", "ANNUAL"))));
        service.post(LEAD_A, "/api/v1/regimes/CO/periods", Map.of("period", "2020"));
        Map<String, Object> filing = Map.of("form", "CO", "period", "2020", "submit", true, "values", Map.of("C1", 7));
        service.post(OFFICER_A, "/api/v1/reports", filing);
        Map<String, Object> sending = sending("VN-A.stc");
        Map<String, String> key = Map.of("Idempotency-Key", "send-once");
        var sent = service.request(LEAD_A, "POST", "/api/v1/consolidations", sending, key);
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(200);
        String id = sent.body().path("id").asString();
        assertThat(service.request(LEAD_A, "POST", "/api/v1/consolidations", sending, key)
                        .body()
                        .path("id")
                        .asString())
                .as("the same request again")
                .isEqualTo(id);
        String receiver = TestTokens.of(OFFICER, "VN-A", "VN-A.stc");
        String one = "/api/v1/consolidations/" + id;
        String before = text(one + "/document");
        service.post(OFFICER_A, "/api/v1/reports", with(with(filing, "values", Map.of("C1", 9)), "reason", "sót"));
        assertThat(text(one + "/document"))
                .as("what somebody has does not change")
                .isEqualTo(before);
        assertThat(service.get(receiver, "/api/v1/consolidations?form=CO&period=2020")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(service.get(OFFICER_A, one).status())
                .as("neither sent it nor was sent it")
                .isEqualTo(404);
        assertThat(service.get(OFFICER_A, one + "/document").status()).isEqualTo(404);
        assertThat(service.get(OFFICER_A, "/api/v1/consolidations").body().path("items"))
                .isEmpty();
        assertThat(service.post(receiver, one + "/receipt", "").status()).isEqualTo(200);
        assertThat(service.post(receiver, one + "/receipt", "").status()).isEqualTo(200);
        assertThat(service.get(LEAD_A, one).body().path("received").findValuesAsString("by"))
                .containsExactly("VN-A.stc");
        assertThat(service.post(LEAD_A, one + "/receipt", "").status())
                .as("it was not sent to the one who sent it")
                .isEqualTo(403);
        assertThat(service.post(LEAD_A, "/api/v1/consolidations", sending("VN-B.stc"))
                        .status())
                .isEqualTo(400);
        assertThat(service.post(LEAD_A, "/api/v1/consolidations", with(sending, "to", List.of()))
                        .status())
                .isEqualTo(400);
    }

    private static Map<String, Object> sending(String to) {
        return Map.of(
                "form",
                "CO",
                "period",
                "2020",
                "agency",
                "VN-A.ubnd",
                "basis",
                "FILED",
                "to",
                List.of(to),
                "frame",
                Map.of("issuer", "Sở", "place", "A", "date", "2021-10-01", "signerTitle", "Giám đốc", "signer", "B"));
    }

    /** Two provinces became one, two departments one, and one department several. */
    @Test
    void thePastIsToldByTheBoundariesOfToday() throws Exception {
        LocalDate merged = LocalDate.of(2021, 5, 1);
        agency("VN-O", "VN-O.ubnd", null, merged.minusDays(1));
        agency("VN-O", "VN-O.snv", "VN-O.ubnd", merged.minusDays(1));
        agency("VN-N", "VN-N.ubnd", null, null);
        agency("VN-N", "VN-N.snv", "VN-N.ubnd", null);
        agency("VN-N", "VN-N.cu", "VN-N.ubnd", merged.minusDays(1));
        send(
                "s-1",
                1,
                new AgencySucceeded(
                        "s-1", "VN-O", List.of("VN-O.ubnd"), List.of("VN-N.ubnd"), merged, "hợp nhất tỉnh"));
        send(
                "s-2",
                1,
                new AgencySucceeded("s-2", "VN-O", List.of("VN-O.snv"), List.of("VN-N.snv"), merged, "hợp nhất sở"));
        send(
                "s-3",
                1,
                new AgencySucceeded(
                        "s-3", "VN-N", List.of("VN-N.cu"), List.of("VN-N.snv", "VN-N.stc"), merged, "chia tách"));
        for (String province : List.of("VN-N", "VN-O")) {
            String lead = TestTokens.of(LEAD, province, province + ".vp");
            service.put(lead, "/api/v1/forms/OF", FORM);
            service.put(lead, "/api/v1/indicators/SHARE", with(INDICATOR, "form", "OF"));
            service.put(lead, "/api/v1/regimes/OF", regime("OF", "QUARTERLY"));
            eventually(() -> assertThat(service.post(lead, "/api/v1/regimes/OF/periods", Map.of("period", "2020-Q4"))
                            .status())
                    .isEqualTo(200));
        }
        filedFor("VN-N", "VN-N.snv", 30);
        filedFor("VN-N", "VN-N.cu", 90);
        filedFor("VN-O", "VN-O.snv", 60);
        String lead = TestTokens.of(LEAD, "VN-N", "VN-N.vp");
        eventually(() -> {
            JsonNode province = today(lead, "VN-N.ubnd");
            assertThat(province.path("parts")).hasSize(2);
            assertThat(province.path("value").decimalValue(BigDecimal.ZERO)).isEqualByComparingTo("60");
        });
        JsonNode province = today(lead, "VN-N.ubnd");
        assertThat(province.path("reported").asInt()).isEqualTo(3);
        assertThat(province.path("expected").asInt()).isEqualTo(3);
        JsonNode department = today(lead, "VN-N.snv");
        assertThat(department.path("value").decimalValue()).isEqualByComparingTo("45");
        assertThat(department.path("leftOut").findValuesAsString("agency")).containsExactly("VN-N.cu");
        assertThat(department.path("leftOut").findValuesAsString("why")).containsExactly("DIVIDED");
        String ofTheTime = "/api/v1/indicators/SHARE/values?agency=VN-N.ubnd&period=2020-Q4&basis=FILED";
        assertThat(service.get(lead, ofTheTime).body().at("/items/0/value").decimalValue())
                .as("by the boundaries of the time")
                .isEqualByComparingTo("60");
        assertThat(service.get(lead, ofTheTime).body().at("/items/0/numerator").decimalValue())
                .isEqualByComparingTo("120");
        assertThat(service.get(
                                TestTokens.of(OFFICER, "VN-N", "VN-N.stc"),
                                "/api/v1/indicators/values/today?indicator=SHARE&period=2020-Q4&agency=VN-N.snv")
                        .body()
                        .at("/figures/0/parts"))
                .as("what others reported themselves is not in sight")
                .isEmpty();
        assertThat(service.get(
                                TestTokens.of(LEAD, "VN-O", "VN-O.vp"),
                                "/api/v1/indicators/values/today?indicator=SHARE&period=2020-Q4&agency=VN-N.ubnd")
                        .status())
                .as("only the successor's province sees both")
                .isEqualTo(404);
        service.put(
                TestTokens.of(LEAD, "VN-O", "VN-O.vp"),
                "/api/v1/indicators/SHARE",
                with(with(INDICATOR, "form", "OF"), "unit", "phần nghìn"));
        eventually(() -> assertThat(today(lead, "VN-N.ubnd").path("leftOut").findValuesAsString("why"))
                .containsExactly("OTHER_DEFINITION"));
    }

    private static JsonNode today(String token, String agency) {
        return service.get(token, "/api/v1/indicators/values/today?indicator=SHARE&period=2020-Q4&agency=" + agency)
                .body()
                .at("/figures/0");
    }

    private static void agency(String province, String code, @Nullable String parent, @Nullable LocalDate last)
            throws Exception {
        send(
                code,
                1,
                new AgencyRegistered(
                        code,
                        "Sở",
                        province,
                        parent == null ? "PROVINCE_COMMITTEE" : "DEPARTMENT",
                        parent,
                        parent,
                        null,
                        null,
                        LocalDate.of(2004, 1, 1),
                        last,
                        parent == null ? List.of() : List.of(parent)));
    }

    private static void filedFor(String province, String agency, int n) {
        assertThat(service.post(
                                TestTokens.of(OFFICER, province, agency),
                                "/api/v1/reports",
                                Map.of(
                                        "form",
                                        "OF",
                                        "period",
                                        "2020-Q4",
                                        "submit",
                                        true,
                                        "values",
                                        Map.of("N", n, "D", 100)))
                        .status())
                .isEqualTo(200);
    }

    private static JsonNode aimed() {
        return service.get(LEAD_A, "/api/v1/indicators/AIMED/values?agency=VN-A.ubnd&period=2021-Q1&basis=FILED")
                .body()
                .at("/items/0/attainments/0");
    }

    private static String text(String path) {
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer " + LEAD_A)
                .build();
        try {
            return java.net.http.HttpClient.newHttpClient()
                    .send(request, java.net.http.HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (java.io.IOException | InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }

    private static JsonNode known(String more) {
        return service.get(LEAD_A, "/api/v1/indicators/KNOWN/values?agency=VN-A.ubnd&period=2021-Q1&basis=FILED" + more)
                .body()
                .path("items")
                .path(0);
    }

    @Test
    void whoIsHeardOfAfterAPeriodOpenedOwesAReportIfItExistedThen() throws Exception {
        String lead = TestTokens.of(LEAD, "VN-H", "VN-H.vp");
        service.put(lead, "/api/v1/forms/F", FORM);
        service.put(lead, "/api/v1/regimes/R", REGIME);
        heardOf("VN-H.snv", LocalDate.of(2004, 1, 1));
        eventually(() -> assertThat(obligations(lead)).hasSize(1));
        heardOf("VN-H.stc", LocalDate.of(2004, 1, 1));
        heardOf("VN-H.moi", LocalDate.of(2021, 6, 16));
        heardOf("VN-H.syt", LocalDate.of(2004, 1, 1));
        eventually(() -> assertThat(obligations(lead).stream()
                        .map(it -> it.path("report").path("agency").asString()))
                .containsExactlyInAnyOrder("VN-H.snv", "VN-H.stc", "VN-H.syt"));
    }

    private static void heardOf(String code, LocalDate validFrom) throws Exception {
        send(
                code,
                1,
                new AgencyRegistered(
                        code,
                        "Sở",
                        "VN-H",
                        "DEPARTMENT",
                        null,
                        null,
                        null,
                        null,
                        validFrom,
                        null,
                        List.of("VN-H.ubnd")));
    }

    @Test
    void agenciesAreRankedPointsLostAreToldAndMonthsMakeAQuarter() throws Exception {
        service.put(
                LEAD_A,
                "/api/v1/forms/XH",
                Map.of(
                        "name",
                        "Kết quả xếp hạng",
                        "elements",
                        List.of(element("DIEM_TC"), element("DIEM_CN"), element("HANG"), element("LUOT"))));
        assertThat(wrong("TONG", Map.of("numerator", "DIEM_TC + DIEM_CN", "kind", "SCORE")))
                .containsExactly("/maximum");
        assertThat(wrong("TONG", Map.of("numerator", "DIEM_TC > 1", "kind", "AVERAGE")))
                .containsExactly("/numerator");
        assertThat(wrong("TONG", Map.of("numerator", "DIEM_TC", "kind", "RANK", "factor", 100, "among", 63)))
                .containsExactly("/factor");
        assertThat(wrong("TONG", Map.of("numerator", "X_1 / DIEM_TC"))).containsExactly("/numerator");
        assertThat(wrong("TONG", Map.of("numerator", "DIEM_TC", "partOf", "TONG")))
                .containsExactly("/partOf");
        assertThat(wrong("TONG", score("DIEM_TC + DIEM_CN", 20))).isEmpty();
        assertThat(wrong("TONG.TC", part("DIEM_TC", "VN-A.snv"))).isEmpty();
        assertThat(wrong("TONG.CN", part("DIEM_CN", "VN-A.syt"))).isEmpty();
        assertThat(wrong("HANG", Map.of("numerator", "HANG", "kind", "RANK", "among", 63)))
                .isEmpty();
        assertThat(wrong("LUOT", Map.of("numerator", "LUOT", "overTime", "ALL")))
                .isEmpty();
        service.put(LEAD_A, "/api/v1/regimes/XH", regime("XH", "MONTHLY"));
        var quarterly = service.put(LEAD_A, "/api/v1/regimes/XH2", regime("XH", "QUARTERLY"));
        assertThat(quarterly.body().path("errors").findValuesAsString("pointer"))
                .as("quarters would be counted twice")
                .containsExactly("/frequency");
        for (String month : List.of("2021-01", "2021-02")) {
            service.post(LEAD_A, "/api/v1/regimes/XH/periods", Map.of("period", month));
        }
        var changed = service.put(LEAD_A, "/api/v1/regimes/XH", regime("XH", "QUARTERLY"));
        assertThat(changed.body().path("errors").findValuesAsString("pointer"))
                .as("months were reported already")
                .containsExactly("/frequency");
        file("VN-A.snv", "2021-01", Map.of("DIEM_TC", 6, "DIEM_CN", 9, "HANG", 8, "LUOT", 100));
        file("VN-A.snv", "2021-02", Map.of("DIEM_TC", 7, "DIEM_CN", 8.5, "HANG", 15, "LUOT", 50));
        file("VN-A.stc", "2021-02", Map.of("DIEM_TC", 8, "DIEM_CN", 7.5, "LUOT", 1));
        file("VN-A.syt", "2021-02", Map.of("DIEM_TC", 9, "DIEM_CN", 9));

        eventually(() -> assertThat(rows("indicator=LUOT&period=2021-Q1&agency=VN-A.ubnd"))
                .containsExactly("VN-A.ubnd 151 - 1/1 - 3/6"));
        eventually(() -> assertThat(rows("indicator=TONG&period=2021-02"))
                .containsExactly(
                        "VN-A.syt 18.0 - 1/3 2.0 1/1",
                        "VN-A.ubnd 16.33 1.33 1/1 3.67 3/3",
                        "VN-A.snv 15.5 0.5 2/3 4.5 1/1",
                        "VN-A.stc 15.5 - 2/3 4.5 1/1"));
        assertThat(rows("indicator=HANG&period=2021-02&agency=VN-A.snv"))
                .as("a place that somebody else gave")
                .containsExactly("VN-A.snv 15 7 15/63 - 1/1");
        assertThat(rows("partOf=TONG&period=2021-02&agency=VN-A.snv"))
                .as("where most was lost first")
                .containsExactly("VN-A.snv 7.0 1.0 3/3 3.0 1/1", "VN-A.snv 8.5 -0.5 2/3 1.5 1/1");
        JsonNode seenByAnother = service.get(OFFICER_A, "/api/v1/comparisons?indicator=TONG&period=2021-02")
                .body()
                .path("rows");
        assertThat(seenByAnother.findValuesAsString("agency"))
                .as("an officer sees the province's figure and their own report, ranked among all")
                .containsExactly("VN-A.ubnd", "VN-A.snv");
        assertThat(seenByAnother.get(1).path("among").asInt()).isEqualTo(3);
        assertThat(service.get(LEAD_A, "/api/v1/indicators/LUOT/lineage?agency=VN-A.ubnd&period=2021-Q1")
                        .body()
                        .path("adds")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void definitionsThatBelongTogetherAreLookedAtBeforeTheFirstIsChanged() {
        Map<String, Object> form = Map.of("name", "Bộ", "elements", List.of(element("P1"), element("P2")));
        Map<String, Object> share = Map.of(
                "name", "Tỷ lệ", "form", "SET", "numerator", "P1", "denominator", "P2", "unit", "%", "decimals", 0);
        Map<String, Object> regime = Map.of(
                "form",
                "SET",
                "frequency",
                "ANNUAL",
                "agencies",
                List.of("VN-A.snv"),
                "filingDays",
                20,
                "filingDaysOf",
                Map.of("DEPARTMENT", 5),
                "since",
                "2090-01-01");
        var wrong = Map.of(
                "forms",
                Map.of("SET", form),
                "indicators",
                Map.of(
                        "SET1",
                        share,
                        "SET2",
                        with(share, "numerator", "NOWHERE"),
                        "SET3",
                        with(share, "kind", "RANK"),
                        "SET4",
                        with(share, "partOf", "NOWHERE")));
        assertThat(pointers(wrong)).containsExactlyInAnyOrder("/indicators/SET3/denominator", "/indicators/SET3/among");
        var unfit = Map.of(
                "forms",
                Map.of("SET", form),
                "indicators",
                Map.of("SET2", with(share, "numerator", "NOWHERE"), "SET4", with(share, "partOf", "NOWHERE")),
                "regimes",
                Map.of("SET", with(regime, "form", "NOWHERE")));
        assertThat(pointers(unfit))
                .containsExactlyInAnyOrder(
                        "/indicators/SET2/numerator", "/indicators/SET4/partOf", "/regimes/SET/form");
        assertThat(service.get(LEAD_A, "/api/v1/forms/SET").status())
                .as("nothing is changed")
                .isEqualTo(404);

        var set = Map.of(
                "forms",
                Map.of("SET", form),
                "indicators",
                Map.of("SET1", share, "SET5", with(share, "partOf", "SET1")),
                "regimes",
                Map.of("SET", regime));
        assertThat(steps("/api/v1/definitions/plan", set))
                .containsExactlyInAnyOrder(
                        "FORM SET NEW 0", "INDICATOR SET1 NEW 0", "INDICATOR SET5 NEW 0", "REGIME SET NEW 0");
        assertThat(service.get(LEAD_A, "/api/v1/forms/SET").status())
                .as("a plan changes nothing")
                .isEqualTo(404);
        assertThat(steps("/api/v1/definitions", set)).hasSize(4).allMatch(it -> it.contains("NEW"));
        assertThat(steps("/api/v1/definitions", set)).hasSize(4).allMatch(it -> it.contains("SAME"));

        var opened = service.post(LEAD_A, "/api/v1/regimes/SET/periods", Map.of("period", "2020"));
        assertThat(opened.body().path("reports").asInt())
                .as("who is named owes it")
                .isEqualTo(1);
        assertThat(service.get(LEAD_A, "/api/v1/obligations?form=SET")
                        .body()
                        .path("items")
                        .path(0)
                        .path("report")
                        .path("dueOn")
                        .asString())
                .as("its level has a day of its own")
                .isEqualTo(VietnamTime.today(service.clock()).plusDays(5).toString());
        var filing = Map.of("form", "SET", "period", "2020", "submit", true, "values", Map.of("P1", 1, "P2", 4));
        assertThat(service.post(OFFICER_A, "/api/v1/reports", filing).status()).isEqualTo(200);
        String figure = "/api/v1/indicators/SET1/values?agency=VN-A.ubnd&period=2020&basis=FILED";
        eventually(() -> assertThat(service.get(LEAD_A, figure)
                        .body()
                        .path("items")
                        .path(0)
                        .path("definitionVersion")
                        .asInt())
                .isEqualTo(1));
        var changed = Map.of("indicators", Map.of("SET1", with(share, "factor", 100), "SET5", share));
        assertThat(steps("/api/v1/definitions/plan", changed))
                .contains("INDICATOR SET1 CHANGED 1", "INDICATOR SET5 CHANGED 1");
        assertThat(pointers(Map.of("forms", Map.of("SET", Map.of("name", "x", "elements", List.of(element("P1")))))))
                .as("what is still used cannot be taken away")
                .containsOnly("/forms/SET/elements");
        steps("/api/v1/definitions", changed);
        eventually(() -> {
            JsonNode restated = service.get(LEAD_A, figure).body().path("items").path(0);
            assertThat(restated.path("value").asInt()).isEqualTo(25);
            assertThat(restated.path("definitionVersion").asInt()).isEqualTo(2);
        });
    }

    @Test
    void aTableOfReportsIsTakenInRowByRowAndWhatIsWrongIsNamedByLineAndColumn() {
        Map<String, Object> form = Map.of(
                "name",
                "Bảng",
                "elements",
                List.of(element("T1"), element("T2")),
                "checks",
                List.of(
                        Map.of("code", "A", "condition", "T2 <= T1", "severity", "BLOCK", "message", "quá"),
                        Map.of("code", "B", "condition", "T1 <= 10", "severity", "EXPLAIN", "message", "nhiều")));
        Map<String, Object> regime = regime("TAB", "ANNUAL");
        steps("/api/v1/definitions", Map.of("forms", Map.of("TAB", form), "regimes", Map.of("TAB", regime)));
        service.post(LEAD_A, "/api/v1/regimes/TAB/periods", Map.of("period", "2020"));
        String table = """
                \uFEFFagency;T1;T2;explain:B;nil;reason
                VN-A.snv;11;2;"nhiều; vì dồn kỳ";;
                VN-A.stc;33.3333333333;2;;;
                VN-A.syt;5;6;;;
                VN-A.nowhere;1;1;;;
                VN-B.snv;1;1;;;
                VN-A.syt;1
                VN-A.snv;9;2;;;
                ;9;2;;;
                """;
        JsonNode first = imported(LEAD_A, table);
        assertThat(first.path("rows").asInt()).isEqualTo(8);
        assertThat(first.path("taken").asInt()).isEqualTo(1);
        assertThat(first.path("problems").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/3/T1", "/4/T2", "/5/agency", "/6/agency", "/7", "/8/agency", "/9/agency");
        JsonNode again =
                imported(LEAD_A, table.replace(";33.3333333333;2;", ";3;2;").replace(";5;6;", ";6;5;"));
        assertThat(again.path("taken").asInt())
                .as("the same row again is no error")
                .isEqualTo(3);

        Map<String, String> key = Map.of("Content-Type", "text/csv", "Idempotency-Key", "table-1");
        service.request(LEAD_A, "POST", IMPORT, table, key);
        JsonNode far = service.get(LEAD_A, "/api/v1/reports/imports/table-1").body();
        assertThat(far.path("rows").asInt()).isEqualTo(8);
        assertThat(far.path("done").asInt()).isEqualTo(8);
        assertThat(far.path("finished").asBoolean()).isTrue();
        assertThat(service.get(OFFICER_A, "/api/v1/reports/imports/table-1").status())
                .as("another's")
                .isEqualTo(404);
        assertThat(service.get(LEAD_A, "/api/v1/reports/imports/table-0").status())
                .isEqualTo(404);

        String snv = report("TAB", "VN-A.snv");
        assertThat(service.post(LEAD_A, "/api/v1/reports/" + snv + "/approval", Map.of())
                        .status())
                .as("nobody approves what they put in")
                .isEqualTo(403);
        assertThat(service.post(
                                TestTokens.of(SUPERVISOR, "VN-A", "VN-A.ubnd"),
                                "/api/v1/reports/" + snv + "/approval",
                                Map.of())
                        .status())
                .isEqualTo(200);
        JsonNode officer = imported(OFFICER_A, "agency;T1\nVN-A.stc;1\nVN-A.snv;1");
        assertThat(officer.path("taken").asInt()).isZero();
        assertThat(officer.path("problems").findValuesAsString("pointer"))
                .as("another's is not in sight, one's own is approved")
                .containsExactly("/2/agency", "/3/agency");
        assertThat(service.request(LEAD_A, "POST", IMPORT, "agency;T9\nVN-A.stc;1", Map.of("Content-Type", "text/csv"))
                        .status())
                .as("a column that is none")
                .isEqualTo(400);
    }

    @Test
    void aReportTellsInPartsWordsAndFilesAndTwoApproveItOneAfterTheOther() {
        Map<String, Object> students = new HashMap<>(element("HV"));
        students.put(
                "by",
                List.of(Map.of(
                        "code",
                        "GIOI",
                        "name",
                        "Giới",
                        "options",
                        List.of(Map.of("code", "NAM", "name", "nam"), Map.of("code", "NU", "name", "nữ")))));
        Map<String, Object> outlier = Map.of(
                "code",
                "LA",
                "outlier",
                Map.of("of", "HV", "method", "QUARTILE_FENCES"),
                "severity",
                "EXPLAIN",
                "message",
                "khác hẳn các năm trước");
        Map<String, Object> form = Map.of(
                "name",
                "Tập huấn",
                "elements",
                List.of(students),
                "texts",
                List.of(Map.of("code", "KK", "name", "Khó khăn")),
                "attachments",
                List.of(Map.of("code", "DS", "name", "Danh sách", "required", true)),
                "checks",
                List.of(outlier),
                "approvers",
                List.of("VN-A.vp", "VN-A.ubnd"));
        Map<String, Object> women = Map.of(
                "name", "Nữ", "form", "TAP", "numerator", "HV__NU", "denominator", "HV", "factor", 100, "unit", "%");
        steps(
                "/api/v1/definitions",
                Map.of(
                        "forms",
                        Map.of("TAP", form),
                        "indicators",
                        Map.of("TL_NU", with(women, "decimals", 1)),
                        "regimes",
                        Map.of("TAP", regime("TAP", "ANNUAL"))));
        for (String year : List.of("2015", "2016", "2017", "2018", "2019")) {
            service.post(LEAD_A, "/api/v1/regimes/TAP/periods", Map.of("period", year));
            String id = filled("TAP", year, Map.of("HV__NAM", 10, "HV__NU", Integer.parseInt(year) - 2010));
            attach(id, "ds.txt");
            assertThat(submitted(id)).as(year).isEqualTo(200);
        }
        service.post(LEAD_A, "/api/v1/regimes/TAP/periods", Map.of("period", "2020"));
        String id = filled("TAP", "2020", Map.of("HV__NAM", 10, "HV__NU", 90));
        JsonNode refused = service.post(OFFICER_A, "/api/v1/reports/" + id + "/submission", Map.of())
                .body();
        assertThat(refused.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/files/DS", "/explanations/LA");
        assertThat(refused.toString()).as("what is usual is said").contains("HV <= ");
        service.put(LEAD_A, "/api/v1/forms/TAP", with(form, "checks", List.of()));
        String file = attach(id, "danh-sach.txt");
        assertThat(submitted(id)).isEqualTo(200);
        eventually(() -> assertThat(
                        service.get(LEAD_A, "/api/v1/indicators/TL_NU/values?agency=VN-A.ubnd&period=2020&basis=FILED")
                                .body()
                                .at("/items/0/value")
                                .decimalValue(BigDecimal.ZERO))
                .isEqualByComparingTo("90"));

        String report = "/api/v1/reports/" + id;
        String second = TestTokens.of(SUPERVISOR, "VN-A", "VN-A.ubnd");
        assertThat(service.post(second, report + "/approval", Map.of()).status())
                .as("it is not their turn")
                .isEqualTo(403);
        assertThat(service.post(LEAD_A, report + "/approval", Map.of()).status())
                .isEqualTo(200);
        JsonNode passed = service.get(LEAD_A, report).body();
        assertThat(passed.at("/report/status").asString()).isEqualTo("FILED");
        assertThat(passed.at("/approval/next").asString()).isEqualTo("VN-A.ubnd");
        assertThat(service.post(second, report + "/return", Map.of("reason", "thiếu tên"))
                        .status())
                .isEqualTo(200);
        service.request(OFFICER_A, "DELETE", report + "/files/" + file, null, Map.of());
        attach(id, "danh-sach-du.txt");
        assertThat(submitted(id)).isEqualTo(200);
        JsonNode since = service.get(LEAD_A, report + "/revisions").body().path("sinceApproval");
        assertThat(since.path("approved").asInt()).isEqualTo(1);
        assertThat(since.path("changes").findValuesAsString("after")).containsExactly("danh-sach-du.txt");
        service.post(LEAD_A, report + "/approval", Map.of());
        service.post(second, report + "/approval", Map.of());
        assertThat(service.get(LEAD_A, report).body().at("/report/status").asString())
                .isEqualTo("APPROVED");

        String read = report + "/files/" + file;
        assertThat(service.get(LEAD_A, read).body().asString())
                .as("what was filed keeps its file")
                .isEqualTo("nội dung");
        assertThat(service.get(TestTokens.of(OFFICER, "VN-A", "VN-A.stc"), read).status())
                .isEqualTo(404);
        assertThat(service.get(TestTokens.of(LEAD, "VN-B", "VN-B.vp"), read).status())
                .isEqualTo(404);
    }

    private static String filled(String form, String period, Map<String, Object> values) {
        var filled = service.post(
                OFFICER_A,
                "/api/v1/reports",
                Map.of("form", form, "period", period, "values", values, "texts", Map.of("KK", "không")));
        assertThat(filled.status()).as(filled.body().toString()).isEqualTo(200);
        return filled.body().path("id").asString();
    }

    private static int submitted(String report) {
        return service.post(OFFICER_A, "/api/v1/reports/" + report + "/submission", Map.of())
                .status();
    }

    /** @return id of the file */
    private static String attach(String report, String name) {
        Map<String, String> binary = Map.of("Content-Type", "application/octet-stream");
        var answer = service.request(
                OFFICER_A, "POST", "/api/v1/reports/" + report + "/files?element=DS&name=" + name, "nội dung", binary);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return service.get(OFFICER_A, "/api/v1/reports/" + report)
                .body()
                .at("/report/files/0/id")
                .asString();
    }

    /** Against what the other tests filed, in whatever order they ran. */
    @Test
    void aRecountFromTheFirstRecordFindsWhatIsServedAndNamesWhatDiffers() {
        Map<String, Object> form = Map.of("name", "Đếm lại", "elements", List.of(element("R1")));
        Map<String, Object> total =
                Map.of("name", "Tổng", "form", "RC", "numerator", "R1", "unit", "hồ sơ", "decimals", 0);
        Map<String, Object> regime = regime("RC", "ANNUAL");
        steps(
                "/api/v1/definitions",
                Map.of(
                        "forms",
                        Map.of("RC", form),
                        "indicators",
                        Map.of("RC", total),
                        "regimes",
                        Map.of("RC", regime)));
        service.post(LEAD_A, "/api/v1/regimes/RC/periods", Map.of("period", "2020"));
        service.post(
                OFFICER_A,
                "/api/v1/reports",
                Map.of("form", "RC", "period", "2020", "submit", true, "values", Map.of("R1", 7)));
        Recount same = recounted(false);
        assertThat(same.first()).isEmpty();
        assertThat(same.differences()).isZero();
        var figures = service.bean(Figures.class);
        var self = AccessScope.ofService("test");
        Figure invented = new Figure(
                "INVENTED",
                "x",
                "VN-Z",
                "VN-Z.ubnd",
                "2021-Q3",
                "FILED",
                "OF_PERIOD",
                BigDecimal.ONE,
                BigDecimal.ONE,
                null,
                "%",
                1,
                1,
                List.of(),
                null,
                1,
                1L);
        figures.learn(self, Map.of("INVENTED|VN-Z", invented));
        Recount recount = recounted(false);
        assertThat(recount.figures()).isPositive();
        assertThat(recount.first()).extracting(Recount.Difference::key).containsExactly("INVENTED|VN-Z");

        String sum = "/api/v1/indicators/RC/values?agency=VN-A.ubnd&period=2020&basis=FILED";
        Figure right = figures.find(self, "VN-A", Figures.Filter.of("RC", "VN-A.ubnd", "2020", "FILED"))
                .orElseThrow();
        figures.learn(self, Map.of("RC|VN-A.ubnd|2020|FILED|OF_PERIOD", wrong(right)));
        assertThat(value(sum)).isEqualByComparingTo("9999");
        Recount rebuilt = recounted(true);
        assertThat(rebuilt.tookOver()).isTrue();
        assertThat(rebuilt.first())
                .extracting(Recount.Difference::key)
                .containsExactlyInAnyOrder("INVENTED|VN-Z", "RC|VN-A.ubnd|2020|FILED|OF_PERIOD");
        eventually(() -> assertThat(value(sum)).isEqualByComparingTo("7"));
        String history = "/api/v1/indicators/RC/revisions?agency=VN-A.ubnd&period=2020&basis=FILED";
        JsonNode restated = service.get(LEAD_A, history).body().at("/items/0");
        assertThat(restated.at("/cause/kind").asString()).isEqualTo("RECOUNT");
        assertThat(restated.path("before").decimalValue(BigDecimal.ZERO))
                .as("what was served")
                .isEqualByComparingTo("9999");
        service.post(
                OFFICER_A,
                "/api/v1/reports",
                Map.of("form", "RC", "period", "2020", "submit", true, "reason", "sót", "values", Map.of("R1", 12)));
        eventually(() -> assertThat(value(sum))
                .as("the new state goes on where the old one was")
                .isEqualByComparingTo("12"));
        assertThat(recounted(false).first()).as("nothing differs any more").isEmpty();
        assertThat(recounted(true).tookOver()).as("and again").isTrue();
    }

    private static BigDecimal value(String path) {
        return service.get(LEAD_A, path).body().at("/items/0/value").decimalValue(BigDecimal.ZERO);
    }

    private static Figure wrong(Figure it) {
        return new Figure(
                it.indicator(),
                it.name(),
                it.province(),
                it.agency(),
                it.period(),
                it.basis(),
                it.boundaries(),
                new BigDecimal(9999),
                it.numerator(),
                it.denominator(),
                it.unit(),
                it.reported(),
                it.expected(),
                it.attainments(),
                it.previous(),
                it.revision() + 1,
                it.definitionVersion());
    }

    private static Recount recounted(boolean takeOver) {
        RecountFigures recount = service.bean(RecountFigures.class);
        recount.start(takeOver);
        assertThatThrownBy(() -> recount.start(false)).as("one at a time").isInstanceOf(Failure.Conflict.class);
        eventually(() -> assertThat(recount.progress().state()).isEqualTo(Recount.State.DONE));
        return recount.progress();
    }

    private static final String IMPORT = "/api/v1/reports/import?form=TAB&period=2020&submit=true";

    private static JsonNode imported(String token, String csv) {
        return service.request(token, "POST", IMPORT, csv, Map.of("Content-Type", "text/csv"))
                .body();
    }

    private static String report(String form, String agency) {
        return service.get(LEAD_A, "/api/v1/obligations?form=" + form + "&agency=" + agency)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    /** That opens nothing by itself. */
    private static Map<String, Object> regime(String form, String frequency) {
        return Map.of(
                "form",
                form,
                "frequency",
                frequency,
                "kinds",
                List.of("DEPARTMENT"),
                "filingDays",
                5,
                "since",
                "2090-01-01");
    }

    private static Map<String, Object> with(Map<String, Object> definition, String member, Object value) {
        var changed = new HashMap<>(definition);
        changed.put(member, value);
        return changed;
    }

    private static List<String> pointers(Map<String, ?> definitions) {
        return service.post(LEAD_A, "/api/v1/definitions", definitions)
                .body()
                .path("errors")
                .findValuesAsString("pointer");
    }

    private static List<String> steps(String path, Map<String, ?> definitions) {
        return service.post(LEAD_A, path, definitions)
                .body()
                .path("steps")
                .valueStream()
                .map(it -> it.path("kind").asString() + " " + it.path("code").asString() + " "
                        + it.path("change").asString() + " "
                        + it.path("restates").asInt())
                .toList();
    }

    private static Map<String, Object> element(String code) {
        return Map.of("code", code, "name", code, "unit", "điểm");
    }

    private static Map<String, Object> score(String formula, int maximum) {
        return Map.of("numerator", formula, "kind", "SCORE", "maximum", maximum, "decimals", 2);
    }

    private static Map<String, Object> part(String element, String owner) {
        var part = new HashMap<>(score(element, 10));
        part.put("partOf", "TONG");
        part.put("owner", owner);
        return part;
    }

    /** Defines an indicator, and gives where the request is wrong. */
    private static List<String> wrong(String code, Map<String, Object> measure) {
        var indicator = new HashMap<String, Object>(Map.of("name", code, "form", "XH", "unit", "điểm", "decimals", 0));
        indicator.putAll(measure);
        return service.put(LEAD_A, "/api/v1/indicators/" + code, indicator)
                .body()
                .path("errors")
                .findValuesAsString("pointer");
    }

    private static void file(String agency, String period, Map<String, Object> values) {
        String officer = TestTokens.of(OFFICER, "VN-A", agency);
        var filing = Map.of("form", "XH", "period", period, "submit", true, "values", values);
        assertThat(service.post(officer, "/api/v1/reports", filing).status()).isEqualTo(200);
    }

    /** Agency, value, change, rank, points lost, who reported. */
    private static List<String> rows(String query) {
        return service.get(LEAD_A, "/api/v1/comparisons?" + query)
                .body()
                .path("rows")
                .valueStream()
                .map(it -> "%s %s %s %s/%d %s %d/%d"
                        .formatted(
                                it.path("agency").asString(),
                                said(it.path("value")),
                                said(it.path("change")),
                                said(it.path("rank")),
                                it.path("among").asInt(),
                                said(it.path("lost")),
                                it.path("reported").asInt(),
                                it.path("expected").asInt()))
                .toList();
    }

    private static String said(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : "-";
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var wrong = service.post(
                OFFICER_A, "/api/v1/reports", Map.of("form", "F", "period", "2021-Q3", "values", Map.of("ZZ", 1)));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/values/ZZ");
        var formula = service.put(
                LEAD_A,
                "/api/v1/indicators/BAD",
                Map.of("name", "x", "form", "F", "numerator", "N ^ 2", "unit", "%", "decimals", 0));
        assertThat(formula.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/numerator");
        var notOwed = service.post(
                OFFICER_A, "/api/v1/reports", Map.of("form", "F", "period", "2031-Q3", "values", Map.of()));
        assertThat(notOwed.status()).isEqualTo(404);
    }

    @Test
    void letsNobodyThroughWhoMayNotCome() throws Exception {
        String id = obligations(LEAD_A).stream()
                .filter(it -> it.path("report").path("agency").asString().equals("VN-A.syt"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        String report = "/api/v1/reports/" + id;
        eventually(() -> assertThat(service.get(LEAD_A, "/api/v1/indicators/COMPLETENESS.F/values?agency=VN-A.ubnd")
                        .body()
                        .path("items"))
                .isNotEmpty());
        String filed = file("VN-A.stc", "40", "50");
        service.post(LEAD_A, "/api/v1/reports/" + filed + "/approval", Map.of());
        eventually(() -> assertThat(service.get(LEAD_A, "/api/v1/indicators/SHARE/values?basis=APPROVED")
                        .body()
                        .path("items"))
                .isNotEmpty());
        eventually(() -> assertThat(figure().path("reported").asInt()).isPositive());
        for (int i = 2; i < 4; i++) {
            service.put(LEAD_A, "/api/v1/forms/F" + i, FORM);
            service.put(
                    LEAD_A,
                    "/api/v1/indicators/I" + i,
                    Map.of("name", "Số hồ sơ " + i, "form", "F", "numerator", "N", "unit", "hồ sơ", "decimals", 0));
            service.put(
                    LEAD_A,
                    "/api/v1/regimes/R" + i,
                    Map.of(
                            "form",
                            "F" + i,
                            "frequency",
                            i == 2 ? "ANNUAL" : "MONTHLY",
                            "kinds",
                            List.of("X"),
                            "filingDays",
                            5,
                            "since",
                            "2031-01-01"));
        }
        for (int i = 1; i <= 3; i++) {
            Map<String, Object> consolidated = with(with(sending("VN-A.syt"), "form", "F"), "period", "2021-Q3");
            assertThat(service.post(LEAD_A, "/api/v1/consolidations", consolidated)
                            .status())
                    .isEqualTo(200);
        }
        String history = "/api/v1/indicators/SHARE/revisions?agency=VN-A.ubnd&period=2021-Q3";
        for (int decimals : List.of(3, 2)) {
            int told = service.get(LEAD_A, history).body().path("items").size();
            service.put(LEAD_A, "/api/v1/indicators/SHARE", with(INDICATOR, "decimals", decimals));
            eventually(() -> assertThat(
                            service.get(LEAD_A, history).body().path("items").size())
                    .isGreaterThan(told));
        }
        send("d-2", 1, directive("d-2", "I.1", "I.2"));
        eventually(() -> assertThat(service.get(LEAD_A, "/api/v1/targets?directive=d-2")
                        .body()
                        .path("items"))
                .hasSize(2));
        assertThat(ListRules.violations(
                        service,
                        LEAD_A,
                        Map.of(
                                "/api/v1/indicators/values",
                                "/api/v1/indicators/values?indicator=SHARE&indicator=COMPLETENESS.F&period=2021-Q3",
                                "/api/v1/indicators/{code}/values",
                                "/api/v1/indicators/SHARE/values",
                                "/api/v1/indicators/{code}/revisions",
                                history)))
                .isEmpty();
        assertThat(service.get(LEAD_A, "/api/v1/targets?q=ho%20so&directive=d-2")
                        .body()
                        .path("items"))
                .hasSize(2);
        assertThat(service.get(LEAD_A, "/api/v1/indicators?q=SO%20ho%20so%202")
                        .body()
                        .path("items")
                        .findValuesAsString("code"))
                .containsExactly("I2");
        service.post(LEAD_A, "/api/v1/reports/" + filed + "/return", Map.of("reason", "xem lại"));
        List<String> violations = new AccessMatrix(service, "VN-A", "VN-A.syt", "VN-B", "VN-B.syt")
                .row("GET", "/api/v1/forms", "/api/v1/forms", EVERYBODY, null, Foreign.EMPTY)
                .row("GET", "/api/v1/regimes", "/api/v1/regimes", EVERYBODY, null, Foreign.EMPTY)
                .row("GET", "/api/v1/indicators", "/api/v1/indicators", EVERYBODY, null, Foreign.EMPTY)
                .row("GET", "/api/v1/forms/{code}", "/api/v1/forms/F", EVERYBODY, null, Foreign.NOT_FOUND)
                .row("PUT", "/api/v1/forms/{code}", "/api/v1/forms/G", EnumSet.of(LEAD, ADMIN), FORM, Foreign.OWN_ONLY)
                .row("GET", "/api/v1/regimes/{code}", "/api/v1/regimes/R", EVERYBODY, null, Foreign.NOT_FOUND)
                .row(
                        "PUT",
                        "/api/v1/regimes/{code}",
                        "/api/v1/regimes/S",
                        EnumSet.of(LEAD, ADMIN),
                        Map.of(
                                "form",
                                "F",
                                "frequency",
                                "ANNUAL",
                                "kinds",
                                List.of("X"),
                                "filingDays",
                                1,
                                "since",
                                "2090-01-01"),
                        Foreign.OWN_ONLY)
                .row("GET", "/api/v1/obligations", "/api/v1/obligations", EVERYBODY, null, Foreign.EMPTY)
                .row(
                        "POST",
                        "/api/v1/reports",
                        "/api/v1/reports",
                        AGENCY,
                        Map.of("form", "F", "period", "2021-Q3", "values", Map.of("N", 1)),
                        Foreign.OWN_ONLY)
                .row("GET", "/api/v1/reports/{id}", report, EVERYBODY, null, Foreign.NOT_FOUND)
                .row(
                        "PUT",
                        "/api/v1/reports/{id}",
                        report,
                        AGENCY,
                        Map.of("values", Map.of("N", 1)),
                        Map.of("If-Match", "\"1\""),
                        Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/reports/{id}/submission",
                        report + "/submission",
                        AGENCY,
                        Map.of(),
                        Foreign.NOT_FOUND)
                .row("GET", "/api/v1/reports/{id}/revisions", report + "/revisions", EVERYBODY, null, Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/reports/{id}/files",
                        report + "/files?element=E&name=a.txt",
                        AGENCY,
                        "x",
                        Map.of("Content-Type", "application/octet-stream"),
                        Foreign.NOT_FOUND)
                .rowDecidedInside("GET", "/api/v1/reports/{id}/files/{file}", report + "/files/x", EVERYBODY, null)
                .row(
                        "DELETE",
                        "/api/v1/reports/{id}/files/{file}",
                        report + "/files/x",
                        AGENCY,
                        null,
                        Foreign.NOT_FOUND)
                .rowDecidedInside(
                        "GET",
                        "/api/v1/reports/imports/{key}",
                        "/api/v1/reports/imports/x",
                        EnumSet.of(OFFICER, LEAD, SYSTEM),
                        null)
                .row("GET", "/api/v1/reports/{id}/workbook", report + "/workbook", EVERYBODY, null, Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/reports/workbook",
                        "/api/v1/reports/workbook",
                        AGENCY,
                        "x",
                        Map.of("Content-Type", "application/octet-stream"),
                        Foreign.OWN_ONLY)
                .row(
                        "POST",
                        "/api/v1/reports/checks",
                        "/api/v1/reports/checks",
                        AGENCY,
                        Map.of("form", "F", "period", "2021-Q3", "values", Map.of("N", 1)),
                        Foreign.OWN_ONLY)
                .row(
                        "POST",
                        "/api/v1/reports/{id}/withdrawal",
                        report + "/withdrawal",
                        AGENCY,
                        Map.of("reason", "x"),
                        Foreign.NOT_FOUND)
                .rowDecidedInside(
                        "POST",
                        "/api/v1/reports/{id}/excuse",
                        report + "/excuse",
                        EnumSet.of(LEAD, SUPERVISOR),
                        Map.of("reason", "x"))
                .row(
                        "POST",
                        "/api/v1/regimes/{code}/periods",
                        "/api/v1/regimes/R/periods",
                        EnumSet.of(LEAD, ADMIN),
                        Map.of("period", "2020-Q1"),
                        Foreign.NOT_FOUND)
                .rowDecidedInside(
                        "POST",
                        "/api/v1/reports/{id}/return",
                        report + "/return",
                        EnumSet.of(LEAD, SUPERVISOR),
                        Map.of("reason", "x"))
                .rowDecidedInside(
                        "POST",
                        "/api/v1/reports/{id}/approval",
                        report + "/approval",
                        EnumSet.of(LEAD, SUPERVISOR),
                        Map.of())
                .row("GET", "/api/v1/indicators/{code}", "/api/v1/indicators/SHARE", EVERYBODY, null, Foreign.NOT_FOUND)
                .row(
                        "PUT",
                        "/api/v1/indicators/{code}",
                        "/api/v1/indicators/OTHER",
                        EnumSet.of(LEAD, ADMIN),
                        INDICATOR,
                        Foreign.OWN_ONLY)
                .row(
                        "GET",
                        "/api/v1/indicators/values",
                        "/api/v1/indicators/values?indicator=SHARE&period=2021-Q3",
                        EVERYBODY,
                        null,
                        Foreign.EMPTY)
                .row(
                        "GET",
                        "/api/v1/indicators/values/stream",
                        "/api/v1/indicators/values/stream?seconds=1",
                        EVERYBODY,
                        null,
                        Foreign.EMPTY)
                .row("GET", "/api/v1/indicators/{code}/values", FIGURE, EVERYBODY, null, Foreign.EMPTY)
                .row(
                        "GET",
                        "/api/v1/indicators/{code}/lineage",
                        "/api/v1/indicators/SHARE/lineage?agency=VN-A.ubnd&period=2021-Q3",
                        EnumSet.of(CLERK, LEAD, SUPERVISOR, AUDITOR, ADMIN),
                        null,
                        Foreign.NOT_FOUND)
                .row(
                        "GET",
                        "/api/v1/exports/figures",
                        "/api/v1/exports/figures?indicator=NONE&period=2021-Q3",
                        EVERYBODY,
                        null,
                        Foreign.OWN_ONLY)
                .row(
                        "GET",
                        "/api/v1/comparisons",
                        "/api/v1/comparisons?partOf=SHARE&period=2021-Q3",
                        EVERYBODY,
                        null,
                        Foreign.OWN_ONLY)
                .row(
                        "POST",
                        "/api/v1/reports/import",
                        "/api/v1/reports/import?form=F&period=2021-Q3",
                        EnumSet.of(OFFICER, LEAD, SYSTEM),
                        "agency;N\nVN-A.snv;1",
                        Map.of("Content-Type", "text/csv"),
                        Foreign.OWN_ONLY)
                .row(
                        "POST",
                        "/api/v1/exports/consolidated",
                        "/api/v1/exports/consolidated",
                        EnumSet.of(CLERK, LEAD, SUPERVISOR, ADMIN),
                        Map.of(
                                "form",
                                "F",
                                "period",
                                "2021-Q3",
                                "agency",
                                "VN-A.ubnd",
                                "frame",
                                Map.of(
                                        "issuer",
                                        "Sở",
                                        "place",
                                        "A",
                                        "date",
                                        "2021-10-01",
                                        "signerTitle",
                                        "Giám đốc",
                                        "signer",
                                        "B")),
                        Foreign.OWN_ONLY)
                .row(
                        "POST",
                        "/api/v1/definitions/plan",
                        "/api/v1/definitions/plan",
                        EnumSet.of(LEAD, ADMIN),
                        Map.of("forms", Map.of("XP", FORM)),
                        Foreign.OWN_ONLY)
                .row(
                        "POST",
                        "/api/v1/definitions",
                        "/api/v1/definitions",
                        EnumSet.of(LEAD, ADMIN),
                        Map.of("forms", Map.of("XA", FORM)),
                        Foreign.OWN_ONLY)
                .row("GET", "/api/v1/consolidations", "/api/v1/consolidations", EVERYBODY, null, Foreign.EMPTY)
                .row(
                        "POST",
                        "/api/v1/consolidations",
                        "/api/v1/consolidations",
                        EnumSet.of(LEAD),
                        with(sending("VN-A.snv"), "form", "F"),
                        Foreign.OWN_ONLY)
                .rowDecidedInside("GET", "/api/v1/consolidations/{id}", "/api/v1/consolidations/x", EVERYBODY, null)
                .rowDecidedInside(
                        "GET",
                        "/api/v1/consolidations/{id}/document",
                        "/api/v1/consolidations/x/document",
                        EVERYBODY,
                        null)
                .rowDecidedInside(
                        "POST",
                        "/api/v1/consolidations/{id}/receipt",
                        "/api/v1/consolidations/x/receipt",
                        EnumSet.of(CLERK, OFFICER, LEAD, SUPERVISOR, SYSTEM),
                        "")
                .row("GET", "/api/v1/targets", "/api/v1/targets", EVERYBODY, null, Foreign.EMPTY)
                .row(
                        "PUT",
                        "/api/v1/targets/{code}",
                        "/api/v1/targets/MT_X",
                        EnumSet.of(LEAD, ADMIN),
                        Map.of(
                                "indicator",
                                "SHARE",
                                "comparator",
                                ">=",
                                "value",
                                50,
                                "year",
                                "2021",
                                "document",
                                "12/KH-UBND"),
                        Foreign.OWN_ONLY)
                .row(
                        "POST",
                        "/api/v1/targets/{code}/end",
                        "/api/v1/targets/MT_X/end",
                        EnumSet.of(LEAD, ADMIN),
                        Map.of("reason", "x"),
                        Foreign.NOT_FOUND)
                .row(
                        "GET",
                        "/api/v1/indicators/values/today",
                        "/api/v1/indicators/values/today?indicator=SHARE&period=2021-Q3&agency=VN-A.snv",
                        EVERYBODY,
                        null,
                        Foreign.NOT_FOUND)
                .row(
                        "GET",
                        "/api/v1/indicators/{code}/revisions",
                        "/api/v1/indicators/SHARE/revisions?agency=VN-A.ubnd&period=2021-Q3",
                        EnumSet.of(CLERK, LEAD, SUPERVISOR, AUDITOR, ADMIN),
                        null,
                        Foreign.NOT_FOUND)
                .row(
                        "POST",
                        "/api/v1/targets/ties",
                        "/api/v1/targets/ties",
                        EnumSet.of(LEAD),
                        Map.of("target", "none", "indicator", "none"),
                        Foreign.OWN_ONLY)
                .violations();
        assertThat(violations).isEmpty();
    }

    @Test
    void theOpenApiDocumentIsUpToDate() {
        CheckedInOpenApi.compare(service, "reporting-service");
    }

    private static String file(String agency, String n, String d) {
        String officer = TestTokens.of(OFFICER, "VN-A", agency);
        var filled = service.post(
                officer,
                "/api/v1/reports",
                Map.of(
                        "form",
                        "F",
                        "period",
                        "2021-Q3",
                        "values",
                        Map.of("N", new BigDecimal(n), "D", new BigDecimal(d))));
        assertThat(filled.status()).isEqualTo(200);
        String id = filled.body().path("id").asString();
        assertThat(service.post(officer, "/api/v1/reports/" + id + "/submission", Map.of())
                        .status())
                .isEqualTo(200);
        return id;
    }

    private static String manyIndicators() {
        return java.util.stream.IntStream.rangeClosed(0, 100)
                .mapToObj(it -> "&indicator=X" + it)
                .collect(java.util.stream.Collectors.joining());
    }

    /** What a stream of three seconds says, once it is open. */
    private static CompletableFuture<String> stream(String token, @Nullable String lastHeard) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.port() + "/api/v1/indicators/values/stream?seconds=3"))
                .header("Authorization", "Bearer " + token);
        if (lastHeard != null) {
            request.header("Last-Event-ID", lastHeard);
        }
        InputStream body = HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
        int first = body.read();
        return CompletableFuture.supplyAsync(() -> {
            try (body) {
                return (char) first + new String(body.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private static JsonNode figure() {
        return service.get(LEAD_A, FIGURE).body().path("items").path(0);
    }

    private static List<JsonNode> obligations(String token) {
        return service.get(token, "/api/v1/obligations?form=F&period=2021-Q3")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static DirectiveIssued directive(String id, String... clauses) {
        List<Target> targets = new ArrayList<>();
        for (String clause : clauses) {
            targets.add(new Target(
                    id + "/" + (targets.size() + 1),
                    clause,
                    "hồ sơ trực tuyến",
                    ">",
                    new BigDecimal("50"),
                    null,
                    "%",
                    "2025",
                    null,
                    "trên 50% hồ sơ trực tuyến"));
        }
        return new DirectiveIssued(
                id,
                "5-NQ/TU",
                null,
                LocalDate.of(2021, 10, 1),
                null,
                "NGHI_QUYET",
                "Tỉnh ủy",
                "VN-A",
                null,
                null,
                List.of(),
                List.of(),
                targets,
                List.of());
    }

    private static void send(String id, long sequence, Record data) {
        others.say("VN-A", id, sequence, data);
    }
}
