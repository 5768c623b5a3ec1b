package vn.dondoc.notifications.channel.mail;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
 * Sends due mails: what is due to one mailbox goes out as one message. An attempt is claimed before it
 * is made, so two instances do not send the same; a process that dies between sending and writing so may send once more,
 * under the same Message-ID, which is as much as SMTP allows.
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
        Map<String, List<Versioned<Notice>>> byMailbox = new LinkedHashMap<>();
        for (Versioned<Notice> due : notices.due(SELF, now, properties.batch())) {
            String mailbox = Objects.requireNonNull(due.state().mailbox(), "a mail has a mailbox");
            byMailbox.computeIfAbsent(mailbox, it -> new ArrayList<>()).add(due);
        }
        List<Callable<Void>> deliveries = new ArrayList<>();
        byMailbox.forEach((mailbox, due) -> {
            if (hasGathered(due, now)) {
                deliveries.add(() -> {
                    deliver(mailbox, due, now);
                    return null;
                });
            }
        });
        connections.invokeAll(deliveries);
    }

    /** What has waited long enough takes with it what came after it. */
    private boolean hasGathered(List<Versioned<Notice>> due, Instant now) {
        Instant latest = now.minus(properties.gather());
        return due.stream().map(it -> it.state().nextAttemptAt()).anyMatch(it -> it != null && !it.isAfter(latest));
    }

    private void deliver(String mailbox, List<Versioned<Notice>> due, Instant now) {
        List<Versioned<Notice>> claimed = due.stream()
                .filter(it -> notices.changeAll(SELF, List.of(it), notice -> notice.attempt(now)) == 1)
                .toList();
        if (claimed.isEmpty()) {
            return;
        }
        try {
            sender.send(message(mailbox, claimed));
            claimed.forEach(it -> notices.change(SELF, it.id(), command(it, "sent"), Notice::delivered));
        } catch (MailException failed) {
            log.warn("event=mail-failed notices={} reason={}", claimed.size(), failed.getMessage());
            fail(claimed, failed.getMessage(), failed instanceof MailParseException);
        } catch (MessagingException unwritable) {
            fail(claimed, unwritable.getMessage(), true);
        }
    }

    private void fail(List<Versioned<Notice>> claimed, @Nullable String reason, boolean forGood) {
        String why = Objects.requireNonNullElse(reason, "unknown");
        claimed.forEach(
                it -> notices.change(SELF, it.id(), command(it, "failed"), notice -> notice.failed(why, forGood)));
    }

    private static Command command(Versioned<Notice> of, String what) {
        return Command.causedBy(of.id() + "/" + of.state().attempts() + "/" + what, SELF.actor());
    }

    private MimeMessage message(String mailbox, List<Versioned<Notice>> about) throws MessagingException {
        var text = new MailText(about.stream().map(Versioned::state).toList());
        String domain = properties.from().substring(properties.from().indexOf('@') + 1);
        MimeMessage message = new StableIdMessage("<" + idOf(about) + "@" + domain + ">");
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.from());
        helper.setTo(mailbox);
        helper.setSubject(text.subject());
        helper.setText(text.plain(), text.html());
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** Of the notices that a message is about, so that the same message sent again has the same. */
    private static String idOf(List<Versioned<Notice>> about) {
        if (about.size() == 1) {
            return about.getFirst().id();
        }
        String all = about.stream().map(Versioned::id).sorted().collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
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
