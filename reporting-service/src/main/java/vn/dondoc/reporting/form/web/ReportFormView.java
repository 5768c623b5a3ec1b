package vn.dondoc.reporting.form.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.form.Check;
import vn.dondoc.reporting.form.ReportForm;

/**
 * As it is shown: a report form (biểu mẫu) of one province.
 *
 * @param code unique within the province
 * @param checks what must be true of a report
 * @param lead code of the agency that consolidates its reports; absent where any lead of the province may
 */
record ReportFormView(
        String code,
        String province,
        String name,
        List<ElementView> elements,
        List<CheckView> checks,
        @Nullable String lead) {

    static ReportFormView of(ReportForm it) {
        return new ReportFormView(
                it.code(),
                it.province(),
                it.name(),
                it.elements().stream().map(ElementView::of).toList(),
                it.checks().stream().map(CheckView::of).toList(),
                it.lead());
    }

    /**
     * A number that is asked for.
     *
     * @param min least value; absent for none
     * @param max greatest value; absent for none
     * @param required whether it may not be left blank, unless nothing at all is to be reported
     */
    record ElementView(
            String code,
            String name,
            String unit,
            ReportForm.DataElement.Kind kind,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            boolean required) {

        static ElementView of(ReportForm.DataElement it) {
            return new ElementView(it.code(), it.name(), it.unit(), it.kind(), it.min(), it.max(), it.required());
        }
    }

    /** Something that must be true, or explained. */
    record CheckView(String code, String condition, Check.Severity severity, String message) {

        static CheckView of(Check it) {
            return new CheckView(it.code(), it.condition().text(), it.severity(), it.message());
        }
    }
}
