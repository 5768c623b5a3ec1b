package vn.dondoc.reporting.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the same agency filed on the same form for periods before.
 *
 * @param before for the period just before; empty if nothing was
 * @param filed for each period looked at in which something was filed, the latest first
 */
public record Earlier(Map<String, BigDecimal> before, List<Map<String, BigDecimal>> filed) {

    public static final Earlier NOTHING = new Earlier(Map.of(), List.of());

    /** The period just before alone. */
    public static Earlier of(Map<String, BigDecimal> before) {
        return new Earlier(before, before.isEmpty() ? List.of() : List.of(before));
    }
}
