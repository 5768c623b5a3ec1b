package vn.dondoc.reporting.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;
import vn.dondoc.access.Role;
import vn.dondoc.failure.Failure;

/**
 * A report form (biểu mẫu) of one province: what is to be filled in, and what must be true of it.
 *
 * @param code unique within the province
 * @param checks over several elements
 * @param lead code of the agency that consolidates its reports; {@code null} where any lead of the province may
 */
public record ReportForm(
        String code,
        String province,
        String name,
        List<DataElement> elements,
        List<Check> checks,
        @Nullable String lead) {

    public ReportForm {
        elements = List.copyOf(elements);
        checks = List.copyOf(checks);
    }

    /** Led by whoever leads in the province. */
    public ReportForm(String code, String province, String name, List<DataElement> elements, List<Check> checks) {
        this(code, province, name, elements, checks, null);
    }

    /**
     * One figure to be filled in (số liệu).
     *
     * @param kind what numbers it takes
     * @param min least value; {@code null} for none
     * @param max greatest value; {@code null} for none
     * @param required whether it may not be left blank, unless nothing at all is to be reported
     */
    public record DataElement(
            String code,
            String name,
            String unit,
            Kind kind,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            boolean required) {

        /** Any number at all. */
        public DataElement(String code, String name, String unit) {
            this(code, name, unit, Kind.DECIMAL, null, null, false);
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

    public boolean has(String element) {
        return elements.stream().anyMatch(it -> it.code().equals(element));
    }

    /** Whether a check compares with the period before. */
    public boolean looksBack() {
        return checks.stream().anyMatch(it -> it.condition().looksBack());
    }

    /**
     * Refuses a form that contradicts itself.
     *
     * @return the form
     */
    public ReportForm checked() {
        List<Failure.Field> wrong = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            DataElement it = elements.get(i);
            if (!codes.add(it.code())) {
                wrong.add(new Failure.Field("/elements", "reporting.element-twice", it.code()));
            }
            if (it.code().startsWith(Condition.BEFORE)) {
                wrong.add(
                        new Failure.Field("/elements/" + i + "/code", "reporting.reserved-element", Condition.BEFORE));
            }
            if (it.min() != null && it.max() != null && it.min().compareTo(it.max()) > 0) {
                wrong.add(new Failure.Field("/elements/" + i + "/max", "reporting.max-below-min"));
            }
        }
        Set<String> named = new HashSet<>();
        for (int i = 0; i < checks.size(); i++) {
            Check it = checks.get(i);
            if (!named.add(it.code())) {
                wrong.add(new Failure.Field("/checks/" + i + "/code", "reporting.check-twice", it.code()));
            }
            for (String element : it.condition().elements()) {
                if (!codes.contains(element)) {
                    wrong.add(new Failure.Field("/checks/" + i + "/condition", "reporting.no-element", code, element));
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        return this;
    }

    /** What is wrong with single values, whatever else is filled in later. */
    public List<Finding> findings(Map<String, BigDecimal> values) {
        List<Finding> findings = new ArrayList<>();
        Set<String> known = elements.stream().map(DataElement::code).collect(Collectors.toSet());
        for (String element : values.keySet()) {
            if (!known.contains(element)) {
                findings.add(Finding.wrong("/values/" + element, "reporting.form-without-element", code));
            }
        }
        for (DataElement it : elements) {
            BigDecimal value = values.get(it.code());
            if (value != null) {
                it.finding(value).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /**
     * Everything that is to be said of values as a whole, before they are filed.
     *
     * @param before what was filed for the period before; empty if nothing was
     * @param explanations by code of the check that they explain
     * @param nil whether it is declared that there is nothing to report
     */
    public List<Finding> findings(
            Map<String, BigDecimal> values,
            Map<String, BigDecimal> before,
            Map<String, String> explanations,
            boolean nil) {
        List<Finding> findings = new ArrayList<>(findings(values));
        if (nil) {
            if (!values.isEmpty()) {
                findings.add(Finding.wrong("/nil", "reporting.nil-with-values"));
            }
            return findings;
        }
        if (values.isEmpty()) {
            findings.add(Finding.wrong("/values", "reporting.empty"));
            return findings;
        }
        for (DataElement it : elements) {
            if (it.required() && !values.containsKey(it.code())) {
                findings.add(Finding.wrong("/values/" + it.code(), "reporting.blank", it.name()));
            }
        }
        for (Check it : checks) {
            it.finding(values, before, explanations).ifPresent(findings::add);
        }
        for (String explained : explanations.keySet()) {
            if (checks.stream().noneMatch(it -> it.code().equals(explained))) {
                findings.add(Finding.wrong("/explanations/" + explained, "reporting.no-check", code, explained));
            }
        }
        return findings;
    }
}
