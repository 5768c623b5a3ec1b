package vn.dondoc.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public APIs over kept-alive connections. */
final class Client implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 64;

    private final JsonMapper json = JsonMapper.builder().build();
    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_CONNECTIONS)
                    .build())
            .disableCookieManagement()
            .disableAutomaticRetries()
            .disableContentCompression()
            .build();

    JsonNode get(String token, int port, String path) {
        return json.readTree(send(token, "GET", port, path, null, ContentType.APPLICATION_JSON));
    }

    JsonNode post(String token, int port, String path, Object body) {
        return json.readTree(
                send(token, "POST", port, path, json.writeValueAsString(body), ContentType.APPLICATION_JSON));
    }

    JsonNode postText(String token, int port, String path, String body, String type) {
        return json.readTree(send(token, "POST", port, path, body, ContentType.create(type, StandardCharsets.UTF_8)));
    }

    JsonNode put(String token, int port, String path, Object body) {
        return json.readTree(
                send(token, "PUT", port, path, json.writeValueAsString(body), ContentType.APPLICATION_JSON));
    }

    /** @return the body of an answer in the 200s; anything else ends the bench */
    String send(String token, String method, int port, String path, @Nullable String body, ContentType type) {
        var request = new HttpUriRequestBase(method, java.net.URI.create("http://127.0.0.1:" + port + path));
        request.setHeader("Authorization", "Bearer " + token);
        if (body != null) {
            request.setHeader("Idempotency-Key", UUID.randomUUID().toString());
            request.setEntity(new StringEntity(body, type));
        }
        try {
            return http.execute(request, response -> {
                String answer = response.getEntity() == null
                        ? ""
                        : EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
                if (response.getCode() / 100 != 2) {
                    throw new Wrong(method + " " + path + " -> " + response.getCode() + " " + answer);
                }
                return answer;
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        }
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
