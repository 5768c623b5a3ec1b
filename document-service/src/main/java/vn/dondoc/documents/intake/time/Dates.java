package vn.dondoc.documents.intake.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.documents.directive.OfficeYears;

/** Calendar dates in the forms that offices and newspapers write. */
public final class Dates {

    /** A date: {@code 16 tháng 3 năm 2022}, {@code 05/8/2022}, {@code 7-10-2021}, {@code 15.9.2021}. Three groups. */
    public static final String DATE =
            "(\\d{1,2})(?:\\s?[/.-]\\s?|\\s+tháng\\s+)(\\d{1,2})(?:\\s?[/.-]\\s?|,?\\s+năm\\s+)(\\d{4})(?!\\d)";

    /** The same without groups. */
    public static final String ANY_DATE = DATE.replace("(\\d", "(?:\\d");

    private static final Pattern FIRST = Pattern.compile(DATE);

    private Dates() {}

    public static Optional<LocalDate> first(String text) {
        Matcher matcher = FIRST.matcher(text);
        return matcher.find() ? at(matcher, 1) : Optional.empty();
    }

    /** The date of a document, whose three groups begin at {@code group}; empty for a day that does not exist or is unlikely. */
    public static Optional<LocalDate> at(Matcher matcher, int group) {
        return of(matcher.group(group), matcher.group(group + 1), matcher.group(group + 2))
                .filter(OfficeYears::include);
    }

    static Optional<LocalDate> of(String day, String month, String year) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
