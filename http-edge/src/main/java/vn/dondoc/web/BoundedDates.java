package vn.dondoc.web;

import java.io.Serial;
import java.time.DateTimeException;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Days of a year of four digits, as RFC 3339 has them and the API documents say; whoever counts from others counts for long. */
final class BoundedDates extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    BoundedDates() {
        addDeserializer(LocalDate.class, new OfBodies());
    }

    /** @throws DateTimeException if it is none of these */
    static LocalDate parse(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!include(day)) {
            throw new DateTimeException(text + " is not of a year from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return day;
    }

    private static boolean include(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private static final class OfBodies extends StdScalarDeserializer<LocalDate> {

        OfBodies() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(parser, context);
            if (day != null && !include(day)) {
                throw context.weirdStringException(day.toString(), LocalDate.class, "a year of four digits is wanted");
            }
            return day;
        }
    }
}
