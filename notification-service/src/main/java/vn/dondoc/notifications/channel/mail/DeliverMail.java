package vn.dondoc.notifications.channel.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.calendar.WorkingCalendar;
import vn.dondoc.notifications.calendar.Calendars;
import vn.dondoc.notifications.channel.Deliver;
import vn.dondoc.notifications.channel.Retries;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.wording.Languages;
import vn.dondoc.notifications.notice.wording.LinkProperties;
import vn.dondoc.notifications.recipient.DeadMailboxes;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.recipient.Recipients;

/** Takes notices to the mailbox that an agency has when they go out, all that is due to it as one message. */
@Component
class DeliverMail implements Deliver {

    private static final AccessScope SELF = AccessScope.ofService("deliver-mail");

    /** RFC 5321 section 4.5.4.1 asks for four to five days; what is older than three working days helps nobody. */
    private static final Retries RETRIES = new Retries(Stream.of(30, 60, 120, 300, 600, 1_800)
            .map(Duration::ofSeconds)
            .collect(Collectors.collectingAndThen(Collectors.toList(), first -> {
                Stream.of(1, 2, 4, 8, 12, 24, 24).map(Duration::ofHours).forEach(first::add);
                return first;
            })));

    private static final int MOST_IN_ONE = 1_000;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    static {
        // The library looks through every jar for it, at each part of each message, unless it is named.
        String streams = StreamProvider.class.getName();
        System.setProperty(streams, System.getProperty(streams, MailStreamProvider.class.getName()));
    }

    private final Recipients recipients;
    private final DeadMailboxes mailboxes;
    private final Languages languages;
    private final Calendars calendars;
    private final MailText text;
    private final LinkProperties links;
    private final JavaMailSender sender;
    private final MailProperties properties;
    private final Clock clock;

    DeliverMail(
            Recipients recipients,
            DeadMailboxes mailboxes,
            Languages languages,
            Calendars calendars,
            MailText text,
            LinkProperties links,
            JavaMailSender sender,
            MailProperties properties,
            Clock clock) {
        this.recipients = recipients;
        this.mailboxes = mailboxes;
        this.languages = languages;
        this.calendars = calendars;
        this.text = text;
        this.links = links;
        this.sender = sender;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return "MAIL";
    }

    @Override
    public List<String> addressesOf(Recipient recipient, Notice.Kind kind) {
        return recipient.mailbox() == null ? List.of() : List.of(recipient.code());
    }

    @Override
    public int together() {
        return MOST_IN_ONE;
    }

    @Override
    public Duration gather() {
        return properties.gather();
    }

    @Override
    public int connections() {
        return properties.connections();
    }

    @Override
    public Duration patience() {
        return properties.patience();
    }

    @Override
    public Retries retries() {
        return RETRIES;
    }

    @Override
    public Outcome deliver(String agency, List<Versioned<Notice>> notices) {
        Optional<String> mailbox = recipients.find(SELF, agency).map(Recipient::mailbox);
        if (mailbox.isEmpty()) {
            return new Outcome.Never("the agency has no mailbox");
        }
        Optional<DeadMailboxes.DeadMailbox> dead = mailboxes.find(SELF, agency, mailbox.get());
        if (dead.isPresent()) {
            return new Outcome.Never(
                    "dead since " + dead.get().since() + ": " + dead.get().answer());
        }
        try {
            sender.send(message(agency, mailbox.get(), notices));
            return new Outcome.Delivered(mailbox.get());
        } catch (MailParseException unwritable) {
            return new Outcome.Never(String.valueOf(unwritable.getMessage()));
        } catch (MailException refused) {
            SmtpAnswer answer = SmtpAnswer.of(refused);
            if (answer.mailboxIsDead()) {
                String province = notices.getFirst().state().province();
                mailboxes.buried(
                        SELF,
                        new DeadMailboxes.DeadMailbox(
                                province, agency, mailbox.get(), answer.words(), clock.instant()));
            }
            return answer.permanent() ? new Outcome.Never(answer.words()) : new Outcome.Later(answer.words(), null);
        } catch (MessagingException unwritable) {
            return new Outcome.Never(String.valueOf(unwritable.getMessage()));
        }
    }

    private MimeMessage message(String agency, String mailbox, List<Versioned<Notice>> about)
            throws MessagingException {
        String province = about.getFirst().state().province();
        MailText.Mail mail = text.of(asOfToday(province, about), languages.of(SELF, province, agency));
        String domain = properties.domain();
        MimeMessage message = new StableIdMessage("<" + idOf(about) + "@" + domain + ">");
        message.setFrom(properties.sender());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mailbox));
        message.setSubject(mail.subject(), UTF_8);
        message.setContent(new MimeMultipart("alternative", part(mail.plain(), "plain"), part(mail.html(), "html")));
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        String preferences = links.preferences();
        if (preferences != null
                && !preferences.isBlank()
                && about.stream()
                        .noneMatch(it -> Notice.MANDATORY.contains(it.state().kind()))) {
            // RFC 2369: a page to sign in to. RFC 8058's single click would let whoever holds the mail change it.
            message.setHeader("List-Unsubscribe", "<" + preferences + ">");
        }
        Optional<String> thread = thread(about, domain);
        if (thread.isPresent()) {
            message.setHeader("In-Reply-To", thread.get());
            message.setHeader("References", thread.get());
        }
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** What has waited says how things stand today. */
    private List<Notice> asOfToday(String province, List<Versioned<Notice>> about) {
        LocalDate today = VietnamTime.dateOf(clock.instant());
        WorkingCalendar calendar = calendars.of(SELF, province);
        return about.stream().map(it -> it.state().asOf(today, calendar)).toList();
    }

    /** What speaks of one directive alone hangs on a message that nobody ever sent, so that mail programs gather it. */
    private static Optional<String> thread(List<Versioned<Notice>> about, String domain) {
        List<String> directives = about.stream()
                .map(it -> String.valueOf(it.state().facts().directiveNumber()))
                .distinct()
                .toList();
        if (directives.size() != 1 || directives.getFirst().equals("null")) {
            return Optional.empty();
        }
        String identity = about.getFirst().state().province() + "\n" + directives.getFirst();
        return Optional.of(
                "<" + UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)) + "@" + domain + ">");
    }

    /** Of the notices that a message is about, so that the same message sent again has the same. */
    private static String idOf(List<Versioned<Notice>> about) {
        if (about.size() == 1) {
            return about.getFirst().id();
        }
        String all = about.stream().map(Versioned::id).sorted().collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
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
