package vn.dondoc.tasks.task;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an agency was given to do, by whom, and why.
 *
 * @param text verbatim duty
 * @param predecessor id of the task that this one carries on, of an agency that ended or was wrongly addressed
 */
public record Assignment(
        String province,
        String agency,
        Role role,
        Duty duty,
        Assigner assigner,
        String text,
        Limit limit,
        @Nullable String predecessor) {

    /** Lead (chủ trì) or co-operating (phối hợp). */
    public enum Role {
        LEAD,
        COOPERATING
    }

    public Assignment(
            String province, String agency, Role role, Duty duty, Assigner assigner, String text, Limit limit) {
        this(province, agency, role, duty, assigner, text, limit, null);
    }

    /** The same with another limit. */
    public Assignment within(Limit other) {
        return new Assignment(province, agency, role, duty, assigner, text, other, predecessor);
    }

    /** The same, for another agency, which carries on with the task {@code predecessor}. */
    public Assignment to(String otherAgency, String otherPredecessor) {
        return new Assignment(province, otherAgency, role, duty, assigner, text, limit, otherPredecessor);
    }

    /** The same, given by another agency, as a part of another task if it is a part. */
    Assignment givenBy(String otherAssigner, @Nullable String otherSuperior) {
        Duty same = duty instanceof Duty.HandedDown down && otherSuperior != null
                ? new Duty.HandedDown(otherSuperior, down.origin())
                : duty;
        return new Assignment(
                province, agency, role, same, new Assigner.Agency(otherAssigner), text, limit, predecessor);
    }

    /** The same, of an agency that was named later. */
    public Assignment of(String otherAgency, Role otherRole) {
        return new Assignment(province, otherAgency, otherRole, duty, assigner, text, limit, null);
    }

    /** The same, in the province of another agency. */
    public Assignment in(String otherProvince) {
        return new Assignment(otherProvince, agency, role, duty, assigner, text, limit, predecessor);
    }

    Assignment because(Duty other) {
        return new Assignment(province, agency, role, other, assigner, text, limit, predecessor);
    }

    public Optional<Duty.OfClause> clause() {
        return duty.ofClause();
    }

    public @Nullable String directiveNumber() {
        return clause().map(Duty.OfClause::directiveNumber).orElse(null);
    }

    public @Nullable String clausePath() {
        return clause().map(Duty.OfClause::clause).orElse(null);
    }
}
