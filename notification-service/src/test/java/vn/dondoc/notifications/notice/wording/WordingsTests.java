package vn.dondoc.notifications.notice.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.notifications.SampleFacts;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Wording;

class WordingsTests {

    private final Wordings wordings = new Wordings();

    @ParameterizedTest
    @EnumSource
    void everyKindIsWordedAsApproved(Language language) {
        StringBuilder all = new StringBuilder();
        for (Notice.Kind kind : Notice.Kind.values()) {
            Wording it = wordings.of(SampleFacts.notice(kind, "rà soát thủ tục hành chính"), language);
            Wording own = wordings.of(SampleFacts.notice(kind, "rà soát thủ tục hành chính", "VN-23.snv"), language);
            assertThat(it.subject()).as(kind.name()).isNotBlank();
            assertThat(it.body()).as(kind.name()).isNotBlank().doesNotContain("{{", "null");
            all.append("## ")
                    .append(kind)
                    .append('\n')
                    .append(it.subject())
                    .append('\n')
                    .append(it.body())
                    .append('\n')
                    .append(it.next().isEmpty() ? "" : "→ " + it.next() + "\n")
                    .append(own.next().equals(it.next()) ? "" : "→ " + own.next() + "\n")
                    .append(wordings.counted(kind, 9, language))
                    .append("\n\n");
        }
        ApprovedTexts.compare("inbox." + language.name().toLowerCase(Locale.ROOT) + ".txt", all.toString());
    }

    @ParameterizedTest
    @EnumSource
    void theLastDayItselfIsCalledToday(Language language) {
        Notice last = SampleFacts.notice(Notice.Kind.DEADLINE_APPROACHING, "rà soát");
        Notice today = new Notice(
                last.province(),
                last.recipient(),
                last.kind(),
                SampleFacts.of("rà soát", 0),
                null,
                last.createdAt(),
                last.way());
        assertThat(wordings.of(today, language).subject())
                .isEqualTo(language == Language.VI ? "Hôm nay là hạn cuối: rà soát" : "Due today: rà soát");
    }

    @ParameterizedTest
    @EnumSource
    void aPaperWithoutASubjectIsCalledByItsNumberAlone(Language language) {
        for (Notice.Kind kind : new Notice.Kind[] {Notice.Kind.DIRECTIVE_AMENDED, Notice.Kind.DIRECTIVE_REVOKED}) {
            assertThat(wordings.of(SampleFacts.notice(kind, ""), language).subject())
                    .as(kind.name())
                    .contains("4709/UBND-KSTT")
                    .doesNotEndWith(":");
        }
    }
}
