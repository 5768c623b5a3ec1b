package vn.dondoc.tasks.desk.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Text;
import vn.dondoc.tasks.task.Limit;

/** How a last day is counted, in words: "15 ngày làm việc kể từ ngày ban hành 03/08/2026: đến hết 24/08/2026". */
final class LimitWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private LimitWords() {}

    static String vietnamese(Limit.Counted it, @Nullable LocalDate dueOn) {
        return words(it, dueOn, Text::vietnamese);
    }

    static String english(Limit.Counted it, @Nullable LocalDate dueOn) {
        return words(it, dueOn, Text::english);
    }

    private static String words(Limit.Counted it, @Nullable LocalDate dueOn, Function<Text, String> language) {
        String unit = language.apply(
                switch (it.unit()) {
                    case HOUR -> Text.of("tasks.unit-hour");
                    case DAY -> Text.of("tasks.unit-day");
                    case WORKING_DAY -> Text.of("tasks.unit-working-day");
                });
        String from = language.apply(
                switch (it.from()) {
                    case ISSUE_DATE -> Text.of("tasks.from-issue-date");
                    case RECEIPT -> Text.of("tasks.from-receipt");
                    case EVENT -> Text.of("tasks.from-event");
                    case OTHER_DEADLINE -> Text.of("tasks.from-other-deadline");
                });
        LocalDate since = it.since();
        return language.apply(
                since == null || dueOn == null
                        ? Text.of("tasks.counted-awaited", it.amount(), unit, from)
                        : Text.of("tasks.counted", it.amount(), unit, from, DAY.format(since), DAY.format(dueOn)));
    }
}
