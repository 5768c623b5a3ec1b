package vn.dondoc.documents.format.edxml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** Dates and stamps of the standard, in Vietnamese time; read also in the two forms that programs write instead. */
final class Dates {

    private static final DateTimeFormatter DAY = strict("uuuu/MM/dd");
    private static final DateTimeFormatter STAMP = strict("uuuu/MM/dd HH:mm:ss");
    private static final List<DateTimeFormatter> DAYS = List.of(DAY, strict("uuuu-MM-dd"), strict("dd/MM/uuuu"));
    private static final List<DateTimeFormatter> STAMPS = List.of(
            STAMP, strict("uuuu-MM-dd HH:mm:ss"), strict("dd/MM/uuuu HH:mm:ss"), strict("uuuu-MM-dd'T'HH:mm:ss"));

    private Dates() {}

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    static Optional<LocalDate> day(String text) {
        return stamp(text).map(LocalDateTime::toLocalDate);
    }

    static Optional<LocalDateTime> stamp(String text) {
        for (DateTimeFormatter form : STAMPS) {
            try {
                return Optional.of(LocalDateTime.parse(text.strip(), form));
            } catch (DateTimeException e) {
                // The next form.
            }
        }
        for (DateTimeFormatter form : DAYS) {
            try {
                return Optional.of(LocalDate.parse(text.strip(), form).atStartOfDay());
            } catch (DateTimeException e) {
                // The next form.
            }
        }
        return Optional.empty();
    }

    static String text(LocalDate day) {
        return DAY.format(day);
    }

    static String text(LocalDateTime stamp) {
        return STAMP.format(stamp);
    }
}
