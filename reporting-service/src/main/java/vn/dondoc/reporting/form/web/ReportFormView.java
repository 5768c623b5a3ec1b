package vn.dondoc.reporting.form.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.form.Breakdown;
import vn.dondoc.reporting.form.Check;
import vn.dondoc.reporting.form.Condition;
import vn.dondoc.reporting.form.Outlier;
import vn.dondoc.reporting.form.ReportForm;

/**
 * As it is shown: a report form (biểu mẫu) of one province.
 *
 * @param code unique within the province
 * @param checks what must be true of a report
 * @param lead code of the agency that consolidates its reports; absent where any lead of the province may
 * @param approvers codes of the agencies that approve a report one after the other; empty where its lead does at once
 */
record ReportFormView(
        String code,
        String province,
        String name,
        List<ElementView> elements,
        List<TextView> texts,
        List<AttachmentView> attachments,
        List<CheckView> checks,
        @Nullable String lead,
        List<String> approvers) {

    static ReportFormView of(ReportForm it) {
        return new ReportFormView(
                it.code(),
                it.province(),
                it.name(),
                it.elements().stream().map(ElementView::of).toList(),
                it.texts().stream().map(TextView::of).toList(),
                it.attachments().stream().map(AttachmentView::of).toList(),
                it.checks().stream().map(CheckView::of).toList(),
                it.lead(),
                it.approvers());
    }

    /**
     * A number that is asked for.
     *
     * @param min least value; absent for none
     * @param max greatest value; absent for none
     * @param required whether it may not be left blank, unless nothing at all is to be reported
     * @param by what it is told apart by; empty for one number
     * @param figures codes of what is filled in: its own, or one for each of the options
     */
    record ElementView(
            String code,
            String name,
            String unit,
            ReportForm.DataElement.Kind kind,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            boolean required,
            List<Breakdown> by,
            List<String> figures) {

        static ElementView of(ReportForm.DataElement it) {
            return new ElementView(
                    it.code(),
                    it.name(),
                    it.unit(),
                    it.kind(),
                    it.min(),
                    it.max(),
                    it.required(),
                    it.by(),
                    it.parts().stream().map(ReportForm.DataElement::code).toList());
        }
    }

    /**
     * Something to be told in words.
     *
     * @param most characters
     * @param required whether it may not be left blank, unless nothing at all is to be reported
     */
    record TextView(String code, String name, int most, boolean required) {

        static TextView of(ReportForm.TextElement it) {
            return new TextView(it.code(), it.name(), it.most(), it.required());
        }
    }

    /**
     * Files to be handed in.
     *
     * @param required whether there must be one, unless nothing at all is to be reported
     */
    record AttachmentView(String code, String name, boolean required) {

        static AttachmentView of(ReportForm.AttachmentElement it) {
            return new AttachmentView(it.code(), it.name(), it.required());
        }
    }

    /**
     * Something that must be true, or explained: a condition, or that a figure does not lie far from earlier ones.
     *
     * @param condition absent of what is held against earlier figures
     * @param outlier absent of a condition
     */
    record CheckView(
            String code,
            @Nullable String condition,
            @Nullable OutlierView outlier,
            Check.Severity severity,
            String message) {

        static CheckView of(Check it) {
            return switch (it.rule()) {
                case Condition rule -> new CheckView(it.code(), rule.text(), null, it.severity(), it.message());
                case Outlier rule -> new CheckView(it.code(), null, OutlierView.of(rule), it.severity(), it.message());
            };
        }
    }

    /**
     * A figure that is not to lie far from what the same agency filed before.
     *
     * @param of code of the figure
     * @param limit how many times the spread is still usual
     * @param periods how many are looked back
     */
    record OutlierView(String of, Outlier.Method method, BigDecimal limit, int periods) {

        static OutlierView of(Outlier it) {
            return new OutlierView(it.element(), it.method(), it.limit(), it.periods());
        }
    }
}
