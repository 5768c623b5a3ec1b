package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.dondoc.client.reporting.ApiClient;
import vn.dondoc.client.reporting.api.ObligationsApi;
import vn.dondoc.client.reporting.api.ReportsApi;
import vn.dondoc.client.reporting.model.FillRequest;
import vn.dondoc.client.reporting.model.Receipt;
import vn.dondoc.client.reporting.model.ReportView;
import vn.dondoc.local.identity.DemoUser;
import vn.dondoc.local.story.Api;

/** The first hour of an agency's developer: the commands of the page, one after the other, and the typed client. */
class QuickstartIT {

    private static final Pattern BLOCK = Pattern.compile("(?s)```bash\n(.*?)```");
    private static final String OFFICER = "officer.VN-22.snv";

    @TempDir
    static Path folder;

    private static LocalSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = LocalSystem.start(FreePorts.take(), folder, new StoryClock(Instant.parse("2026-03-20T02:00:00Z")));
        prepare(new Api(system.ports(), system.secret()), system.ports());
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    /** The client that is generated from the documents, as another agency's software uses it. */
    @Test
    void theTypedClientFilesWhatIsOwed() throws Exception {
        String token = new Api(system.ports(), system.secret()).token("system.VN-22.stc");
        var client = new ApiClient();
        client.updateBaseUri("http://localhost:" + system.ports().reporting());
        client.setRequestInterceptor(it -> it.header("Authorization", "Bearer " + token));
        List<ReportView> owed = new ObligationsApi(client)
                .listObligations(null, "BM_DVC", null, "OWED", null, null, "due", null, 10, true, null)
                .getItems();
        assertThat(owed).hasSize(1);
        String period = owed.getFirst().getReport().getPeriod();
        var filing = new FillRequest()
                .form("BM_DVC")
                .period(period)
                .submit(true)
                .values(Map.of("HS", new BigDecimal("10"), "HS_TT", new BigDecimal("7.5")));
        Receipt receipt = new ReportsApi(client).fileReport("typed-1", filing, null);
        assertThat(new ReportsApi(client).fileReport("typed-1", filing, null)).isEqualTo(receipt);
        ReportView filed = new ReportsApi(client).getReport(receipt.getId());
        assertThat(filed.getReport().getStatus().getValue()).isEqualTo("FILED");
        assertThat(filed.getReport().getFiled().get("HS_TT")).isEqualByComparingTo("7.5");
    }

    @Test
    void everyCommandWorks() throws Exception {
        String page = Files.readString(Path.of("../../docs/agency-quickstart.md"));
        List<String> blocks =
                BLOCK.matcher(page).results().map(it -> it.group(1)).toList();
        assertThat(blocks).hasSizeGreaterThan(7);
        String script = blocks.stream()
                .map(it -> "echo '#' " + it.lines().findFirst().orElse("").replaceAll("[^\\w ./=-]", "") + "\n" + it)
                .collect(Collectors.joining("\n"));
        Path output = folder.resolve("quickstart.log");
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "ISSUER",
                        system.ports().issuer(),
                        "TASKS",
                        "http://localhost:" + system.ports().task(),
                        "REPORTS",
                        "http://localhost:" + system.ports().reporting(),
                        "NOTICES",
                        "http://localhost:" + system.ports().notification(),
                        "CLIENT",
                        OFFICER,
                        "SECRET",
                        DemoUser.secretOf(OFFICER, system.secret())));
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        System.out.println(said);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("\"version\"").contains("\"pointer\":\"/period\"");
    }

    @Test
    void theSetOfAdministrativeReformThatComesAlongIsTakenOverAndTakingItOverAgainChangesNothing() throws Exception {
        var api = new Api(system.ports(), system.secret());
        var command = new DefinitionsCommand(api, system.ports());
        Path set = Path.of("../definitions/administrative-reform");
        command.run(List.of("apply", set.toString(), "VN-23"));
        var again = api.post("lead.VN-23", system.ports().reporting(), "/api/v1/definitions/plan", command.read(set));
        assertThat(again.path("steps").findValuesAsString("change"))
                .hasSizeGreaterThan(30)
                .containsOnly("SAME");
        var parts = api.get("lead.VN-23", system.ports().reporting(), "/api/v1/indicators?q=PAR+INDEX&limit=50")
                .path("items");
        var most = parts.valueStream()
                .filter(it -> it.path("partOf").asString().equals("PAR_INDEX"))
                .map(it -> it.path("maximum").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(most).as("the parts of PAR INDEX make up its hundred points").isEqualByComparingTo("100");
    }

    /** What the page shows is what is taken over. */
    @Test
    void thePageOnDefinitionsDoesWhatItSays() throws Exception {
        Path set = Files.createDirectory(folder.resolve("page"));
        Matcher block = Pattern.compile("(?ms)^```yaml\\n(.*?)^```")
                .matcher(Files.readString(Path.of("../../docs/definitions.md")));
        int blocks = 0;
        while (block.find()) {
            Files.writeString(set.resolve("part" + ++blocks + ".yaml"), block.group(1));
        }
        assertThat(blocks).isEqualTo(4);
        var api = new Api(system.ports(), system.secret());
        new DefinitionsCommand(api, system.ports()).run(List.of("apply", set.toString(), "VN-22"));
        JsonNode form = api.get("lead.VN-22", system.ports().reporting(), "/api/v1/forms/TAP_HUAN");
        assertThat(form.at("/elements/0/figures").values()).hasSize(2);
        assertThat(api.get("lead.VN-22", system.ports().reporting(), "/api/v1/targets?indicator=TL_NU")
                        .at("/items/0/comparator")
                        .asString())
                .isEqualTo(">=");
    }

    /** Against whatever the other tests filed. */
    @Test
    void countingEveryFigureAgainFindsTheSame() {
        new RecountCommand(new Api(system.ports(), system.secret()), system.ports()).run(false);
        new RecountCommand(new Api(system.ports(), system.secret()), system.ports()).run(true);
        new RecountCommand(new Api(system.ports(), system.secret()), system.ports()).run(false);
    }

    @Test
    void filesOfDefinitionsThatContradictEachOtherAreRefusedByName() throws Exception {
        Path set = Files.createDirectory(folder.resolve("definitions"));
        Files.writeString(set.resolve("a.yaml"), "indicators: {X: {name: x}}");
        Files.writeString(set.resolve("b.yml"), "indicators: {X: {name: y}}");
        var command = new DefinitionsCommand(new Api(system.ports(), system.secret()), system.ports());
        assertThatThrownBy(() -> command.read(set)).hasMessageContaining("b.yml: X");
        Files.writeString(set.resolve("b.yml"), "indicator: {Y: {name: y}}");
        assertThatThrownBy(() -> command.read(set)).hasMessageContaining("b.yml: indicator");
        Files.writeString(set.resolve("b.yml"), "forms: {Y: {name: y, name: z}}");
        assertThatThrownBy(() -> command.read(set)).hasMessageContaining("name");
        assertThatThrownBy(() -> command.run(List.of("apply", set.toString()))).isInstanceOf(Commands.Usage.class);
    }

    /** What a province has set up before an agency's developer comes. */
    private static void prepare(Api api, Ports ports) throws Exception {
        var imports = new ImportCommand(api, ports);
        Path resources = Path.of("src/main/resources");
        imports.run(resources.resolve("catalogue/VN-22.csv"));
        imports.run(resources.resolve("samples/bm-dvc-form.csv"));
        eventually(() -> {
            // Who owes is known once the catalogue was heard of.
            imports.run(resources.resolve("samples/bm-dvc-regime.csv"));
            assertThat(api.all("lead.VN-22", ports.reporting(), "/api/v1/obligations?agency=VN-22.snv"))
                    .isNotEmpty();
        });
    }
}
