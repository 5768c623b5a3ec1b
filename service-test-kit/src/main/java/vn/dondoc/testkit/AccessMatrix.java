package vn.dondoc.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.dondoc.access.Role;

/**
 * Every endpoint × every role × own and foreign province. The endpoints come from the service's OpenAPI document, so one
 * that is added without a row fails, as does a row without its endpoint.
 */
public final class AccessMatrix {

    private final ServiceUnderTest service;
    private final String province;
    private final String agency;
    private final String foreignProvince;
    private final String foreignAgency;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private record Row(
            String method,
            String path,
            Set<Role> allowed,
            @Nullable Object body,
            Map<String, String> headers,
            Foreign foreign,
            boolean decidedInside) {}

    /** What somebody with the right role but of another province gets. */
    public enum Foreign {
        /** 404, as if it did not exist. */
        NOT_FOUND,
        /** 200, and nothing of the other province in it. */
        EMPTY,
        /** It acts within its own province only, whatever it sends. */
        OWN_ONLY,
        /** 200, and what was asked in the other province, in whose words that may be. */
        WHAT_WAS_ASKED_THERE
    }

    public AccessMatrix(
            ServiceUnderTest service, String province, String agency, String foreignProvince, String foreignAgency) {
        this.service = service;
        this.province = province;
        this.agency = agency;
        this.foreignProvince = foreignProvince;
        this.foreignAgency = foreignAgency;
        row("GET", ListRules.AUDIT, ListRules.AUDIT, EnumSet.of(Role.AUDITOR), null, Foreign.WHAT_WAS_ASKED_THERE);
    }

    /**
     * One endpoint.
     *
     * @param template as the OpenAPI document words it
     * @param path with real ids of something in the own province
     */
    public AccessMatrix row(
            String method,
            String template,
            String path,
            Collection<Role> allowed,
            @Nullable Object body,
            Foreign foreign) {
        return row(method, template, path, allowed, body, Map.of(), foreign);
    }

    /** As above, with headers the endpoint wants. */
    public AccessMatrix row(
            String method,
            String template,
            String path,
            Collection<Role> allowed,
            @Nullable Object body,
            Map<String, String> headers,
            Foreign foreign) {
        rows.put(
                method + " " + template, new Row(method, path, EnumSet.copyOf(allowed), body, headers, foreign, false));
        return this;
    }

    /**
     * An endpoint whose door is open to {@code allowed}, while the thing itself decides who of them may: nobody else gets
     * in, and nobody of another province sees that it exists.
     */
    public AccessMatrix rowDecidedInside(
            String method, String template, String path, Collection<Role> allowed, @Nullable Object body) {
        return rowDecidedInside(method, template, path, allowed, body, Map.of());
    }

    /** As above, with headers the endpoint wants. */
    public AccessMatrix rowDecidedInside(
            String method,
            String template,
            String path,
            Collection<Role> allowed,
            @Nullable Object body,
            Map<String, String> headers) {
        rows.put(
                method + " " + template,
                new Row(method, path, EnumSet.copyOf(allowed), body, headers, Foreign.NOT_FOUND, true));
        return this;
    }

    /** Walks it and returns what is wrong, one line each; empty if nothing is. */
    public List<String> violations() {
        List<String> wrong = new ArrayList<>();
        Set<String> documented = documented();
        Set<String> unlisted = new TreeSet<>(documented);
        unlisted.removeAll(rows.keySet());
        unlisted.forEach(it -> wrong.add(it + " has no row in the access matrix"));
        Set<String> gone = new TreeSet<>(rows.keySet());
        gone.removeAll(documented);
        gone.forEach(it -> wrong.add(it + " is in the access matrix but not in the service"));
        rows.forEach((endpoint, row) -> {
            int anonymous = status(null, row);
            if (anonymous != 401) {
                wrong.add(endpoint + " without a token: " + anonymous);
            }
            for (Role role : Role.values()) {
                check(endpoint, row, role, wrong);
            }
        });
        return wrong;
    }

    private void check(String endpoint, Row row, Role role, List<String> wrong) {
        int own = status(TestTokens.of(role, province, agency), row);
        boolean allowed = row.allowed().contains(role);
        if (allowed && row.decidedInside()) {
            if (own == 401 || own >= 500) {
                wrong.add(endpoint + " as " + role + " of the own province: " + own);
            }
        } else if (!allowed && own != 403 || allowed && (own == 401 || own == 403 || own == 404 || own >= 500)) {
            wrong.add(endpoint + " as " + role + " of the own province: " + own
                    + (allowed ? ", allowed" : ", not allowed"));
        }
        ServiceUnderTest.Answer foreign = answer(TestTokens.of(role, foreignProvince, foreignAgency), row);
        if (!allowed) {
            if (foreign.status() != 403) {
                wrong.add(endpoint + " as " + role + " of another province: " + foreign.status() + ", not allowed");
            }
            return;
        }
        boolean leaks = foreign.status() == 200 && foreign.body().toString().contains(agency);
        boolean right = switch (row.foreign()) {
            case NOT_FOUND -> foreign.status() == 404;
            case EMPTY -> foreign.status() == 200 && !leaks;
            case WHAT_WAS_ASKED_THERE -> foreign.status() == 200;
            case OWN_ONLY -> foreign.status() != 403 && foreign.status() < 500 && !leaks;
        };
        if (!right) {
            wrong.add(endpoint + " as " + role + " of another province: " + foreign.status()
                    + (leaks ? " and shows it" : "") + ", expected " + row.foreign());
        }
    }

    private int status(@Nullable String token, Row row) {
        return answer(token, row).status();
    }

    private ServiceUnderTest.Answer answer(@Nullable String token, Row row) {
        return service.request(token, row.method(), row.path(), row.body(), row.headers());
    }

    private Set<String> documented() {
        JsonNode paths = service.request(null, "GET", "/v3/api-docs", null, Map.of())
                .body()
                .path("paths");
        Set<String> endpoints = new TreeSet<>();
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                endpoints.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
            }
        }
        if (endpoints.isEmpty()) {
            throw new AssertionError("the OpenAPI document names no endpoint");
        }
        return endpoints;
    }
}
