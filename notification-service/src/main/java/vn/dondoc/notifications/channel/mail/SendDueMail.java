package vn.dondoc.notifications.channel.mail;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;

/**
 * Sends due mails. An attempt is claimed before it is made, so two instances do not send the same; a process that dies
 * between sending and writing so may send once more, under the same Message-ID, which is as much as SMTP allows.
 */
@Component
class SendDueMail {

    private static final Logger log = LoggerFactory.getLogger(SendDueMail.class);
    private static final AccessScope SELF = AccessScope.ofService("send-due-mail");

    private final Notices notices;
    private final JavaMailSender sender;
    private final MailProperties properties;
    private final Clock clock;
    private final ExecutorService connections;

    SendDueMail(Notices notices, JavaMailSender sender, MailProperties properties, Clock clock) {
        this.notices = notices;
        this.sender = sender;
        this.properties = properties;
        this.clock = clock;
        this.connections = Executors.newFixedThreadPool(
                properties.connections(),
                Thread.ofPlatform().name("mail-", 1).daemon().factory());
    }

    @Scheduled(fixedDelayString = "${dondoc.mail.sweep-interval:1s}")
    void sweep() throws InterruptedException {
        Instant now = clock.instant();
        List<Callable<Void>> deliveries = new ArrayList<>();
        for (Versioned<Notice> due : notices.due(SELF, now, properties.batch())) {
            deliveries.add(() -> {
                deliver(due, now);
                return null;
            });
        }
        connections.invokeAll(deliveries);
    }

    private void deliver(Versioned<Notice> due, Instant now) {
        boolean claimed = notices.changeAll(SELF, List.of(due), it -> it.attempt(now)) == 1;
        if (!claimed) {
            return;
        }
        String attempt = due.id() + "/" + due.state().attempts();
        try {
            sender.send(message(due));
            notices.change(SELF, due.id(), Command.causedBy(attempt + "/sent", SELF.actor()), Notice::delivered);
        } catch (MailException failed) {
            log.warn("event=mail-failed notice={} reason={}", due.id(), failed.getMessage());
            fail(due, attempt, failed.getMessage(), failed instanceof MailParseException);
        } catch (MessagingException unwritable) {
            fail(due, attempt, unwritable.getMessage(), true);
        }
    }

    private void fail(
            Versioned<Notice> due, String attempt, @org.jspecify.annotations.Nullable String reason, boolean forGood) {
        String why = Objects.requireNonNullElse(reason, "unknown");
        Command command = Command.causedBy(attempt + "/failed", SELF.actor());
        notices.change(SELF, due.id(), command, it -> it.failed(why, forGood));
    }

    private MimeMessage message(Versioned<Notice> due) throws MessagingException {
        Notice notice = due.state();
        String domain = properties.from().substring(properties.from().indexOf('@') + 1);
        MimeMessage message = new StableIdMessage("<" + due.id() + "@" + domain + ">");
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.from());
        helper.setTo(Objects.requireNonNull(notice.mailbox(), "a mail has a mailbox"));
        helper.setSubject(notice.subject());
        helper.setText(notice.body() + "\n\n---\n" + notice.bodyEn() + "\n");
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    @PreDestroy
    void close() {
        connections.shutdown();
    }

    /** Keeps the id that was derived from the notice, so that a mail sent twice is known to be one. */
    private static final class StableIdMessage extends MimeMessage {
        private final String messageId;

        StableIdMessage(String messageId) {
            super((jakarta.mail.Session) null);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
