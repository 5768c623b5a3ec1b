package vn.dondoc.reporting.consolidation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of an administrative document: Nghị định 30/2020/NĐ-CP, article 8.
 *
 * @param superior body above the issuing one (cơ quan chủ quản); absent for none
 * @param issuer body that issues it
 * @param number and sign; absent while it has none
 * @param place where it is issued
 * @param date of issue
 * @param recipients lines of «Nơi nhận»
 * @param signerTitle such as GIÁM ĐỐC
 * @param signer name
 */
public record Frame(
        @Nullable @Size(max = 200) String superior,
        @NotBlank @Size(max = 200) String issuer,
        @Nullable @Size(max = 60) String number,
        @NotBlank @Size(max = 100) String place,
        @NotNull LocalDate date,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 300) String> recipients,
        @NotBlank @Size(max = 100) String signerTitle,
        @NotBlank @Size(max = 100) String signer) {

    /** The same with others named first among the recipients. */
    Frame alsoTo(List<String> others) {
        List<String> all = Stream.concat(others.stream(), recipientsOrNone().stream())
                .distinct()
                .toList();
        return new Frame(superior, issuer, number, place, date, all, signerTitle, signer);
    }

    List<String> recipientsOrNone() {
        return Objects.requireNonNullElse(recipients, List.of());
    }
}
