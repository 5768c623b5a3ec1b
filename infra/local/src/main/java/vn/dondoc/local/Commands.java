package vn.dondoc.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.intake.VietnameseDocumentReader;
import vn.dondoc.local.identity.DemoUser;
import vn.dondoc.local.story.Api;
import vn.dondoc.messaging.BrokerAccess;

/**
 * What {@code ./dondoc} does on a started system. Ends with 0 if it was done, with 1 if the system would not do it, with 2
 * if it could not be asked: wrong words, no such file, nothing running.
 */
public final class Commands {

    private static final String CHECKED = "--checked";

    private final Path data;
    private final Ports ports;
    private final LocalAccess access;
    private final Api api;

    private Commands(Path data, Ports ports) {
        this.data = data;
        this.ports = ports;
        this.access = new LocalAccess(data.resolveSibling("identity"));
        this.api = new Api(ports, access.usersSecret());
    }

    /** Said instead of doing anything. */
    static final class Usage extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Usage(String vietnamese, String english) {
            super(vietnamese + " / " + english);
        }
    }

    public static void main(String[] args) {
        int status = status(List.of(args));
        System.out.flush();
        System.exit(status);
    }

    private static int status(List<String> words) {
        Path data = Path.of(System.getProperty("dondoc.home", ".dondoc")).resolve("data");
        Ports ports = Ports.shiftedBy(Integer.getInteger("dondoc.port-offset", 0));
        try {
            if (!vn.dondoc.embedded.Ports.isTaken(ports.identity())) {
                throw new Usage("hệ thống chưa chạy; ./dondoc start trước", "not running; ./dondoc start first");
            }
            new Commands(data, ports).run(words.getFirst(), words.subList(1, words.size()));
            return 0;
        } catch (Usage wrong) {
            System.err.println("dondoc: " + wrong.getMessage());
            return 2;
        } catch (NoSuchFileException missing) {
            System.err.println("dondoc: không có tệp " + missing.getMessage() + " / no such file");
            return 2;
        } catch (IOException | RuntimeException failed) {
            System.err.println("dondoc: " + failed.getMessage());
            return 1;
        }
    }

    private void run(String command, List<String> words) throws IOException {
        switch (command) {
            case "token" -> System.out.println(api.token(known(one(words, "token <người dùng> / <user>"))));
            case "issue" -> issue(words);
            case "gold" -> gold(words);
            case "users" -> users(words.isEmpty() ? "VN-22" : words.getFirst());
            case "import" -> new ImportCommand(api, ports).run(Path.of(one(words, "import <tệp .csv> / <csv file>")));
            case "definitions" -> new DefinitionsCommand(api, ports).run(words);
            case "mail" -> new MailFolder(LocalSystem.mailFolder(data)).print(words);
            case "parked" -> parked(words);
            case "republish" -> new RepublishCommand(api, ports).run(words);
            case "audit" -> new AuditCommand(api, ports, access.brokerClient(BrokerAccess.DATA_TEAM, ports)).run(words);
            case "recount" -> new RecountCommand(api, ports).run(false);
            case "rebuild" -> {
                if (!one(words, "rebuild indicators").equals("indicators")) {
                    throw new Usage("dùng: ./dondoc rebuild indicators", "usage");
                }
                new RecountCommand(api, ports).run(true);
            }
            case "archive" ->
                ArchiveCommand.run(
                        access.brokerClient(BrokerAccess.DATA_TEAM, ports),
                        Path.of(one(words, "archive <thư mục> / <folder>")));
            case "tail" -> TailCommand.run(access.brokerClient(BrokerAccess.DATA_TEAM, ports), words);
            default -> throw new Usage("không có lệnh " + command, "no such command");
        }
    }

    private static String one(List<String> words, String usage) {
        if (words.size() != 1) {
            throw new Usage("dùng: ./dondoc " + usage, "usage");
        }
        return words.getFirst();
    }

    private static String known(String user) {
        if (DemoUser.named(user).isEmpty()) {
            throw new Usage(
                    "không có người dùng " + user
                            + "; ví dụ clerk.VN-23, officer.VN-23.snv, operator; xem ./dondoc users VN-23",
                    "no such user");
        }
        return user;
    }

    /** Who can sign in for a province, and with what. */
    private void users(String province) {
        List<String> names = new ArrayList<>(Stream.of("clerk", "lead", "supervisor", "auditor", "admin")
                .map(it -> it + "." + province)
                .toList());
        if (DemoUser.named(names.getFirst()).isEmpty()) {
            throw new Usage("mã tỉnh có dạng VN-22", "a province is written like VN-22");
        }
        for (JsonNode it : api.all("auditor." + province, ports.document(), "/api/v1/agencies?fields=code")) {
            names.add("officer." + it.path("code").asString());
            names.add("system." + it.path("code").asString());
        }
        names.add(DemoUser.OPERATOR);
        String secret = access.usersSecret();
        names.forEach(it -> System.out.printf("%-34s %s%n", it, DemoUser.secretOf(it, secret)));
    }

    /**
     * As the clerk of the province that the document names, whose catalogue is taken in first if it is empty. What the reader
     * was not sure of has to be looked at; {@code --checked} says that it was.
     */
    private void issue(List<String> words) throws IOException {
        boolean checked = words.contains(CHECKED);
        String name = one(
                words.stream().filter(it -> !it.equals(CHECKED)).toList(), "issue <tệp .txt / text file> [--checked]");
        Path file = Path.of(name);
        String text = Files.readString(file);
        Reading reading = new VietnameseDocumentReader().read(text);
        Catalogue.Province province = Catalogue.provinces().stream()
                .filter(it -> it.name().equals(reading.province()))
                .findFirst()
                .orElseThrow(() -> new Usage(
                        "văn bản không thuộc tỉnh nào trong danh mục: "
                                + Objects.requireNonNullElse(reading.province(), "?"),
                        "of no province of the catalogue"));
        String clerk = "clerk." + province.code();
        if (api.get(clerk, ports.document(), "/api/v1/agencies?limit=1")
                .path("items")
                .isEmpty()) {
            api.postCsv("admin." + province.code(), ports.document(), "/api/v1/agencies/import", province.csv());
        }
        Map<String, Object> intake = Map.of("sourceName", file.getFileName().toString(), "text", text);
        String id = api.post(clerk, ports.document(), "/api/v1/directives/intake", intake)
                .path("id")
                .asString();
        JsonNode open = api.get(clerk, ports.document(), "/api/v1/directives/" + id + "/preview")
                .path("toBeChecked");
        open.forEach(it -> System.err.println(
                "? " + it.path("vi").asString() + " / " + it.path("en").asString()));
        api.get(clerk, ports.document(), "/api/v1/directives/" + id + "/proposals")
                .forEach(Commands::printProposal);
        if (!open.isEmpty() && !checked) {
            throw new Usage(
                    "xem các điểm trên, sửa qua API nếu cần, rồi chạy lại với --checked; bản thảo: " + id,
                    "look at these, then run again with --checked");
        }
        api.post(clerk, ports.document(), "/api/v1/directives/" + id + "/check", Map.of());
        api.post(clerk, ports.document(), "/api/v1/directives/" + id + "/issue", Map.of());
        JsonNode issued = api.get(clerk, ports.document(), "/api/v1/directives/" + id);
        System.out.println(issued.toPrettyString());
    }

    /** What the paper changes in another, clause by clause, as a clerk may send it to that one's amendments. */
    private static void printProposal(JsonNode proposal) {
        String paper = proposal.path("number").asString("?");
        String id = proposal.path("directiveId").asString("–");
        proposal.path("changes")
                .forEach(it -> System.err.printf(
                        "→ %s (%s) %s: %s → %s%n",
                        paper,
                        id,
                        it.path("path").asString(),
                        it.path("dueBefore").asString("–"),
                        it.path("repealed").asBoolean()
                                ? "bãi bỏ / repealed"
                                : it.path("dueOn").asString("–")));
        proposal.path("byHand")
                .forEach(it -> System.err.printf(
                        "→ %s (%s) %s: %s%n",
                        paper, id, it.path("why").asString(), it.path("says").asString()));
    }

    /** @param record its partition and offset, such as {@code 3@1207} */
    private static Map<String, Object> discarded(String sequence, String record, String why) {
        String[] at = record.split("@");
        if (at.length != 2 || !at[0].matches("\\d{1,9}") || !at[1].matches("\\d{1,18}")) {
            throw new Usage("sự kiện ghi dạng partition@offset, ví dụ 3@1207", "an event is written partition@offset");
        }
        return Map.of("sequence", sequence, "partition", at[0], "offset", at[1], "discard", why);
    }

    /** The papers of a province that clerks put right, as pairs of text and reading, to measure the reader by. */
    private void gold(List<String> words) throws IOException {
        if (words.size() != 2) {
            throw new Usage("dùng: ./dondoc gold <thư mục / folder> <tỉnh / province>", "usage");
        }
        Path folder = Files.createDirectories(Path.of(words.getFirst()));
        String clerk = known("clerk." + words.get(1));
        int written = 0;
        for (JsonNode row : api.all(clerk, ports.document(), "/api/v1/directives")) {
            if (row.path("corrections").asInt() > 0) {
                String id = row.path("id").asString();
                String path = "/api/v1/directives/" + id;
                Api.Answer text = api.request(clerk, "GET", ports.document(), path + "/text", null, "text/plain");
                Files.writeString(folder.resolve(id + ".txt"), text.body().asString());
                JsonNode reading = api.get(clerk, ports.document(), path + "/reading");
                Files.writeString(folder.resolve(id + ".json"), reading.toPrettyString());
                written++;
            }
        }
        System.out.println(written + " cặp trong / pairs in " + folder);
    }

    /**
     * Events that wait because they could not be handled; {@code replay} tries a sequence again, {@code discard} gives up its
     * first.
     */
    private void parked(List<String> words) {
        boolean replays = words.size() == 3 && words.getFirst().equals("replay");
        boolean discards = words.size() == 5 && words.getFirst().equals("discard");
        if (replays || discards) {
            Integer port = ports.services().get(words.get(1));
            if (port == null) {
                throw new Usage("dịch vụ là một trong " + ports.services().keySet(), "no such service");
            }
            Map<String, Object> wanted =
                    discards ? discarded(words.get(2), words.get(3), words.get(4)) : Map.of("sequence", words.get(2));
            System.out.println(api.post(DemoUser.OPERATOR, port, "/actuator/parked", wanted));
        } else if (words.isEmpty()) {
            ports.services().forEach((name, port) -> {
                JsonNode waiting = api.get(DemoUser.OPERATOR, port, "/actuator/parked");
                System.out.println(name + ": " + (waiting.isEmpty() ? "–" : waiting.toPrettyString()));
            });
        } else {
            throw new Usage(
                    "dùng: ./dondoc parked [replay <dịch vụ> <chuỗi> | discard <dịch vụ> <chuỗi> <partition@offset> <lý do>]",
                    "usage: parked [replay <service> <sequence> | discard <service> <sequence> <partition@offset> <reason>]");
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
