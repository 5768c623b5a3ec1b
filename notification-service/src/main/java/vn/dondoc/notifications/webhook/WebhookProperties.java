package vn.dondoc.notifications.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks go out.
 *
 * @param insecure whether addresses without TLS are taken
 * @param allowedNetworks networks that are reached although they are not public, such as {@code 10.20.0.0/16}
 * @param connections messages on their way at once
 * @param connectTimeout until an endpoint takes the connection
 * @param answerTimeout until it answers
 */
@ConfigurationProperties("dondoc.webhooks")
public record WebhookProperties(
        @DefaultValue("false") boolean insecure,
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("16") int connections,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration answerTimeout) {

    public WebhookProperties {
        allowedNetworks = List.copyOf(allowedNetworks);
    }
}
