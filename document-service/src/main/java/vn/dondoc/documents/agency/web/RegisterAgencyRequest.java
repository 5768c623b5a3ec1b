package vn.dondoc.documents.agency.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.agency.Agency;
import vn.dondoc.documents.agency.AgencyCode;
import vn.dondoc.documents.agency.AgencyKind;
import vn.dondoc.failure.Failure;

/** An agency as an administrator describes it; its province is the administrator's. */
record RegisterAgencyRequest(
        @NotBlank @Size(max = 300) @Pattern(regexp = PLAIN, message = "documents.rule-plain")
        String name,

        @NotNull AgencyKind kind,
        @Nullable @Size(max = 100) String parent,
        @Nullable @Size(max = 100) String supervisor,
        @Nullable @Size(max = 254) @Email String mailbox,

        @Nullable @Size(max = 200) @Pattern(regexp = PLAIN, message = "documents.rule-plain")
        String head,

        @Nullable @Size(max = 50)
        List<@NotBlank @Size(max = 300) @Pattern(regexp = PLAIN, message = "documents.rule-plain") String> aliases,

        @Nullable @Size(max = 20) List<@NotNull @Valid CodeRequest> codes,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** What is shown as it is has no marks of HTML and no control characters. */
    private static final String PLAIN = "[^<>\\p{Cntrl}]*";

    /** A code that other systems use for the agency, and since when. */
    record CodeRequest(
            @NotNull AgencyCode.Scheme scheme,
            @NotBlank @Size(max = 35) String value,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        private AgencyCode toCode() {
            try {
                return new AgencyCode(scheme, value, validFrom, validTo);
            } catch (IllegalArgumentException unreadable) {
                throw new Failure.Invalid("/codes", "documents.agency-code-wrong", value);
            }
        }
    }

    Agency toAgency(String code, String province) {
        if (!code.startsWith(province + ".")) {
            throw new Failure.Invalid("code", "documents.code-of-another-province", province);
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new Failure.Invalid("/validTo", "documents.last-before-first");
        }
        return new Agency(
                code,
                name,
                province,
                kind,
                parent,
                supervisor,
                mailbox,
                head,
                aliases == null ? List.of() : aliases,
                codes == null
                        ? List.of()
                        : codes.stream().map(CodeRequest::toCode).toList(),
                validFrom,
                validTo);
    }
}
