package vn.dondoc.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import de.bwaldvogel.mongo.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.dondoc.embedded.store.Lookup;

class LookupRulesTests {

    private static final Document FILTER = new Document("province", "P");
    private static final Document SORT = new Document("due", 1);

    private final LookupRules rules = new LookupRules();
    private final ExtensionContext test = mock();

    @Test
    void aFilterWithoutAnIndexFailsTheTestAndIsNamed() {
        assertFails(new Lookup("tasks.tasks", FILTER, null, null, false, 1, 1), "no index", "tasks.tasks", "province");
    }

    @Test
    void sortingInMemoryFailsTheTest() {
        assertFails(new Lookup("tasks.tasks", FILTER, SORT, "province_1", false, 5, 5), "sorted in memory", "due");
    }

    @Test
    void lookingAtManyMoreThanIsGivenBackFailsTheTest() {
        assertFails(new Lookup("tasks.tasks", FILTER, SORT, "province_1_due_1", true, 100, 3), "many more", "100");
    }

    @Test
    void whatAnIndexServesPasses() {
        LookupRules.check(new Lookup("tasks.tasks", FILTER, SORT, "province_1_due_1", true, 50, 50));
        LookupRules.check(new Lookup("tasks.tasks", new Document(), null, null, false, 500, 500));
        assertThatCode(() -> rules.afterEach(test)).doesNotThrowAnyException();
    }

    private void assertFails(Lookup lookup, String... words) {
        when(test.getDisplayName()).thenReturn("a test");
        LookupRules.check(lookup);
        assertThatThrownBy(() -> rules.afterEach(test))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(words);
        assertThatCode(() -> rules.afterEach(test)).as("said once").doesNotThrowAnyException();
    }
}
