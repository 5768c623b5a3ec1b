package vn.dondoc.web.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The AsyncAPI document with its schemas, for people: every topic, every event, every member. */
final class EventsPage {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StringBuilder html = new StringBuilder();

    private EventsPage() {}

    static String html() {
        String document = Pages.resource("/asyncapi.yaml").orElseThrow();
        Map<String, Object> asyncApi = new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
        var page = new EventsPage();
        page.write(JSON.valueToTree(asyncApi));
        return Pages.framed("Events", page.html.toString());
    }

    private void write(JsonNode asyncApi) {
        element("h1", asyncApi.path("info").path("title").asString());
        element("p", asyncApi.path("info").path("description").asString());
        html.append("<p>AsyncAPI ")
                .append(asyncApi.path("asyncapi").asString())
                .append(": <a href=\"/docs/asyncapi.yaml\">asyncapi.yaml</a>, JSON Schemas beside it.</p>\n<ul>");
        asyncApi.path("channels")
                .valueStream()
                .map(it -> it.path("address").asString())
                .forEach(it -> html.append("<li><a href=\"#%1$s\"><code>%1$s</code></a></li>".formatted(it)));
        html.append("</ul>\n");
        asyncApi.path("channels").valueStream().forEach(this::channel);
    }

    private void channel(JsonNode channel) {
        String address = channel.path("address").asString();
        html.append("<h2 id=\"%1$s\"><code>%1$s</code></h2>%n".formatted(escaped(address)));
        element("p", channel.path("description").asString());
        channel.path("messages").valueStream().forEach(this::message);
    }

    private void message(JsonNode message) {
        String name = message.path("name").asString();
        html.append("<h3 id=\"%1$s\"><code>%1$s</code></h3>%n".formatted(escaped(name)));
        element("p", message.path("summary").asString());
        String schema = message.path("payload").path("$ref").asString();
        html.append("<p><a href=\"/docs/%1$s\">%1$s</a></p>%n".formatted(escaped(schema)));
        html.append("<table><thead><tr><th>member</th><th>type</th><th></th><th>meaning</th></tr></thead><tbody>\n");
        JsonNode root = JSON.readTree(Pages.resource("/" + schema).orElseThrow());
        members(root, root, "");
        html.append("</tbody></table>\n");
    }

    private void members(JsonNode root, JsonNode schema, String prefix) {
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        for (String name : schema.path("properties").propertyNames()) {
            JsonNode member = resolved(root, schema.path("properties").path(name));
            html.append("<tr><td><code>").append(escaped(prefix + name)).append("</code></td><td>");
            html.append(escaped(type(root, member))).append("</td><td>");
            html.append(required.contains(name) ? "" : "optional").append("</td><td>");
            html.append(escaped(member.path("description").asString(""))).append("</td></tr>\n");
            JsonNode inner =
                    member.path("type").asString("").equals("array") ? resolved(root, member.path("items")) : member;
            members(root, inner, prefix + name + (inner == member ? "." : "[]."));
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.startsWith("#") ? root.at(reference.substring(1)) : schema;
    }

    private static String type(JsonNode root, JsonNode schema) {
        List<String> said = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(it -> said.add(it.asString()));
        } else if (type.isString()) {
            said.add(type.asString());
        }
        if (schema.has("format")) {
            said.add("(" + schema.path("format").asString() + ")");
        }
        if (schema.has("enum")) {
            said.add(schema.path("enum").toString());
        }
        if (schema.has("items")) {
            said.add("of " + type(root, resolved(root, schema.path("items"))));
        }
        return String.join(" ", said);
    }

    private void element(String name, String text) {
        html.append("<%1$s>%2$s</%1$s>%n".formatted(name, escaped(text)));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
