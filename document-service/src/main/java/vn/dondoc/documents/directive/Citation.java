package vn.dondoc.documents.directive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Another document that this one names.
 *
 * @param number canonical, without blanks; {@code null} for a document cited by name only
 */
public record Citation(
        @Nullable String number,
        @Nullable String type,
        @Nullable LocalDate date,
        @Nullable String issuer,
        String text,
        Role role,
        Mark mark) {

    /** What the other document is to this one. */
    public enum Role {
        BASIS,
        CITED,
        AMENDS,
        REPLACES,
        REPEALS,
        ATTACHED,
        REVIEWS
    }
}
