package vn.dondoc.documents.agency.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.agency.Succession;

/** A succession as an administrator describes it. */
record RegisterSuccessionRequest(
        @NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 100) String> from,
        @NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 100) String> to,
        @NotNull LocalDate on,
        @Nullable @Size(max = 1_000) String note) {

    Succession toSuccession() {
        return new Succession(from, to, on, note);
    }
}
