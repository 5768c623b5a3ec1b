package vn.dondoc.reporting.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.access.Role;
import vn.dondoc.failure.Failure;

/**
 * A report form (biểu mẫu) of one province: what is to be filled in, and what must be true of it.
 *
 * @param code unique within the province
 * @param elements what is told in numbers
 * @param texts what is told in words
 * @param attachments what files are handed in beside it
 * @param checks of figures
 * @param lead code of the agency that consolidates its reports; {@code null} where any lead of the province may
 * @param approvers codes of the agencies that approve a report one after the other; empty where its lead does at once
 */
public record ReportForm(
        String code,
        String province,
        String name,
        List<DataElement> elements,
        List<TextElement> texts,
        List<AttachmentElement> attachments,
        List<Check> checks,
        @Nullable String lead,
        List<String> approvers) {

    /** As many as a report may have. */
    public static final int MOST_FIGURES = 1_000;

    public ReportForm {
        elements = List.copyOf(elements);
        texts = List.copyOf(texts);
        attachments = List.copyOf(attachments);
        checks = List.copyOf(checks);
        approvers = List.copyOf(approvers);
    }

    /** Figures alone, led and approved by whoever leads in the province. */
    public ReportForm(String code, String province, String name, List<DataElement> elements, List<Check> checks) {
        this(code, province, name, elements, List.of(), List.of(), checks, null, List.of());
    }

    /**
     * One figure to be filled in (số liệu).
     *
     * @param kind what numbers it takes
     * @param min least value; {@code null} for none
     * @param max greatest value; {@code null} for none
     * @param required whether it may not be left blank, unless nothing at all is to be reported
     * @param by what it is told apart by; empty for one number
     */
    public record DataElement(
            String code,
            String name,
            String unit,
            Kind kind,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            boolean required,
            List<Breakdown> by) {

        public DataElement {
            by = List.copyOf(by);
        }

        /** Any number at all. */
        public DataElement(String code, String name, String unit) {
            this(code, name, unit, Kind.DECIMAL, null, null, false, List.of());
        }

        /** The figures that are filled in for it: one for each of the options, or itself. */
        public List<DataElement> parts() {
            List<DataElement> parts = List.of(new DataElement(code, name, unit, kind, min, max, required, List.of()));
            for (Breakdown it : by) {
                parts = parts.stream()
                        .flatMap(part -> it.options().stream().map(part::of))
                        .toList();
            }
            return parts;
        }

        /** How many figures are filled in for it. */
        long size() {
            return by.stream().mapToLong(it -> it.options().size()).reduce(1, (some, more) -> some * more);
        }

        private DataElement of(Breakdown.Option it) {
            String ofOption = code + Breakdown.JOIN + it.code();
            return new DataElement(ofOption, name + " – " + it.name(), unit, kind, min, max, required, List.of());
        }

        /** Which numbers. */
        public enum Kind {
            INTEGER,
            DECIMAL
        }

        Optional<Finding> finding(BigDecimal value) {
            String pointer = "/values/" + code;
            if (kind == Kind.INTEGER && value.stripTrailingZeros().scale() > 0) {
                return Optional.of(Finding.wrong(pointer, "reporting.not-whole", name));
            } else if (min != null && value.compareTo(min) < 0) {
                return Optional.of(Finding.wrong(pointer, "reporting.below-least", name, min.toPlainString(), unit));
            } else if (max != null && value.compareTo(max) > 0) {
                return Optional.of(Finding.wrong(pointer, "reporting.above-most", name, max.toPlainString(), unit));
            }
            return Optional.empty();
        }
    }

    /**
     * Something to be told in words.
     *
     * @param most how many characters it may have
     * @param required whether it may not be left blank, unless nothing at all is to be reported
     */
    public record TextElement(String code, String name, int most, boolean required) {

        Optional<Finding> finding(String text) {
            return text.length() > most
                    ? Optional.of(Finding.wrong("/texts/" + code, "reporting.too-long", most))
                    : Optional.empty();
        }
    }

    /**
     * Files to be handed in, such as a scanned list.
     *
     * @param required whether there must be one, unless nothing at all is to be reported
     */
    public record AttachmentElement(String code, String name, boolean required) {}

    /**
     * Refuses who leads other forms only: reports are approved, sent back and excused, and the form and what is computed from
     * it are defined, by the agency that leads it, by who is above all leads, and by the province's administrator.
     *
     * @throws Failure.Forbidden for the lead of another agency
     */
    public void requireLead(AccessScope scope) {
        boolean above = scope.has(Role.SUPERVISOR) || scope.has(Role.ADMIN);
        if (lead != null && scope.has(Role.LEAD) && !above && !lead.equals(scope.agencyOrNull())) {
            throw new Failure.Forbidden("reporting.led-by-another", code, lead);
        }
    }

    /**
     * Codes of the agencies that approve a report of an agency one after the other: nobody approves their own, so it is not
     * among them.
     */
    private List<String> approversOf(String agency) {
        return approvers.stream().filter(it -> !it.equals(agency)).toList();
    }

    /** How often a report of an agency is approved before it counts as approved. */
    public int levels(String agency) {
        return Math.max(1, approversOf(agency).size());
    }

    /**
     * Who approves a report next.
     *
     * @param agency whose report it is
     * @param approvals how often it was approved already
     * @return code of the agency; empty where any lead may
     */
    public Optional<String> approver(String agency, int approvals) {
        List<String> inOrder = approversOf(agency);
        return approvals < inOrder.size()
                ? Optional.of(inOrder.get(approvals))
                : Optional.ofNullable(lead).filter(it -> !it.equals(agency));
    }

    /**
     * Refuses whoever it is not the turn of.
     *
     * @param agency whose report it is
     * @param approvals how often the report was approved already
     * @throws Failure.Forbidden naming whose turn it is
     */
    public void requireApprover(AccessScope scope, String agency, int approvals) {
        List<String> inOrder = approversOf(agency);
        if (approvals >= inOrder.size()) {
            requireLeadOf(scope, agency);
        } else if (!inOrder.get(approvals).equals(scope.agencyOrNull())) {
            throw new Failure.Forbidden(
                    "reporting.approved-by-another", approvals + 1, levels(agency), inOrder.get(approvals));
        }
    }

    /** Refuses who leads other forms only; of its lead's own report another lead decides. */
    public void requireLeadOf(AccessScope scope, String agency) {
        if (!agency.equals(lead)) {
            requireLead(scope);
        }
    }

    /** Refuses who neither leads the form nor is one of those who approve its reports. */
    public void requireLeadOrApprover(AccessScope scope, String agency) {
        if (!approvers.contains(String.valueOf(scope.agencyOrNull()))) {
            requireLeadOf(scope, agency);
        }
    }

    /** The figures that are filled in, in the order of the form. */
    public List<DataElement> figures() {
        return elements.stream().flatMap(it -> it.parts().stream()).toList();
    }

    /** The figures that are filled in, and below its parts the sum of each that is broken down. */
    public List<DataElement> figuresAndSums() {
        return elements.stream()
                .flatMap(it -> Stream.concat(it.parts().stream(), it.by().isEmpty() ? Stream.empty() : Stream.of(it)))
                .toList();
    }

    /** Codes of all of them. */
    public Set<String> figureCodes() {
        return figuresAndSums().stream().map(DataElement::code).collect(Collectors.toSet());
    }

    /** The attachment element of this code. */
    public Optional<AttachmentElement> attachment(String element) {
        return attachments.stream().filter(it -> it.code().equals(element)).findFirst();
    }

    /** Of how many periods before the checks need to know what was filed. */
    public int looksBack() {
        return checks.stream().mapToInt(it -> it.rule().looksBack()).max().orElse(0);
    }

    /**
     * Refuses a form that contradicts itself.
     *
     * @return the form
     */
    public ReportForm checked() {
        List<Failure.Field> wrong = Contradictions.in(this);
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        return this;
    }

    /** The content with the sums of figures that are broken down, where none of their parts is blank. */
    public Content withSums(Content content) {
        Map<String, BigDecimal> values = new HashMap<>(content.values());
        sums(content.values()).forEach(values::putIfAbsent);
        return content.withValues(values);
    }

    private Map<String, BigDecimal> sums(Map<String, BigDecimal> values) {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (DataElement it : elements) {
            List<String> parts = it.parts().stream().map(DataElement::code).toList();
            if (!it.by().isEmpty() && values.keySet().containsAll(parts)) {
                sums.put(it.code(), parts.stream().map(values::get).reduce(BigDecimal.ZERO, BigDecimal::add));
            }
        }
        return sums;
    }

    /** What is wrong with single entries, whatever else is filled in later. */
    public List<Finding> entryFindings(Content content) {
        List<Finding> findings = new ArrayList<>();
        Map<String, BigDecimal> values = content.values();
        Set<String> known = figureCodes();
        for (String figure : values.keySet()) {
            if (!known.contains(figure)) {
                findings.add(Finding.wrong("/values/" + figure, "reporting.form-without-element", code));
            }
        }
        for (DataElement it : figures()) {
            BigDecimal value = values.get(it.code());
            if (value != null) {
                it.finding(value).ifPresent(findings::add);
            }
        }
        Map<String, BigDecimal> sums = sums(values);
        for (DataElement it : elements) {
            BigDecimal said = values.get(it.code());
            if (said != null && !it.by().isEmpty() && !isSame(said, sums.get(it.code()))) {
                findings.add(Finding.wrong("/values/" + it.code(), "reporting.not-the-sum", it.name()));
            }
        }
        for (String text : content.texts().keySet()) {
            if (texts.stream().noneMatch(it -> it.code().equals(text))) {
                findings.add(Finding.wrong("/texts/" + text, "reporting.form-without-element", code));
            }
        }
        for (TextElement it : texts) {
            it.finding(content.texts().getOrDefault(it.code(), "")).ifPresent(findings::add);
        }
        return findings;
    }

    private static boolean isSame(BigDecimal said, @Nullable BigDecimal sum) {
        return sum != null && said.compareTo(sum) == 0;
    }

    /** Everything that is to be said of a report as a whole, before it is filed. */
    public List<Finding> findings(Content content, Earlier earlier) {
        List<Finding> findings = new ArrayList<>(entryFindings(content));
        if (content.nil()) {
            if (!content.values().isEmpty()) {
                findings.add(Finding.wrong("/nil", "reporting.nil-with-values"));
            }
            return findings;
        }
        if (content.isEmpty()) {
            findings.add(Finding.wrong("/values", "reporting.empty"));
            return findings;
        }
        findings.addAll(blanks(content));
        for (Check it : checks) {
            it.finding(content.values(), earlier, content.explanations()).ifPresent(findings::add);
        }
        for (String explained : content.explanations().keySet()) {
            if (checks.stream().noneMatch(it -> it.code().equals(explained))) {
                findings.add(Finding.wrong("/explanations/" + explained, "reporting.no-check", code, explained));
            }
        }
        return findings;
    }

    private List<Finding> blanks(Content content) {
        List<Finding> blanks = new ArrayList<>();
        for (DataElement it : figures()) {
            if (it.required() && !content.values().containsKey(it.code())) {
                blanks.add(Finding.wrong("/values/" + it.code(), "reporting.blank", it.name()));
            }
        }
        for (TextElement it : texts) {
            if (it.required() && content.texts().getOrDefault(it.code(), "").isBlank()) {
                blanks.add(Finding.wrong("/texts/" + it.code(), "reporting.blank", it.name()));
            }
        }
        for (AttachmentElement it : attachments) {
            if (it.required()
                    && content.files().stream().noneMatch(file -> file.element().equals(it.code()))) {
                blanks.add(Finding.wrong("/files/" + it.code(), "reporting.no-file-beside", it.name()));
            }
        }
        return blanks;
    }
}
