package vn.dondoc.messaging.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bson.Document;
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
    void whatIsAddedIsHiddenWhereTheFieldIsASecret() {
        var shown = new AuditRecord.Shown(Set.of("secrets"), Set.of());
        assertThat(changes(new Document("secrets", List.of("a")), new Document("secrets", List.of("a", "b")), shown))
                .isEqualTo("{\"secrets\": {\"kept\": 1, \"added\": \"…\"}}");
    }

    private static String changes(Document before, Document after) {
        return changes(before, after, new AuditRecord.Shown(Set.of(), Set.of()));
    }

    private static String changes(Document before, Document after, AuditRecord.Shown shown) {
        AuditRecord record = AuditRecord.changed(ACTING, "reporting-service", "reports/1", 2, before, after, shown);
        return Document.parse(record.text()).get("changes", Document.class).toJson();
    }
}
