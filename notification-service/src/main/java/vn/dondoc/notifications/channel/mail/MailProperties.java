package vn.dondoc.notifications.channel.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail goes out.
 *
 * @param from sender address; its domain also names the messages
 * @param gather how long a notice waits for others to the same mailbox, to go out in one message with them
 * @param connections mails sent at once
 * @param patience how long a message is in the hands of who took it; if that process dies, it is taken again afterwards. A
 *     server may take each of its ten answers as long as the timeout of a read allows, and half of this is for that
 */
@ConfigurationProperties("dondoc.mail")
public record MailProperties(
        String from,
        @DefaultValue("30s") Duration gather,
        @DefaultValue("4") int connections,
        @DefaultValue("4m") Duration patience) {

    public MailProperties {
        if (gather.isNegative() || gather.toHours() > 1) {
            throw new IllegalArgumentException("dondoc.mail.gather is from 0 to 1h");
        }
        if (patience.toSeconds() < 2 || patience.toHours() > 1) {
            throw new IllegalArgumentException("dondoc.mail.patience is from 2s to 1h");
        }
        if (connections < 1 || connections > 64) {
            throw new IllegalArgumentException("dondoc.mail.connections is from 1 to 64");
        }
    }
}
