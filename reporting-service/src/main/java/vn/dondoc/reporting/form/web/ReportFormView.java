package vn.dondoc.reporting.form.web;

import java.util.List;
import vn.dondoc.reporting.form.ReportForm;

/**
 * As it is shown: a report form (biểu mẫu) of one province.
 *
 * @param code unique within the province
 */
record ReportFormView(String code, String province, String name, List<ElementView> elements) {

    static ReportFormView of(ReportForm it) {
        return new ReportFormView(
                it.code(),
                it.province(),
                it.name(),
                it.elements().stream().map(ElementView::of).toList());
    }

    /** A number that is asked for. */
    record ElementView(String code, String name, String unit) {

        static ElementView of(ReportForm.DataElement it) {
            return new ElementView(it.code(), it.name(), it.unit());
        }
    }
}
