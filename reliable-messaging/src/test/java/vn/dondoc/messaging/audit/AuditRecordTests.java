package vn.dondoc.messaging.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import vn.dondoc.aggregate.Acting;

class AuditRecordTests {

    private static final Acting ACTING =
            new Acting("request-1", "somebody", List.of("OFFICER"), "VN-22.snv", "POST /api/v1/reports");

    @Test
    void ofAHistoryThatGrewOnlyWhatWasAddedIsSaid() {
        assertThat(changes(new Document("filings", List.of(1, 2)), new Document("filings", List.of(1, 2, 3))))
                .isEqualTo("{\"filings\": {\"kept\": 2, \"added\": [3]}}");
    }

    @Test
    void aListThatBeganShrankOrChangedIsSaidWhole() {
        assertThat(changes(new Document(), new Document("filings", List.of(1))))
                .isEqualTo("{\"filings\": {\"after\": [1]}}");
        assertThat(changes(new Document("filings", List.of()), new Document("filings", List.of(1))))
                .isEqualTo("{\"filings\": {\"before\": [], \"after\": [1]}}");
        assertThat(changes(new Document("filings", List.of(1, 2)), new Document("filings", List.of(1))))
                .isEqualTo("{\"filings\": {\"before\": [1, 2], \"after\": [1]}}");
        assertThat(changes(new Document("filings", List.of(1, 2)), new Document("filings", List.of(1, 3, 4))))
                .isEqualTo("{\"filings\": {\"before\": [1, 2], \"after\": [1, 3, 4]}}");
    }

    @Test
    void ofWhatIsHiddenOrDigestedNotEvenWhatWasAddedIsSaid() {
        var shown = new AuditRecord.Shown(Set.of("secrets"), Set.of("words"));
        assertThat(changes(new Document("secrets", List.of("a")), new Document("secrets", List.of("a", "b")), shown))
                .isEqualTo("{\"secrets\": {\"before\": \"…\", \"after\": \"…\"}}");
        assertThat(changes(new Document("words", List.of("a")), new Document("words", List.of("a", "b")), shown))
                .contains("before", "after", "sha256")
                .doesNotContain("kept", "\"b\"");
    }

    @Test
    void whatIsLongIsKeptAsItsDigestWhateverItIs() {
        String text = "\u0001".repeat(400);
        assertThat(changes(new Document(), new Document("note", text)))
                .contains("\\u0001")
                .doesNotContain("sha256");
        assertThat(changes(new Document(), new Document("note", "a".repeat(2_001))))
                .contains("sha256")
                .contains("\"characters\": 2001");
        Document values = new Document();
        for (int i = 0; i < 100; i++) {
            values.append("E" + i, new Decimal128(new BigDecimal("1234567890.123456")));
        }
        assertThat(changes(new Document(), new Document("draft", values))).contains("sha256");
        assertThat(changes(new Document(), new Document("draft", new Document("E1", new Decimal128(7)))))
                .contains("{\"E1\": \"7\"}");
        assertThat(changes(new Document(), new Document("paper", new Binary(new byte[3_000]))))
                .contains("sha256");
        assertThat(changes(new Document(), new Document("many", Collections.nCopies(1_000, 7))))
                .contains("sha256");
    }

    private static String changes(Document before, Document after) {
        return changes(before, after, new AuditRecord.Shown(Set.of(), Set.of()));
    }

    private static String changes(Document before, Document after, AuditRecord.Shown shown) {
        AuditRecord record = AuditRecord.changed(ACTING, "reporting-service", "reports/1", 2, before, after, shown);
        return Document.parse(record.text()).get("changes", Document.class).toJson();
    }
}
