package vn.dondoc.contract.directive.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.Meaning;

@Meaning("Another document that this one names.")
public record Citation(
        @Meaning("canonical, without blanks") @Nullable String number,
        @Nullable String type,
        @Nullable LocalDate date,
        @Nullable String issuer,
        @Meaning("verbatim") String text,
        @Meaning("BASIS or CITED") String role) {}
