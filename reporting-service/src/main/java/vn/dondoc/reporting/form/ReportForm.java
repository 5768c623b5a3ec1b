package vn.dondoc.reporting.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dondoc.failure.Failure;

/**
 * A report form (biểu mẫu) of one province.
 *
 * @param code unique within the province
 */
public record ReportForm(String code, String province, String name, List<DataElement> elements) {

    /** One figure to be filled in (số liệu). */
    public record DataElement(String code, String name, String unit) {}

    public ReportForm {
        elements = List.copyOf(elements);
        Set<String> codes = new HashSet<>();
        for (DataElement element : elements) {
            if (!codes.add(element.code())) {
                throw new Failure.Invalid("/elements", "reporting.element-twice", element.code());
            }
        }
    }

    public boolean has(String element) {
        return elements.stream().anyMatch(it -> it.code().equals(element));
    }
}
