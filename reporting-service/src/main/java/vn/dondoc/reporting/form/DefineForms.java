package vn.dondoc.reporting.form;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.failure.Failure;

/** Adds or replaces forms, and takes nothing away that something is computed from. */
@Component
public class DefineForms {

    private final Forms forms;
    private final ElementUses uses;

    DefineForms(Forms forms, ElementUses uses) {
        this.forms = forms;
        this.uses = uses;
    }

    public Receipt define(AccessScope scope, ReportForm form, Command command) {
        forms.find(scope, form.province(), form.code())
                .ifPresent(it -> it.state().requireLead(scope));
        List<Failure.Field> missing = wrong(form, uses.of(scope, form.province(), form.code()));
        if (!missing.isEmpty()) {
            throw new Failure.Invalid(missing);
        }
        return forms.define(scope, form, command);
    }

    /** What a form lacks that something is computed from. */
    public static List<Failure.Field> wrong(ReportForm form, List<ElementUses.Use> uses) {
        Set<String> figures = form.figureCodes();
        return uses.stream()
                .filter(it -> !figures.contains(it.element()))
                .map(it -> new Failure.Field("/elements", "reporting.element-in-use", it.element(), it.indicator()))
                .toList();
    }
}
