package vn.dondoc.notifications.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.notifications.notice.Notice;

class MailTextTests {

    @Test
    void oneNoticeIsItsOwnMail() {
        var text = new MailText(List.of(notice(Notice.Kind.DEADLINE_MISSED, "rà soát <b> & \"một cửa\"")));
        assertThat(text.subject()).isEqualTo("Quá hạn 3 ngày làm việc: rà soát <b> & \"một cửa\"");
        assertThat(text.plain()).startsWith("Nhiệm vụ của Sở Nội vụ").contains("\n---\nA task of Sở Nội vụ");
        assertThat(text.html())
                .contains("rà soát &lt;b&gt; &amp; &quot;một cửa&quot;")
                .doesNotContain("<b>");
    }

    @Test
    void manyAreCountedByWhatTheyAskForWhatIsLateFirst() {
        List<Notice> many = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            many.add(notice(Notice.Kind.TASK_RETURNED, "trả lại " + i));
            many.add(notice(Notice.Kind.DEADLINE_APPROACHING, "sắp đến hạn " + i));
            many.add(notice(Notice.Kind.EXTENSION_REQUESTED, "gia hạn " + i));
            many.add(notice(Notice.Kind.DEADLINE_MISSED, "quá hạn " + i));
        }
        Collections.shuffle(many, new java.util.Random(7));
        var text = new MailText(many);
        assertThat(text.subject())
                .isEqualTo("Đôn Đốc: 12 việc – 3 quá hạn, 3 chờ quyết định, 3 sắp đến hạn, 3 thay đổi");
        assertThat(text.plain().indexOf("quá hạn 0")).isLessThan(text.plain().indexOf("gia hạn 0"));
        assertThat(text.plain()).contains("3 late, 3 to decide, 3 due soon, 3 changed");
        assertThat(text.html()).contains("lang=\"vi\"").contains("lang=\"en\"").doesNotContain("http");
    }

    @Test
    void whatIsTooMuchForAMailIsCounted() {
        List<Notice> many = Collections.nCopies(1_000, notice(Notice.Kind.DEADLINE_MISSED, "quá hạn"));
        var text = new MailText(many);
        assertThat(text.subject()).startsWith("Đôn Đốc: 1000 việc");
        assertThat(text.plain()).contains("… và 900 việc khác").contains("… and 900 more");
        assertThat(text.html().length()).isLessThan(150_000);
    }

    private static Notice notice(Notice.Kind kind, String what) {
        return new Notice(
                "VN-23",
                "VN-23.ubnd",
                kind,
                Notice.Channel.MAIL,
                "task",
                null,
                "Quá hạn 3 ngày làm việc: " + what,
                "Nhiệm vụ của Sở Nội vụ đã quá hạn (hạn cuối 14/09/2021) 3 ngày làm việc: " + what
                        + ". Căn cứ: 4709/UBND-KSTT, mục 2.",
                "3 working days late: " + what,
                "A task of Sở Nội vụ was due on 14/09/2021 and is 3 working days late: " + what
                        + ". Source: 4709/UBND-KSTT, mục 2.",
                "ubnd@a.example",
                Notice.Status.PENDING,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                false);
    }
}
