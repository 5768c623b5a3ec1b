package vn.dondoc.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.form.Content;

/**
 * A filing (lần nộp) of a report.
 *
 * @param revision 1 for the first
 * @param actor user id
 * @param on day that counts for the last day in time
 * @param formVersion version of the form that it was checked against; 0 where none was kept
 * @param reason why an earlier filing was wrong; {@code null} for the first, and after it was returned
 */
public record Filing(
        int revision,
        Instant at,
        String actor,
        LocalDate on,
        long formVersion,
        Content content,
        @Nullable String reason) {}
