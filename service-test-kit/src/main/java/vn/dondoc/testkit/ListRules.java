package vn.dondoc.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Every list of a service, found in its OpenAPI document: whatever it is sorted by, its pages hold the same rows once each;
 * the other way round is the other way round; the count is right; a filter of several values parts the rows; what it does
 * not know is refused. The queries behind it are watched by {@link LookupRules}.
 */
public final class ListRules {

    /** A list that grows by being read, so it is only looked at narrowed to what nobody reads meanwhile. */
    public static final String AUDIT = "/api/v1/audit";

    private final ServiceUnderTest service;
    private final String token;
    private final List<String> wrong = new ArrayList<>();

    private ListRules(ServiceUnderTest service, String token) {
        this.service = service;
        this.token = token;
    }

    /**
     * Walks them and returns what is wrong, one line each.
     *
     * @param paths path with real ids and required parameters, by the path of the document, where these differ
     */
    public static List<String> violations(ServiceUnderTest service, String token, Map<String, String> paths) {
        var rules = new ListRules(service, token);
        JsonNode documented = documented(service);
        int lists = 0;
        for (String path : documented.propertyNames()) {
            JsonNode parameters = documented.path(path).path("get").path("parameters");
            if (!paths.getOrDefault(path, path).equals(AUDIT)
                    && parameters
                            .valueStream()
                            .anyMatch(it -> it.path("name").asString("").equals("cursor"))) {
                lists++;
                rules.check(paths.getOrDefault(path, path), parameters);
            }
        }
        if (lists == 0) {
            throw new AssertionError("the OpenAPI document names no list");
        }
        return rules.wrong;
    }

    /**
     * The same of one list.
     *
     * @param path of the document
     * @param address with what it is narrowed to
     */
    public static List<String> violations(ServiceUnderTest service, String token, String path, String address) {
        var rules = new ListRules(service, token);
        rules.check(address, documented(service).path(path).path("get").path("parameters"));
        return rules.wrong;
    }

    private static JsonNode documented(ServiceUnderTest service) {
        return service.request(null, "GET", "/v3/api-docs", null, Map.of())
                .body()
                .path("paths");
    }

    private void check(String path, JsonNode parameters) {
        List<String> sorts = values(parameters, "sort");
        List<String> usual = rows(path, "");
        if (usual.size() < 2) {
            wrong.add(path + " has " + usual.size() + " rows: too few to say anything of it");
            return;
        }
        for (String sort : sorts) {
            List<String> sorted = rows(path, "sort=" + sort);
            expect(Set.copyOf(sorted).equals(Set.copyOf(usual)), path + " has other rows sorted by " + sort);
            expect(sorted.size() == Set.copyOf(sorted).size(), path + " has rows twice sorted by " + sort);
            if (sorts.contains("-" + sort)) {
                List<String> turned = rows(path, "sort=-" + sort);
                expect(sorted.equals(turned.reversed()), path + " is not turned round by -" + sort);
            }
        }
        expect(
                usual.equals(rows(path, "sort=" + sorts.getFirst())),
                path + " is not usually sorted by " + sorts.getFirst());
        expect(total(path, "") == usual.size(), path + " counts " + total(path, "") + " of " + usual.size());
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asString();
            List<String> choices = choices(parameter, parameters);
            if (!name.equals("sort") && !name.equals("count") && !choices.isEmpty()) {
                long sum = choices.stream()
                        .mapToLong(it -> total(path, name + "=" + it))
                        .sum();
                expect(sum == usual.size(), path + " parted by " + name + " has " + sum + " of " + usual.size());
            }
        }
        refuses(path, "nonsense=1");
        refuses(path, "sort=nonsense");
        refuses(path, "cursor=nonsense");
        refuses(path, "limit=201");
        refuses(path, "count=perhaps");
        refuses(path, "fields=nonsense");
    }

    /** All rows, page by page, as text. */
    private List<String> rows(String path, String query) {
        List<String> rows = new ArrayList<>();
        Set<String> cursors = new LinkedHashSet<>();
        String cursor = "";
        do {
            JsonNode page = get(path, query, "limit=2" + cursor);
            page.path("items").forEach(it -> rows.add(it.toString()));
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
            if (!next.isEmpty() && !cursors.add(next)) {
                wrong.add(path + " goes in a circle with " + query);
                return rows;
            }
        } while (!cursor.isEmpty());
        return rows;
    }

    private long total(String path, String query) {
        return get(path, query, "limit=1&count=true").path("total").asLong(-1);
    }

    private JsonNode get(String path, String query, String more) {
        String address = with(with(path, query), more);
        ServiceUnderTest.Answer answer = service.get(token, address);
        expect(answer.status() == 200, address + " " + answer.status() + " " + answer.body());
        return answer.body();
    }

    private void refuses(String path, String query) {
        ServiceUnderTest.Answer answer = service.get(token, with(path, query));
        boolean named = answer.body()
                .path("errors")
                .path(0)
                .path("pointer")
                .asString("")
                .equals(query.substring(0, query.indexOf('=')));
        expect(
                answer.status() == 400 && named,
                path + " takes " + query + ": " + answer.status() + " " + answer.body());
    }

    private static String with(String path, String query) {
        return query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query;
    }

    private static List<String> values(JsonNode parameters, String name) {
        return parameters
                .valueStream()
                .filter(it -> it.path("name").asString("").equals(name))
                .flatMap(it -> it.path("schema").path("enum").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> choices(JsonNode parameter, JsonNode parameters) {
        return parameter.path("schema").path("type").asString("").equals("boolean")
                ? List.of("true", "false")
                : values(parameters, parameter.path("name").asString());
    }

    private void expect(boolean right, String otherwise) {
        if (!right) {
            wrong.add(otherwise);
        }
    }
}
