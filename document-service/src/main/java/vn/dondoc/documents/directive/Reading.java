package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read out of a document. What the document does not say is {@code null} or empty, never invented.
 *
 * @param number số, ký hiệu, canonical without blanks
 * @param issuer cơ quan ban hành, in full
 * @param province name, such as "Nghệ An"
 * @param subject trích yếu
 * @param signerTitle title of the signer; the name stays in the text
 * @param addressees kính gửi, one phrase each
 * @param recipients nơi nhận, one line each
 * @param findings what the reader was not sure of, for the clerk
 */
public record Reading(
        @Nullable String docType,
        @Nullable String number,
        @Nullable LocalDate issueDate,
        @Nullable String issuer,
        @Nullable String province,
        @Nullable String subject,
        @Nullable String signerTitle,
        List<String> addressees,
        List<String> recipients,
        List<Citation> citations,
        List<Provision> provisions,
        List<Target> targets,
        List<String> findings) {

    public Reading {
        addressees = List.copyOf(addressees);
        recipients = List.copyOf(recipients);
        citations = List.copyOf(citations);
        provisions = List.copyOf(provisions);
        targets = List.copyOf(targets);
        findings = List.copyOf(findings);
    }

    /** The same reading with what a clerk filled in; {@code null} keeps what was read. */
    public Reading completedWith(@Nullable String number, @Nullable LocalDate issueDate, @Nullable String subject) {
        return new Reading(
                docType,
                number == null ? this.number : number,
                issueDate == null ? this.issueDate : issueDate,
                issuer,
                province,
                subject == null ? this.subject : subject,
                signerTitle,
                addressees,
                recipients,
                citations,
                provisions,
                targets,
                findings);
    }
}
