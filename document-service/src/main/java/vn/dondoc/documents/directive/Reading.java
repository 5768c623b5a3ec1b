package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was read out of a document. What the document does not say is {@code null} or empty, never invented.
 *
 * @param head number, date, issuer and the like
 * @param addressees kính gửi, one phrase each
 * @param recipients nơi nhận, one line each
 * @param marks where each field of the head was read, by its name
 * @param times every time that the paper names after its head, and what became of it
 * @param findings what a clerk should look at
 * @param replacements what it changes in other papers
 */
public record Reading(
        Head head,
        List<String> addressees,
        List<String> recipients,
        List<Citation> citations,
        List<Provision> provisions,
        List<Target> targets,
        Map<String, Mark> marks,
        List<TimeMention> times,
        List<Finding> findings,
        List<Replacement> replacements) {

    /**
     * What stands above and below the text.
     *
     * @param number số, ký hiệu, canonical without blanks
     * @param numberRaw as printed, where that differs
     * @param symbol ký hiệu, known even where the number is still blank
     * @param issueDateText its words
     * @param issueMonth where the day is blank
     * @param place địa danh
     * @param issuer cơ quan ban hành, in full
     * @param province name, such as "Nghệ An"; {@code null} for a document of the centre
     * @param subject trích yếu
     * @param urgency {@code null} for a paper that bears none
     * @param secrecy MAT TOI_MAT TUYET_MAT: such a document must not be kept here
     * @param sourceKind OFFICIAL_TEXT or NEWS_ARTICLE
     * @param completeness FULL TRUNCATED_HEAD TRUNCATED_TAIL TRUNCATED_HEAD_AND_TAIL PARAPHRASE
     */
    public record Head(
            @Nullable DocumentType docType,
            boolean docTypeInferred,
            @Nullable String number,
            @Nullable String numberRaw,
            @Nullable String symbol,
            @Nullable LocalDate issueDate,
            @Nullable String issueDateText,
            @Nullable YearMonth issueMonth,
            @Nullable String place,
            @Nullable String issuer,
            @Nullable IssuerLevel issuerLevel,
            @Nullable String province,
            @Nullable String subject,
            Signer signer,
            @Nullable Urgency urgency,
            @Nullable String secrecy,
            String sourceKind,
            String completeness) {

        Head completedWith(@Nullable String number, @Nullable LocalDate issueDate, @Nullable String subject) {
            return new Head(
                    docType,
                    docTypeInferred,
                    number == null ? this.number : number,
                    numberRaw,
                    symbol,
                    issueDate == null ? this.issueDate : issueDate,
                    issueDateText,
                    issueMonth,
                    place,
                    issuer,
                    issuerLevel,
                    province,
                    subject == null ? this.subject : subject,
                    signer,
                    urgency,
                    secrecy,
                    sourceKind,
                    completeness);
        }
    }

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern SPAN = Pattern.compile(
            "(?:giai đoạn|thời kỳ)(?: từ)?(?: năm)?\\s+20\\d\\d\\s*(?:[-–]|đến(?: năm)?)\\s*(20\\d\\d)", FLAGS);
    private static final Pattern YEAR =
            Pattern.compile("(?<!tháng \\d{1,2} )(?<!tháng \\d{1,2}/)\\bnăm\\s+(20\\d\\d)[.\\s]*$", FLAGS);

    public Reading {
        addressees = List.copyOf(addressees);
        recipients = List.copyOf(recipients);
        citations = List.copyOf(citations);
        provisions = List.copyOf(provisions);
        targets = List.copyOf(targets);
        marks = Map.copyOf(marks);
        times = List.copyOf(Objects.requireNonNullElse(times, List.of())); // an earlier release kept none
        findings = List.copyOf(findings);
        replacements = List.copyOf(Objects.requireNonNullElse(replacements, List.of())); // nor of these
    }

    public @Nullable String number() {
        return head.number();
    }

    public @Nullable LocalDate issueDate() {
        return head.issueDate();
    }

    public @Nullable String province() {
        return head.province();
    }

    /**
     * The last day of the time that it is made for, as its subject says: "giai đoạn 2021 - 2025", or "năm 2022" at its end.
     * The year of a date is none ("ngày 15 tháng 7 năm 2021"), for it belongs to another paper.
     */
    public @Nullable LocalDate endsOn() {
        String subject = head.subject() == null ? "" : head.subject();
        LocalDate last = null;
        Matcher span = SPAN.matcher(subject);
        while (span.find()) {
            LocalDate end = LocalDate.of(Integer.parseInt(span.group(1)), 12, 31);
            last = last == null || end.isAfter(last) ? end : last;
        }
        Matcher year = YEAR.matcher(subject);
        return last == null && year.find() ? LocalDate.of(Integer.parseInt(year.group(1)), 12, 31) : last;
    }

    /** The same reading with what a clerk filled in; {@code null} keeps what was read. */
    public Reading completedWith(@Nullable String number, @Nullable LocalDate issueDate, @Nullable String subject) {
        List<Finding> open = findings.stream()
                .filter(it -> switch (it.code()) {
                    case NO_NUMBER -> number == null;
                    case NO_ISSUE_DATE, ISSUE_DAY_BLANK -> issueDate == null;
                    default -> true;
                })
                .toList();
        return new Reading(
                head.completedWith(number, issueDate, subject),
                addressees,
                recipients,
                citations,
                provisions,
                targets,
                marks,
                times,
                open,
                replacements);
    }

    /**
     * The same with a place of its own for each duty, since a task is known by the place of its clause: of two under one, the
     * second is numbered on.
     */
    Reading withDistinctPaths() {
        List<Provision> distinct = Provision.apart(provisions);
        return distinct.equals(provisions) ? this : correctedWith(distinct, targets, findings);
    }

    /** The same paper with duties, targets and what is still to be looked at. */
    Reading correctedWith(List<Provision> otherProvisions, List<Target> otherTargets, List<Finding> open) {
        return new Reading(
                head,
                addressees,
                recipients,
                citations,
                otherProvisions,
                otherTargets,
                marks,
                times,
                open,
                replacements);
    }

    /** What a clerk has to look at before the paper may take effect. */
    public List<Finding> toBeChecked() {
        return findings.stream().filter(Finding::isToBeChecked).toList();
    }
}
