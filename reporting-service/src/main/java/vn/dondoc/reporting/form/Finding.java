package vn.dondoc.reporting.form;

import java.util.List;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;

/**
 * What a form has to say of figures.
 *
 * @param pointer JSON pointer to what it is about
 * @param blocks whether the report cannot be filed so
 */
public record Finding(String pointer, boolean blocks, Text text) {

    static Finding wrong(String pointer, String key, Object... arguments) {
        return new Finding(pointer, true, Text.of(key, arguments));
    }

    static Finding noted(String pointer, String key, Object... arguments) {
        return new Finding(pointer, false, Text.of(key, arguments));
    }

    /** @throws Failure.Invalid naming everything that blocks, if anything does */
    public static void refuse(List<Finding> findings) {
        List<Failure.Field> wrong = findings.stream()
                .filter(Finding::blocks)
                .map(it -> new Failure.Field(it.pointer(), it.text()))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
    }
}
