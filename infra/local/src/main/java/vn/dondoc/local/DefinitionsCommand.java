package vn.dondoc.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.dondoc.local.story.Api;

/**
 * {@code definitions plan|apply <folder or file> <province>}: takes over forms, indicators and regimes that a province keeps
 * as YAML files. Each file has some of {@code forms}, {@code indicators} and {@code regimes}, by code; all files of a folder
 * are one set. What would be done is shown first.
 */
final class DefinitionsCommand {

    private static final List<String> PARTS = List.of("forms", "indicators", "regimes", "targets");

    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final Api api;
    private final Ports ports;

    DefinitionsCommand(Api api, Ports ports) {
        this.api = api;
        this.ports = ports;
    }

    void run(List<String> words) throws IOException {
        if (words.size() != 3 || !List.of("plan", "apply").contains(words.getFirst())) {
            throw new Commands.Usage(
                    "dùng: ./dondoc definitions plan|apply <thư mục / tệp .yaml> <tỉnh>",
                    "usage: definitions plan|apply <folder or file> <province>");
        }
        ObjectNode set = read(Path.of(words.get(1)));
        String lead = "lead." + words.get(2);
        print(api.post(lead, ports.reporting(), "/api/v1/definitions/plan", set));
        if (words.getFirst().equals("apply")) {
            api.post(lead, ports.reporting(), "/api/v1/definitions", set);
            System.out.println("đã áp dụng / applied");
        }
    }

    ObjectNode read(Path path) throws IOException {
        ObjectNode set = yaml.createObjectNode();
        for (Path file : files(path)) {
            yaml.readTree(Files.readString(file)).forEachEntry((part, definitions) -> {
                if (!PARTS.contains(part)) {
                    throw new Commands.Usage(
                            file.getFileName() + ": " + part + " không phải một trong " + PARTS, "unknown part");
                }
                ObjectNode known = set.withObject("/" + part);
                definitions.forEachEntry((code, definition) -> {
                    if (known.has(code)) {
                        throw new Commands.Usage(
                                file.getFileName() + ": " + code + " đã có ở tệp khác", "defined in another file");
                    }
                    known.set(code, definition);
                });
            });
        }
        return set;
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.list(path)) {
            List<Path> files = all.filter(it -> it.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new Commands.Usage("không có tệp .yaml nào trong " + path, "no YAML files");
            }
            return files;
        }
    }

    private static void print(JsonNode plan) {
        for (JsonNode it : plan.path("steps")) {
            String said = switch (it.path("change").asString()) {
                case "NEW" -> "mới / new";
                case "CHANGED" -> "đổi / changed";
                default -> "giữ nguyên / same";
            };
            long restates = it.path("restates").asLong();
            System.out.printf(
                    "%-10s %-28s %-20s %s%n",
                    it.path("kind").asString(),
                    it.path("code").asString(),
                    said,
                    restates == 0 ? "" : "tính lại " + restates + " số liệu / figures computed again");
        }
    }
}
