package vn.dondoc.reporting.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.failure.Failure;

/** A moment as people name it: with its hour, or a day up to its end. */
public final class Moment {

    private Moment() {}

    /** @throws Failure.Invalid naming {@code knownAt} */
    public static Instant parse(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(VietnamTime.ZONE)
                            .toInstant()
                            .minusMillis(1);
        } catch (DateTimeParseException neither) {
            throw new Failure.Invalid("knownAt", "reporting.no-moment");
        }
    }
}
