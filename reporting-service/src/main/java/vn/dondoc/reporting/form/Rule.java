package vn.dondoc.reporting.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a check holds figures against. */
public sealed interface Rule permits Condition, Outlier {

    /** Codes of the figures that it speaks of; at least one. */
    List<String> elements();

    /** Of how many periods before it needs to know what was filed. */
    int looksBack();

    /**
     * What is said against the figures, in signs that need no language, such as {@code A + B <= C} or
     * {@code 120 <= HS <= 180}; nothing if it is kept, or cannot be said because a figure is blank.
     */
    Optional<String> broken(Map<String, BigDecimal> values, Earlier earlier);
}
