package vn.dondoc.documents.directive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a directive is no longer in force.
 *
 * @param replacedBy id of the directive that takes its place; {@code null} if none does
 */
public record Ending(@Nullable String replacedBy, LocalDate on, String reason) {}
