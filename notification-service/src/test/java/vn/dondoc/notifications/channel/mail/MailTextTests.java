package vn.dondoc.notifications.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.dondoc.notifications.SampleFacts;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.wording.ApprovedTexts;
import vn.dondoc.notifications.notice.wording.Language;
import vn.dondoc.notifications.notice.wording.LinkProperties;
import vn.dondoc.notifications.notice.wording.Wordings;

class MailTextTests {

    private static final List<Language> BOTH = List.of(Language.VI, Language.EN);

    private final MailText text =
            new MailText(new Wordings(), new LinkProperties("https://a.example/viec/{id}", null, null, null));

    @Test
    void oneNoticeIsItsOwnMail() {
        MailText.Mail mail =
                text.of(List.of(SampleFacts.notice(Notice.Kind.DEADLINE_MISSED, "rà soát <b> & \"một cửa\"")), BOTH);
        assertThat(mail.subject()).isEqualTo("Quá hạn 3 ngày làm việc: rà soát <b> & \"một cửa\"");
        assertThat(mail.plain()).startsWith("Nhiệm vụ của Sở Nội vụ").contains("\n---\nA task of Sở Nội vụ");
        assertThat(mail.html())
                .contains("rà soát &lt;b&gt; &amp; &quot;một cửa&quot;")
                .contains("href=\"https://a.example/viec/task-1\"")
                .doesNotContain("<b>");
    }

    @Test
    void everyKindIsMailedAsApproved() {
        StringBuilder plain = new StringBuilder();
        for (Notice.Kind kind : Notice.Kind.values()) {
            MailText.Mail mail = text.of(List.of(SampleFacts.notice(kind, "rà soát thủ tục hành chính")), BOTH);
            plain.append("## ").append(kind).append('\n');
            plain.append(mail.subject()).append("\n\n").append(mail.plain()).append('\n');
        }
        ApprovedTexts.compare("mail.txt", plain.toString());
        List<Notice> all = Arrays.stream(Notice.Kind.values())
                .map(it -> SampleFacts.notice(it, "rà soát thủ tục hành chính"))
                .toList();
        ApprovedTexts.compare("mail.html", text.of(all, BOTH).html());
    }

    @Test
    void manyAreCountedByWhatTheyAskForWhatIsLateFirst() {
        List<Notice> many = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            many.add(SampleFacts.notice(Notice.Kind.TASK_RETURNED, "trả lại " + i));
            many.add(SampleFacts.notice(Notice.Kind.DEADLINE_APPROACHING, "sắp đến hạn " + i));
            many.add(SampleFacts.notice(Notice.Kind.EXTENSION_REQUESTED, "gia hạn " + i));
            many.add(SampleFacts.notice(Notice.Kind.DEADLINE_MISSED, "quá hạn " + i));
        }
        Collections.shuffle(many, new Random(7));
        MailText.Mail mail = text.of(many, BOTH);
        assertThat(mail.subject())
                .isEqualTo(
                        "Đôn Đốc: 12 việc – 3 quá hạn, 3 chờ quyết định, 3 sắp đến hạn, 3 thay đổi (4709/UBND-KSTT)");
        assertThat(mail.plain().indexOf("quá hạn 0")).isLessThan(mail.plain().indexOf("gia hạn 0"));
        assertThat(mail.plain()).contains("3 late, 3 to decide, 3 due soon, 3 changed");
        assertThat(mail.html()).contains("lang=\"vi\"").contains("lang=\"en\"");
    }

    @Test
    void whatIsTooMuchForAMailIsCounted() {
        List<Notice> many = Collections.nCopies(1_000, SampleFacts.notice(Notice.Kind.DEADLINE_MISSED, "quá hạn"));
        MailText.Mail mail = text.of(many, BOTH);
        assertThat(mail.subject()).startsWith("Đôn Đốc: 1000 việc");
        assertThat(mail.plain()).contains("… và 900 việc khác").contains("… and 900 more");
        assertThat(mail.html().length()).isLessThan(200_000);
    }
}
