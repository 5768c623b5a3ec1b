package vn.dondoc.notifications.channel.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail goes out.
 *
 * @param from sender address, with a name before it or without; its domain also names the messages
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
        sender(from);
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

    /** The sender as it stands in a message. */
    InternetAddress sender() {
        return sender(from);
    }

    /** Domain of the sender's address. */
    String domain() {
        String address = sender().getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private static InternetAddress sender(String from) {
        try {
            var sender = new InternetAddress(from, true);
            sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
            return sender;
        } catch (AddressException | UnsupportedEncodingException unreadable) {
            throw new IllegalArgumentException("dondoc.mail.from is no address: " + from, unreadable);
        }
    }
}
