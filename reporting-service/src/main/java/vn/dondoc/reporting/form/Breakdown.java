package vn.dondoc.reporting.form;

import java.util.List;

/**
 * What a figure is told apart by (phân tổ), such as sex or the way in which papers come in. Its figure is filled in once for
 * each option, and is the sum of them.
 *
 * @param code unique within the data element
 * @param options at least two
 */
public record Breakdown(String code, String name, List<Option> options) {

    /** What joins the code of a figure and those of the options that it is for: {@code HS__NU}. */
    public static final String JOIN = "__";

    public Breakdown {
        options = List.copyOf(options);
    }

    /** One of what it is told apart by, such as women. */
    public record Option(String code, String name) {}
}
