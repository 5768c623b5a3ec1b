package vn.dondoc.reporting.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An indicator (chỉ tiêu, chỉ số) of one province.
 *
 * @param form form whose elements it uses
 * @param measure how its figures are made of reports
 * @param overTime how figures of longer periods come from shorter ones
 * @param decimals of the published value
 * @param direction what its figures express, so that a target of change is not held against a level
 * @param better which figures are, for ranks
 * @param baseline year or span of years that changes are measured from; {@code null} for levels
 * @param synonyms other wordings under which directives set targets for it
 * @param partOf code of the indicator that it is a part of, such as a field of a score; {@code null} for none
 * @param owner code of the agency that answers for it (cơ quan chủ trì); {@code null} if it was not said
 */
public record Indicator(
        String code,
        String province,
        String name,
        String form,
        Measure measure,
        OverTime overTime,
        String unit,
        int decimals,
        Direction direction,
        Better better,
        @Nullable String baseline,
        List<String> synonyms,
        @Nullable String partOf,
        @Nullable String owner) {

    /** How the code of a form's completeness begins, an indicator like any other, but defined by nobody. */
    public static final String COMPLETENESS = "COMPLETENESS.";

    /** How the code of a form's timeliness begins: the share of those who owe a report that filed it by its last day. */
    public static final String TIMELINESS = "TIMELINESS.";

    /** Whether figures are levels, or changes from a baseline. */
    public enum Direction {
        LEVEL,
        DECREASE,
        INCREASE;

        /** Whether a target can be held against such figures. */
        boolean fits(@Nullable Aim aim) {
            return switch (this) {
                case DECREASE -> aim == Aim.DECREASE;
                case INCREASE -> aim == Aim.INCREASE;
                case LEVEL -> aim != Aim.DECREASE && aim != Aim.INCREASE;
            };
        }
    }

    /** Which of two figures is the better one. */
    public enum Better {
        HIGHER,
        LOWER
    }

    public Indicator {
        synonyms = List.copyOf(synonyms);
    }

    /** Whether nobody may define an indicator of this code. */
    public static boolean isReserved(String code) {
        return code.startsWith(COMPLETENESS) || code.startsWith(TIMELINESS);
    }

    /** Whether its figures can be held against a target with this aim and baseline. */
    public boolean measures(@Nullable Aim aim, @Nullable String targetBaseline) {
        return direction.fits(aim) && Objects.equals(baseline, targetBaseline);
    }

    /** Its name and the other wordings. */
    public List<String> wordings() {
        List<String> wordings = new ArrayList<>(synonyms);
        wordings.add(name);
        return wordings;
    }
}
