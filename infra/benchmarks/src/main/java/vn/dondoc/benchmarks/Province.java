package vn.dondoc.benchmarks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import vn.dondoc.aggregate.VietnamTime;

/** One province that has all 3,321 communes of the country, and directives that give each of them ten duties. */
final class Province {

    static final String CODE = "VN-22";
    static final int COMMUNES = 3_321;
    static final int CLAUSES = 10;
    static final int TASKS = COMMUNES * CLAUSES;

    private final Server server;
    private final Client client;
    private final Tokens tokens;

    private Province(Server server, Client client) {
        this.server = server;
        this.client = client;
        this.tokens = new Tokens(server.home(), server.ports().issuer());
    }

    /** Takes in the catalogue and returns when whoever is told of tasks knows every agency. */
    static Province settle(Server server, Client client, Topics topics, Progress progress) {
        var province = new Province(server, client);
        client.postText(
                province.token("ADMIN"), server.ports().document(), "/api/v1/agencies/import", catalogue(), "text/csv");
        topics.awaitRead("dondoc.agencies", "notification-service", Duration.ofMinutes(2), progress);
        topics.awaitRead("dondoc.agencies", "reporting-service", Duration.ofMinutes(2), progress);
        return province;
    }

    private static String catalogue() {
        var csv = new StringBuilder("code;name;kind;parent;supervisor;mailbox;aliases;validFrom;validTo\n");
        row(csv, "ct", "Chủ tịch Ủy ban nhân dân tỉnh Nghệ An", "OFFICE", "", "");
        row(csv, "ubnd", "Ủy ban nhân dân tỉnh Nghệ An", "PROVINCE_COMMITTEE", "", CODE + ".ct");
        for (int n = 1; n <= COMMUNES; n++) {
            String number = String.format(Locale.ROOT, "%04d", n);
            row(csv, "xa-" + number, "Ủy ban nhân dân xã số " + number, "COMMUNE", CODE + ".ubnd", CODE + ".ubnd");
        }
        return csv.toString();
    }

    private static void row(
            StringBuilder csv, String part, String name, String kind, String parent, String supervisor) {
        csv.append(String.join(";", CODE + "." + part, name, kind, parent, supervisor, "", "", "2025-07-01", ""))
                .append('\n');
    }

    private String token(String role) {
        return tokens.of(role, CODE, CODE + ".ubnd");
    }

    String supervisor() {
        return token("SUPERVISOR");
    }

    String officer(int commune) {
        return tokens.of("OFFICER", CODE, String.format(Locale.ROOT, "%s.xa-%04d", CODE, commune));
    }

    /** Issues a directive whose duties all end on a day, and returns its id. */
    String issue(int number, LocalDate dueOn) {
        LocalDate today = LocalDate.now(VietnamTime.ZONE);
        var text = new StringBuilder("ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\n\nSố: " + number
                + "/CT-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nNghệ An, "
                + day(today)
                + "\n\nCHỈ THỊ\nVề việc rà soát hồ sơ lưu trữ\n\n"
                + "Ủy ban nhân dân tỉnh yêu cầu thực hiện các nhiệm vụ sau:\n\n");
        for (int i = 0; i < CLAUSES; i++) {
            text.append(i + 1)
                    .append(". Ủy ban nhân dân các xã, phường, đặc khu rà soát, chỉnh lý hồ sơ nhóm ")
                    .append((char) ('A' + i))
                    .append(", hoàn thành chậm nhất ")
                    .append(day(dueOn))
                    .append(".\n");
        }
        text.append("\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n");
        int port = server.ports().document();
        String id = client.post(
                        token("CLERK"),
                        port,
                        "/api/v1/directives/intake",
                        Map.of("sourceName", "tai.txt", "text", text.toString()))
                .path("id")
                .asString();
        client.post(token("CLERK"), port, "/api/v1/directives/" + id + "/check", Map.of());
        client.post(token("CLERK"), port, "/api/v1/directives/" + id + "/issue", Map.of());
        return id;
    }

    private static String day(LocalDate it) {
        return "ngày " + it.getDayOfMonth() + " tháng " + it.getMonthValue() + " năm " + it.getYear();
    }

    /** Every agency has every clause of a directive exactly once, or this says what is wrong. */
    void checkTasks(String directive, Progress progress) {
        Set<String> seen = new TreeSet<>();
        List<String> doubled = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.get(
                    supervisor(),
                    server.ports().task(),
                    "/api/v1/tasks?limit=200&directive=" + directive + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            for (JsonNode it : page.path("items")) {
                String key = it.findPath("clause").asString() + " "
                        + it.findPath("agency").asString();
                if (!seen.add(key)) {
                    doubled.add(key);
                }
            }
            cursor = page.path("next").asString("");
            progress.step("tasks checked", seen.size(), TASKS);
        } while (!cursor.isEmpty());
        if (seen.size() != TASKS || !doubled.isEmpty()) {
            throw new Wrong(seen.size() + " tasks instead of " + TASKS + ", twice: " + doubled.size());
        }
    }
}
