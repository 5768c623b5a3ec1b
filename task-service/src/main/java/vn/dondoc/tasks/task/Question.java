package vn.dondoc.tasks.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agency asks its assigner (xin ý kiến). The clock runs on.
 *
 * @param answer {@code null} while there is none
 */
public record Question(
        String text,
        String actor,
        Instant at,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {

    Question answered(String words, Actor by) {
        return new Question(text, actor, at, words, by.name(), by.at());
    }
}
