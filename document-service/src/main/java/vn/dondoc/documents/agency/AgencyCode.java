package vn.dondoc.documents.agency;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an agency is called by other systems, for as long as they call it that. The schemes were in use side by side, and
 * a merger may give a code to another agency: so a code is an attribute with dates, and never the key.
 *
 * @param value as the scheme writes it: {@code H41.05} in one, {@code 000.00.00.H41} in the other
 * @param validTo last day; {@code null} while it is in use
 */
public record AgencyCode(
        Scheme scheme,
        String value,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    private static final Pattern WRITTEN = Pattern.compile("[A-Z0-9]{1,5}(\\.[A-Z0-9]{1,5}){0,5}");

    /** Who hands the codes out, and how they are written. */
    public enum Scheme {
        /** Quyết định 20/2020/QĐ-TTg: from left to right, {@code H41.05.12}. */
        QD20_2020,
        /** Thông tư 10/2016/TT-BTTTT: from right to left, {@code 000.00.00.H41}; edXML messages still carry it. */
        TT10_2016
    }

    public AgencyCode {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    value + " is not a code: capital letters and digits in groups, separated by dots");
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException(value + " would end before it begins");
        }
    }

    /** Whether the code stood for its agency on {@code day}. */
    public boolean inUseOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
