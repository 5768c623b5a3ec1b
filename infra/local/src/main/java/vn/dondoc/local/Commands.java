package vn.dondoc.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.intake.VietnameseDocumentReader;
import vn.dondoc.local.story.Api;

/** The commands that talk to a running system: {@code token} and {@code issue}. */
public final class Commands {

    private Commands() {}

    public static void main(String[] args) {
        Path data = Path.of(System.getProperty("dondoc.home", ".dondoc")).resolve("data");
        Ports ports = Ports.shiftedBy(Integer.getInteger("dondoc.port-offset", 0));
        try {
            if (!vn.dondoc.embedded.Ports.isTaken(ports.identity())) {
                throw new IllegalStateException("hệ thống chưa chạy; ./dondoc start / not running");
            }
            var api = new Api(ports, LocalSystem.secret(data));
            switch (args[0]) {
                case "token" -> System.out.println(api.token(args[1]));
                case "issue" -> issue(api, ports, Path.of(args[1]));
                default -> throw new IllegalStateException("không có lệnh " + args[0]);
            }
        } catch (IOException | RuntimeException failed) {
            System.err.println("dondoc: " + failed.getMessage());
            System.exit(2);
        }
    }

    /** As the clerk of the province that the document names, whose catalogue is taken in first if it is empty. */
    private static void issue(Api api, Ports ports, Path file) throws IOException {
        String text = Files.readString(file);
        Reading reading = new VietnameseDocumentReader().read(text);
        Catalogue.Province province = Catalogue.provinces().stream()
                .filter(it -> it.name().equals(reading.province()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("văn bản không thuộc tỉnh nào trong danh mục: "
                        + Objects.requireNonNullElse(reading.province(), "?")));
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
        api.post(clerk, ports.document(), "/api/v1/directives/" + id + "/issue", Map.of());
        JsonNode issued = api.get(clerk, ports.document(), "/api/v1/directives/" + id);
        System.out.println(issued.toPrettyString());
    }
}
