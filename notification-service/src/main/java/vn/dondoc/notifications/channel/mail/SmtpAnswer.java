package vn.dondoc.notifications.channel.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * What a mail server said when it did not take a message.
 *
 * @param code of the reply, RFC 5321 section 4.2; 0 if there was none
 * @param ofMailbox whether it speaks of the mailbox rather than of the message
 */
record SmtpAnswer(int code, boolean ofMailbox, String words) {

    private static final int FIRST_PERMANENT = 500;
    private static final int FULL = 552;
    private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

    /** Enhanced status codes, RFC 3463: bad destination mailbox, disabled mailbox; and what the server holds against us. */
    private static final Pattern DEAD = Pattern.compile("\\b5\\.(1\\.\\d|2\\.1)\\b");

    private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.\\d+\\b");

    /** The answer that says most among all that a failure is made of. */
    static SmtpAnswer of(MailException failed) {
        SmtpAnswer best = new SmtpAnswer(0, false, words(failed));
        Deque<Throwable> open = new ArrayDeque<>();
        Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
        open.add(failed);
        while (!open.isEmpty()) {
            Throwable it = open.poll();
            if (!known.add(it)) {
                continue;
            }
            SmtpAnswer said = said(it);
            if (said != null && (best.code == 0 || said.ofMailbox)) {
                best = said;
            }
            if (it.getCause() != null) {
                open.add(it.getCause());
            }
            if (it instanceof MailSendException many) {
                open.addAll(Arrays.asList(many.getMessageExceptions()));
            }
            if (it instanceof MessagingException one && one.getNextException() != null) {
                open.add(one.getNextException());
            }
        }
        return best;
    }

    private static @Nullable SmtpAnswer said(Throwable it) {
        return switch (it) {
            case SMTPAddressFailedException refused -> new SmtpAnswer(refused.getReturnCode(), true, words(refused));
            case SMTPSenderFailedException refused -> new SmtpAnswer(refused.getReturnCode(), false, words(refused));
            case SMTPSendFailedException refused -> new SmtpAnswer(refused.getReturnCode(), false, words(refused));
            default -> null;
        };
    }

    private static String words(Throwable it) {
        return Objects.requireNonNullElse(it.getMessage(), it.getClass().getSimpleName())
                .strip();
    }

    /**
     * Whether the server will say the same tomorrow. Of a mailbox that is full, or of a relay that it does not trust
     * today, it need not.
     */
    boolean permanent() {
        return code >= FIRST_PERMANENT && code != FULL && !(ofMailbox && saysPolicy());
    }

    /** Whether it says that there is no such mailbox. */
    boolean mailboxIsDead() {
        return ofMailbox && permanent() && (DEAD.matcher(words).find() || NO_MAILBOX.contains(code));
    }

    private boolean saysPolicy() {
        return POLICY.matcher(words).find();
    }
}
