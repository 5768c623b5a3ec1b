package vn.dondoc.notifications.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailPropertiesTests {

    @Test
    void theSenderMayHaveAName() {
        MailProperties named = from("Đôn Đốc <don-doc@ninhbinh.gov.vn>");
        assertThat(named.sender().toString()).matches("=\\?UTF-8\\?[QB]\\?\\S+\\?= <don-doc@ninhbinh.gov.vn>");
        assertThat(named.sender().getPersonal()).isEqualTo("Đôn Đốc");
        assertThat(named.domain()).isEqualTo("ninhbinh.gov.vn");
        assertThat(from("don-doc@localhost").sender().toString()).isEqualTo("don-doc@localhost");
        assertThat(from("don-doc@localhost").domain()).isEqualTo("localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b, c@d", "a@b\nBcc: c@d", "<>"})
    void whatIsNoAddressDoesNotStart(String from) {
        assertThatThrownBy(() -> from(from)).isInstanceOf(IllegalArgumentException.class);
    }

    private static MailProperties from(String from) {
        return new MailProperties(from, Duration.ZERO, 1, Duration.ofMinutes(4));
    }
}
