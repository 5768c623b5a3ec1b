package vn.dondoc.documents.agency.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.agency.Agency;
import vn.dondoc.documents.agency.AgencyKind;
import vn.dondoc.failure.Failure;

/** An agency as an administrator describes it; its province is the administrator's. */
record RegisterAgencyRequest(
        @NotBlank @Size(max = 300) String name,
        @NotNull AgencyKind kind,
        @Nullable String parent,
        @Nullable String supervisor,
        @Nullable @Email String mailbox,
        @Nullable List<@NotBlank String> aliases,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo) {

    Agency toAgency(String code, String province) {
        if (!code.startsWith(province + ".")) {
            throw new Failure.Invalid(
                    "code",
                    "Mã cơ quan phải bắt đầu bằng " + province + ".",
                    "The code must begin with " + province + ".");
        }
        return new Agency(
                code,
                name,
                province,
                kind,
                parent,
                supervisor,
                mailbox,
                aliases == null ? List.of() : aliases,
                validFrom,
                validTo);
    }
}
