package vn.dondoc.notifications.notice.wording;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.dondoc.notifications.notice.Facts;

/**
 * Where a reader of a message finds what it is about.
 *
 * @param task address of a task, with {@code {id}} in the place of its id; none if empty
 * @param report the same of a report
 * @param directive the same of a directive
 * @param preferences where an agency says how it wants to be told
 */
@ConfigurationProperties("dondoc.links")
public record LinkProperties(
        @Nullable String task,
        @Nullable String report,
        @Nullable String directive,
        @Nullable String preferences) {

    /** Empty for what has no address. */
    public Optional<String> to(Facts facts) {
        String pattern = switch (facts.subject()) {
            case TASK -> task;
            case REPORT -> report;
            case DIRECTIVE -> directive;
            case INDICATOR, DIGEST, DELIVERY, RECORD -> null;
        };
        return pattern == null || pattern.isBlank()
                ? Optional.empty()
                : Optional.of(pattern.replace("{id}", facts.subjectId()));
    }
}
