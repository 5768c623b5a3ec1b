package vn.dondoc.notifications.channel.webhook;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.notifications.channel.Deliver;
import vn.dondoc.notifications.channel.Retries;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.wording.Wordings;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.webhook.Endpoint;
import vn.dondoc.notifications.webhook.Endpoints;
import vn.dondoc.notifications.webhook.Reach;
import vn.dondoc.notifications.webhook.WebhookProperties;

/**
 * Tells machines, as Standard Webhooks 1.0 has it: only 2xx is success, a redirect is a failure, 410 switches the endpoint
 * off, {@code Retry-After} is kept to. Of the answer only its head is read. Whom a connection may be made to is decided by
 * {@link Reach} as it is made.
 */
@Component
class DeliverWebhook implements Deliver {

    private static final Logger log = LoggerFactory.getLogger(DeliverWebhook.class);
    private static final AccessScope SELF = AccessScope.ofService("deliver-webhook");

    /** The schedule of the specification. */
    private static final Retries RETRIES =
            new Retries(Stream.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H")
                    .map(Duration::parse)
                    .toList());

    /** An answer's head is read into memory: it has an end. */
    private static final Http1Config HEAD = Http1Config.custom()
            .setMaxLineLength(8_192)
            .setMaxHeaderCount(100)
            .setMaxEmptyLineCount(10)
            .build();

    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int ERRORS = 400;
    private static final int GONE = 410;
    private static final Duration LONGEST_ALONE = Duration.ofDays(1);

    private final Endpoints endpoints;
    private final Wordings wordings;
    private final WebhookProperties properties;
    private final Clock clock;
    private final JsonMapper json;
    private final CloseableHttpClient http;

    DeliverWebhook(
            Endpoints endpoints,
            Reach reach,
            Wordings wordings,
            WebhookProperties properties,
            Clock clock,
            JsonMapper json) {
        this.endpoints = endpoints;
        this.wordings = wordings;
        this.properties = properties;
        this.clock = clock;
        this.json = json;
        this.http = client(reach, properties);
    }

    /** Follows nobody, remembers nothing, goes through no proxy, and connects only where {@link Reach} lets it. */
    private static CloseableHttpClient client(Reach reach, WebhookProperties properties) {
        Timeout answer = Timeout.of(properties.answerTimeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEAD)
                        .build())
                .setDnsResolver(new WithinReach(reach))
                .setMaxConnTotal(properties.connections())
                .setMaxConnPerRoute(properties.connections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                        .setSocketTimeout(answer)
                        .setTimeToLive(1, TimeUnit.MINUTES)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(answer).build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("don-doc-webhook/1")
                .build();
    }

    private record WithinReach(Reach reach) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return reach.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Override
    public String channel() {
        return "WEBHOOK";
    }

    @Override
    public boolean always() {
        return true;
    }

    @Override
    public List<String> addressesOf(Recipient recipient, Notice.Kind kind) {
        return endpoints.of(SELF, recipient.province()).stream()
                .filter(it -> it.wants(kind, recipient.code()))
                .map(Endpoint::id)
                .toList();
    }

    @Override
    public int together() {
        return 1;
    }

    @Override
    public Duration gather() {
        return Duration.ZERO;
    }

    @Override
    public int connections() {
        return properties.connections();
    }

    @Override
    public Duration patience() {
        return properties.connectTimeout().plus(properties.answerTimeout()).multipliedBy(2);
    }

    @Override
    public Retries retries() {
        return RETRIES;
    }

    @Override
    public Outcome deliver(String address, List<Versioned<Notice>> notices) {
        int slash = address.indexOf('/');
        Optional<Endpoint> endpoint = endpoints
                .find(SELF, address.substring(0, slash), address.substring(slash + 1))
                .map(Versioned::state);
        if (endpoint.isEmpty()) {
            return new Outcome.Never("the endpoint was removed");
        }
        if (!endpoint.get().enabled()) {
            return new Outcome.Never("the endpoint is off: " + endpoint.get().disabledBecause());
        }
        return post(endpoint.get(), notices.getFirst());
    }

    private Outcome post(Endpoint endpoint, Versioned<Notice> notice) {
        String body = json.writeValueAsString(WebhookMessage.of(notice.state(), wordings));
        Instant now = clock.instant();
        HttpPost request = new HttpPost(endpoint.address());
        request.setHeader("webhook-id", notice.id());
        request.setHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        request.setHeader("webhook-signature", endpoint.signatures(notice.id(), now, body));
        request.setEntity(new StringEntity(body, ContentType.create("application/json", StandardCharsets.UTF_8)));
        try {
            return outcome(endpoint, http.executeOpen(null, request, null), now);
        } catch (Reach.OutOfReach internal) {
            return new Outcome.Never(String.valueOf(internal.getMessage()));
        } catch (IOException unreachable) {
            return new Outcome.Later(unreachable.toString(), null);
        } finally {
            request.cancel(); // drops the connection; closing the answer would read all that is still to come
        }
    }

    private Outcome outcome(Endpoint endpoint, ClassicHttpResponse answer, Instant now) {
        int code = answer.getCode();
        String words = code + " " + answer.getReasonPhrase();
        if (code >= OK && code < REDIRECTS) {
            return new Outcome.Delivered(words);
        }
        if (code == GONE) {
            switchOff(endpoint, words);
            return new Outcome.Never(words);
        }
        if (code >= REDIRECTS && code < ERRORS) {
            return new Outcome.Later(words + ": redirects are not followed", null);
        }
        return new Outcome.Later(words, retryAfter(answer.getFirstHeader(HttpHeaders.RETRY_AFTER), now));
    }

    private void switchOff(Endpoint endpoint, String words) {
        log.warn("event=webhook-gone endpoint={} answer={}", endpoint.id(), words);
        Command command = Command.causedBy(endpoint.id() + "/" + clock.instant(), SELF.actor());
        endpoints.change(SELF, endpoint.province(), endpoint.name(), command, it -> it.disabled(words));
    }

    /** Seconds or a date, RFC 9110 section 10.2.3; what is neither, or too long, is not kept to. */
    private static @Nullable Duration retryAfter(@Nullable Header header, Instant now) {
        if (header == null) {
            return null;
        }
        String value = header.getValue().strip();
        Duration wanted;
        if (value.matches("\\d{1,9}")) {
            wanted = Duration.ofSeconds(Long.parseLong(value));
        } else {
            try {
                wanted = Duration.between(now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
            } catch (DateTimeException neither) {
                return null;
            }
        }
        return wanted.isNegative() || wanted.compareTo(LONGEST_ALONE) > 0 ? null : wanted;
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }
}
