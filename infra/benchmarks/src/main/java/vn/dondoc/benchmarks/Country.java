package vn.dondoc.benchmarks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.local.NationalCatalogue;

/**
 * The country as load: 34 provinces with 3,321 communes, each of which owes one quarterly report of 20 elements, and 10
 * indicators in each province. What the figures must be is known from what was filed, by sums of its own.
 */
final class Country {

    static final int ELEMENTS = 20;
    static final int INDICATORS = 10;
    static final String FORM = "TAI";

    private static final long SEED = 1;

    private final Client client;
    private final Server server;
    private final Tokens tokens;
    private final List<Commune> communes = new ArrayList<>();
    private final Map<String, Integer> communesOf = new LinkedHashMap<>();
    private final Set<String> periods = new TreeSet<>();

    /** One that files; what it filed last is the last element of truth about it. */
    static final class Commune {
        final String province;
        final String code;
        final Map<String, int[]> filed = new ConcurrentHashMap<>();

        Commune(String province, String code) {
            this.province = province;
            this.code = code;
        }
    }

    private Country(Server server, Client client) {
        this.server = server;
        this.client = client;
        this.tokens = new Tokens(server.home(), server.ports().issuer());
    }

    /** The whole country, with a quarterly report. */
    static Country settle(Server server, Client client, Progress progress) {
        return settle(server, client, NationalCatalogue.files(SEED).keySet(), List.of("QUARTERLY"), progress);
    }

    /** Takes in the catalogue, defines form, indicators and regimes, and returns when every report is owed. */
    static Country settle(
            Server server, Client client, Collection<String> provinces, List<String> frequencies, Progress progress) {
        var country = new Country(server, client);
        Map<String, String> files = new LinkedHashMap<>(NationalCatalogue.files(SEED));
        files.keySet().retainAll(provinces);
        int done = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            country.takeIn(file.getKey(), file.getValue());
            progress.step("provinces", ++done, files.size());
        }
        try (var topics = new Topics(server)) {
            topics.awaitRead("dondoc.agencies", "reporting-service", Duration.ofMinutes(3), progress);
        }
        country.provinces().forEach(it -> country.define(it, frequencies));
        country.awaitObligations(frequencies.size(), progress);
        server.awaitRest(progress);
        return country;
    }

    /**
     * Opens the quarters before the current one, for which every commune owes a report each, and returns when all that
     * follows is done.
     *
     * @param quarters at most three, since the regime is a year old
     * @return their codes
     */
    List<String> open(int quarters, Progress progress) {
        List<String> opened = new ArrayList<>();
        LocalDate today = LocalDate.now(VietnamTime.ZONE);
        for (int back = 1; back <= quarters; back++) {
            LocalDate day = today.minusMonths(3L * back);
            String period = day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
            for (String province : provinces()) {
                client.post(
                        admin(province),
                        server.ports().reporting(),
                        "/api/v1/regimes/TAI-QUARTERLY/periods",
                        Map.of("period", period));
            }
            opened.add(period);
        }
        server.awaitRest(progress);
        return opened;
    }

    private void takeIn(String province, String csv) {
        client.postText(admin(province), server.ports().document(), "/api/v1/agencies/import", csv, "text/csv");
        csv.lines()
                .skip(1)
                .map(it -> it.split(";", -1))
                .filter(it -> it[2].equals("COMMUNE"))
                .forEach(it -> communes.add(new Commune(province, it[0])));
        communesOf.put(province, (int)
                communes.stream().filter(it -> it.province.equals(province)).count());
    }

    private void define(String province, List<String> frequencies) {
        List<Map<String, Object>> elements = new ArrayList<>();
        for (int i = 0; i < ELEMENTS; i++) {
            elements.add(Map.of("code", element(i), "name", "Số liệu " + i, "unit", "việc"));
        }
        int port = server.ports().reporting();
        client.put(admin(province), port, "/api/v1/forms/" + FORM, Map.of("name", "Báo cáo tải", "elements", elements));
        for (int i = 0; i < INDICATORS; i++) {
            client.put(
                    admin(province),
                    port,
                    "/api/v1/indicators/" + indicator(i),
                    Map.of(
                            "name",
                            "Chỉ số " + i,
                            "form",
                            FORM,
                            "numerator",
                            element(2 * i),
                            "denominator",
                            element(2 * i + 1),
                            "factor",
                            100,
                            "unit",
                            "%",
                            "decimals",
                            2));
        }
        LocalDate since = LocalDate.now(VietnamTime.ZONE).minusYears(1);
        for (String frequency : frequencies) {
            client.put(
                    admin(province),
                    port,
                    "/api/v1/regimes/TAI-" + frequency,
                    Map.of(
                            "form",
                            FORM,
                            "frequency",
                            frequency,
                            "kinds",
                            List.of("COMMUNE"),
                            "filingDays",
                            15,
                            "since",
                            since.toString()));
        }
    }

    private void awaitObligations(int each, Progress progress) {
        int all = each * communes.size();
        long begun = System.nanoTime();
        int owed;
        do {
            Pause.of(Duration.ofMillis(500));
            owed = 0;
            for (String province : communesOf.keySet()) {
                owed += owed(province);
            }
            progress.step("reports owed", owed, all);
            if (System.nanoTime() - begun > Duration.ofMinutes(3).toNanos()) {
                throw new Wrong("only " + owed + " of " + all + " reports are owed after 3 minutes");
            }
        } while (owed < all);
    }

    private int owed(String province) {
        int owed = 0;
        String cursor = "";
        do {
            JsonNode page = client.get(
                    lead(province),
                    server.ports().reporting(),
                    "/api/v1/obligations?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            owed += page.path("items").size();
            page.path("items")
                    .forEach(it -> periods.add(it.path("report").path("period").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return owed;
    }

    static String element(int i) {
        return String.format("E%02d", i);
    }

    static String indicator(int i) {
        return String.format("CS%02d", i);
    }

    List<Commune> communes() {
        return communes;
    }

    List<String> provinces() {
        return List.copyOf(communesOf.keySet());
    }

    List<String> periods() {
        return List.copyOf(periods);
    }

    private String current() {
        return periods().getLast();
    }

    String admin(String province) {
        return tokens.of("ADMIN", province, province + ".ubnd");
    }

    String lead(String province) {
        return tokens.of("LEAD", province, province + ".snv");
    }

    String officer(Commune commune) {
        return tokens.of("OFFICER", commune.province, commune.code);
    }

    /** Signs the tokens of all officers, so that doing so is not measured. */
    void signTokens(Progress progress) {
        int done = 0;
        for (Commune commune : communes) {
            officer(commune);
            progress.step("tokens", ++done, communes.size());
        }
    }

    /** Whole numbers of hundredths; a denominator is never zero. */
    static int[] anyFigures(Random random) {
        int[] figures = new int[ELEMENTS];
        for (int i = 0; i < ELEMENTS; i++) {
            figures[i] = 1 + random.nextInt(99_999);
        }
        return figures;
    }

    /** Each client files for communes of its own, so that what was filed last is known. */
    Load.Request filing(List<Commune> of, int clients, int seed) {
        List<Random> random = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            random.add(new Random(seed * 1_000L + i));
        }
        int own = of.size() / clients;
        return (client, n) -> {
            Commune commune = of.get(client * own + random.get(client).nextInt(own));
            file(commune, anyFigures(random.get(client)));
        };
    }

    /** Each client files once for each of its communes, one after the other. */
    Load.Request filingOnce(String period, int clients) {
        var random = new Random(period.hashCode());
        List<int[]> figures = communes.stream().map(it -> anyFigures(random)).toList();
        int own = communes.size() / clients;
        return (client, n) -> {
            int at = client * own + n;
            file(communes.get(at), period, figures.get(at));
        };
    }

    /** Files figures of the current period, whose reports were owed first. */
    void file(Commune commune, int[] figures) {
        file(commune, current(), figures);
    }

    /** Files figures for one commune in one request and remembers them. */
    void file(Commune commune, String period, int[] figures) {
        var body = new StringBuilder(600)
                .append("{\"form\":\"")
                .append(FORM)
                .append("\",\"period\":\"")
                .append(period)
                .append("\",\"submit\":true,\"reason\":\"đo tải\",\"values\":{");
        for (int i = 0; i < figures.length; i++) {
            body.append(i == 0 ? "\"" : ",\"")
                    .append(element(i))
                    .append("\":")
                    .append(BigDecimal.valueOf(figures[i], 2).toPlainString());
        }
        client.send(
                officer(commune),
                "POST",
                server.ports().reporting(),
                "/api/v1/reports",
                body.append("}}").toString(),
                org.apache.hc.core5.http.ContentType.APPLICATION_JSON);
        commune.filed.put(period, figures);
    }

    /** All figures of a province that are computed from reports as filed. */
    JsonNode figures(String province, Collection<String> of) {
        var query = new StringBuilder("/api/v1/indicators/values?limit=200&basis=FILED&agency=" + province + ".ubnd");
        of.forEach(it -> query.append("&period=").append(it));
        for (int i = 0; i < INDICATORS; i++) {
            query.append("&indicator=").append(indicator(i));
        }
        return client.get(lead(province), server.ports().reporting(), query.toString())
                .path("items");
    }

    /** Checks the figures of the current period. */
    void check(Progress progress) {
        check(current(), progress);
    }

    /** Waits until every figure is what was filed, to the last digit, or says which is not. */
    void check(String period, Progress progress) {
        long begun = System.nanoTime();
        String wrong;
        do {
            wrong = firstWrong(period);
            progress.say(wrong.isEmpty() ? "every figure is right" : "not yet: " + wrong);
            if (!wrong.isEmpty()) {
                Pause.of(Duration.ofMillis(500));
            }
        } while (!wrong.isEmpty()
                && System.nanoTime() - begun < Duration.ofSeconds(120).toNanos());
        if (!wrong.isEmpty()) {
            throw new Wrong(wrong);
        }
    }

    private String firstWrong(String period) {
        for (String province : communesOf.keySet()) {
            List<Commune> filed = communes.stream()
                    .filter(it -> it.province.equals(province) && it.filed.containsKey(period))
                    .toList();
            if (filed.isEmpty()) {
                continue;
            }
            Map<String, JsonNode> figures = new LinkedHashMap<>();
            figures(province, List.of(period))
                    .forEach(it -> figures.put(it.path("indicator").asString(), it));
            for (int i = 0; i < INDICATORS; i++) {
                int at = i;
                JsonNode figure = figures.get(indicator(i));
                BigDecimal numerator = sum(filed, period, 2 * at);
                BigDecimal denominator = sum(filed, period, 2 * at + 1);
                if (figure == null) {
                    return province + " has no " + indicator(i);
                }
                if (figure.path("numerator").decimalValue().compareTo(numerator) != 0
                        || figure.path("denominator").decimalValue().compareTo(denominator) != 0
                        || figure.path("reported").asInt() != filed.size()) {
                    return province + " " + indicator(i) + " is " + figure.path("numerator") + "/"
                            + figure.path("denominator") + " of " + figure.path("reported") + ", filed were "
                            + numerator + "/" + denominator + " of " + filed.size();
                }
            }
        }
        return "";
    }

    private static BigDecimal sum(List<Commune> filed, String period, int element) {
        return BigDecimal.valueOf(
                filed.stream()
                        .mapToLong(it -> Objects.requireNonNull(it.filed.get(period))[element])
                        .sum(),
                2);
    }
}
