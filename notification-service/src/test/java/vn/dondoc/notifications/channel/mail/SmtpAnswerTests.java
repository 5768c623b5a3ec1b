package vn.dondoc.notifications.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpAnswerTests {

    @ParameterizedTest
    @CsvSource({
        "550, true, 5.1.1 no such user, true, true",
        "550, true, user unknown, true, true",
        "551, true, user not local, true, true",
        "550, true, 5.2.1 mailbox disabled, true, true",
        // the server holds something against us, today
        "554, true, 5.7.1 Client host blocked, false, false",
        "550, true, 5.7.1 Relay access denied, false, false",
        "554, true, 5.7.0 policy, false, false",
        "552, true, 5.2.2 mailbox full, false, false",
        "451, true, 4.3.0 try again, false, false",
        // of the message
        "554, false, 5.7.1 not wanted, true, false",
        "550, false, 5.1.1 whatever, true, false",
        "0, false, no answer, false, false"
    })
    void whatAServerMeans(int code, boolean ofMailbox, String words, boolean permanent, boolean dead) {
        var answer = new SmtpAnswer(code, ofMailbox, words);
        assertThat(answer.permanent()).isEqualTo(permanent);
        assertThat(answer.mailboxIsDead()).isEqualTo(dead);
    }
}
