package vn.dondoc.notifications.channel.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail goes out.
 *
 * @param from sender address; its domain also names the messages
 * @param sweepInterval how often due mails are looked for
 * @param batch mails per look
 * @param connections mails sent at once
 */
@ConfigurationProperties("dondoc.mail")
public record MailProperties(
        String from,
        @DefaultValue("1s") Duration sweepInterval,
        @DefaultValue("200") int batch,
        @DefaultValue("4") int connections) {

    public MailProperties {
        if (connections < 1 || connections > 64) {
            throw new IllegalArgumentException("dondoc.mail.connections is from 1 to 64");
        }
    }
}
