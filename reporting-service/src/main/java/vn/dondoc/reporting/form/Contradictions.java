package vn.dondoc.reporting.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dondoc.failure.Failure;

/** What is wrong with a form itself, whatever is filled in. */
final class Contradictions {

    /** All texts of a report go into one event. */
    private static final int MOST_CHARACTERS = 200_000;

    private final ReportForm form;
    private final List<Failure.Field> wrong = new ArrayList<>();

    private Contradictions(ReportForm form) {
        this.form = form;
    }

    static List<Failure.Field> in(ReportForm form) {
        var contradictions = new Contradictions(form);
        contradictions.look();
        return contradictions.wrong;
    }

    private void look() {
        if (form.elements().isEmpty()
                && form.texts().isEmpty()
                && form.attachments().isEmpty()) {
            wrong.add(new Failure.Field("/elements", "reporting.form-empty"));
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < form.elements().size(); i++) {
            ReportForm.DataElement it = form.elements().get(i);
            refuseTwice(codes, it.code(), "/elements");
            refuseUnclear(it, "/elements/" + i);
        }
        form.texts().forEach(it -> refuseTwice(codes, it.code(), "/texts"));
        form.attachments().forEach(it -> refuseTwice(codes, it.code(), "/attachments"));
        int characters =
                form.texts().stream().mapToInt(ReportForm.TextElement::most).sum();
        if (characters > MOST_CHARACTERS) {
            wrong.add(new Failure.Field("/texts", "reporting.texts-long", characters, MOST_CHARACTERS));
        }
        long figures =
                form.elements().stream().mapToLong(ReportForm.DataElement::size).sum();
        if (figures > ReportForm.MOST_FIGURES) {
            wrong.add(new Failure.Field("/elements", "reporting.figures-many", figures, ReportForm.MOST_FIGURES));
        } else {
            refuseUnknown();
        }
        if (new HashSet<>(form.approvers()).size() < form.approvers().size()) {
            wrong.add(new Failure.Field("/approvers", "reporting.approver-twice"));
        }
    }

    private void refuseTwice(Set<String> codes, String code, String pointer) {
        if (!codes.add(code)) {
            wrong.add(new Failure.Field(pointer, "reporting.element-twice", code));
        }
    }

    private void refuseUnclear(ReportForm.DataElement it, String pointer) {
        if (it.code().startsWith(Condition.BEFORE)) {
            wrong.add(new Failure.Field(pointer + "/code", "reporting.reserved-element", Condition.BEFORE));
        }
        if (it.code().contains(Breakdown.JOIN)) {
            wrong.add(new Failure.Field(pointer + "/code", "reporting.reserved-join", Breakdown.JOIN));
        }
        if (it.min() != null && it.max() != null && it.min().compareTo(it.max()) > 0) {
            wrong.add(new Failure.Field(pointer + "/max", "reporting.max-below-min"));
        }
        for (int i = 0; i < it.by().size(); i++) {
            refuseUnclear(it.by().get(i), pointer + "/by/" + i);
        }
    }

    private void refuseUnclear(Breakdown it, String pointer) {
        List<String> options = it.options().stream().map(Breakdown.Option::code).toList();
        if (new HashSet<>(options).size() < options.size()) {
            wrong.add(new Failure.Field(pointer + "/options", "reporting.option-twice"));
        }
        if (options.stream().anyMatch(code -> code.contains(Breakdown.JOIN))) {
            wrong.add(new Failure.Field(pointer + "/options", "reporting.reserved-join", Breakdown.JOIN));
        }
    }

    private void refuseUnknown() {
        Set<String> figures = form.figureCodes();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < form.checks().size(); i++) {
            Check it = form.checks().get(i);
            if (!named.add(it.code())) {
                wrong.add(new Failure.Field("/checks/" + i + "/code", "reporting.check-twice", it.code()));
            }
            String pointer = "/checks/" + i + (it.rule() instanceof Outlier ? "/outlier/of" : "/condition");
            for (String figure : it.rule().elements()) {
                if (!figures.contains(figure)) {
                    wrong.add(new Failure.Field(pointer, "reporting.no-element", form.code(), figure));
                }
            }
        }
    }
}
