package vn.dondoc.documents.directive;

import java.time.LocalDate;
import vn.dondoc.failure.Failure;

/**
 * The years in which a document of the administration can be dated or a duty can be due: from its founding to the end of
 * this century. A day outside them is a slip of the pen, and nobody can be pressed for it.
 */
public final class OfficeYears {

    public static final int FIRST = 1945;
    public static final int LAST = 2100;

    private OfficeYears() {}

    public static boolean include(LocalDate day) {
        return day.getYear() >= FIRST && day.getYear() <= LAST;
    }

    static Failure.Field unlikely(String pointer) {
        return new Failure.Field(pointer, "documents.unlikely-year", FIRST, LAST);
    }
}
