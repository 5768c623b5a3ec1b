package vn.dondoc.tasks.desk.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Text;
import vn.dondoc.tasks.task.Limit;

/** How a last day is counted, in words: "15 ngày làm việc kể từ ngày ban hành 03/08/2026: đến hết 24/08/2026". */
final class LimitWords {

    private LimitWords() {}

    static Text of(Limit.Counted it, @Nullable LocalDate dueOn) {
        Text unit = switch (it.unit()) {
            case HOUR -> Text.of("tasks.unit-hour");
            case DAY -> Text.of("tasks.unit-day");
            case WORKING_DAY -> Text.of("tasks.unit-working-day");
        };
        Text from = switch (it.from()) {
            case ISSUE_DATE -> Text.of("tasks.from-issue-date");
            case RECEIPT -> Text.of("tasks.from-receipt");
            case EVENT -> Text.of("tasks.from-event");
            case OTHER_DEADLINE -> Text.of("tasks.from-other-deadline");
        };
        LocalDate since = it.since();
        if (it.amount() < 0) {
            return since == null || dueOn == null
                    ? Text.of("tasks.counted-back-awaited", -it.amount(), unit, from)
                    : Text.of("tasks.counted-back", -it.amount(), unit, from, since, dueOn);
        }
        return since == null || dueOn == null
                ? Text.of("tasks.counted-awaited", it.amount(), unit, from)
                : Text.of("tasks.counted", it.amount(), unit, from, since, dueOn);
    }
}
