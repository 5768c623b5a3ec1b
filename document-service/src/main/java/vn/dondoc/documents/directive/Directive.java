package vn.dondoc.documents.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.failure.Failure;

/**
 * A document that gives agencies something to do (văn bản chỉ đạo), from draft to the end of its force.
 *
 * @param province code of the province it belongs to
 * @param text the whole document as it was taken in
 * @param issuedOn day it was issued in the system; {@code null} before
 * @param groups who its phrases named when it was issued
 * @param amendments in order
 * @param corrections what clerks put right before it took effect, in order
 * @param ending {@code null} while it is in force
 */
public record Directive(
        String province,
        Status status,
        Reading reading,
        String text,
        String sourceName,
        @Nullable LocalDate issuedOn,
        List<AddressedGroup> groups,
        List<Amendment> amendments,
        List<Correction> corrections,
        @Nullable Ending ending) {

    /** Duties and targets; more than the longest programme has by far. */
    private static final int MOST_DUTIES = 5_000;

    public Directive {
        groups = List.copyOf(groups);
        amendments = List.copyOf(amendments);
        corrections = List.copyOf(corrections);
    }

    /** Where a directive stands. Corrections change no status. */
    public enum Status {
        DRAFT,
        CHECKED,
        ISSUED,
        AMENDED,
        REPLACED,
        REVOKED;

        boolean isInForce() {
            return this == ISSUED || this == AMENDED;
        }

        boolean isOver() {
            return this == REPLACED || this == REVOKED;
        }
    }

    /**
     * A document as it was read, to be checked by a clerk.
     *
     * @throws Failure.Rejected for a document under a mark of secrecy, which this system must not keep
     */
    public static Directive drafted(String province, Reading reading, String text, String sourceName) {
        refuseSecret(reading);
        if (reading.provisions().size() + reading.targets().size() > MOST_DUTIES) {
            throw new Failure.Rejected("documents.too-many-parts", MOST_DUTIES);
        }
        return new Directive(
                province,
                Status.DRAFT,
                reading.withDistinctPaths(),
                text,
                sourceName,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** @throws Failure.Rejected for a document under a mark of secrecy, which must not be kept here, nor shown */
    public static void refuseSecret(Reading reading) {
        if (reading.head().secrecy() != null) {
            throw secret();
        }
    }

    /** The refusal of a document under a mark of secrecy. */
    public static Failure.Rejected secret() {
        return new Failure.Rejected("documents.secret-document");
    }

    /** A clerk has compared the reading with the paper. */
    public Decision<Directive, DirectiveEvent> check() {
        return status == Status.DRAFT ? Decision.quietly(with(Status.CHECKED)) : Decision.nothing(this);
    }

    /**
     * Fills in or puts right what the reader could not read. On an issued directive this is a correction that others are
     * told of.
     *
     * @param by who
     */
    public Decision<Directive, DirectiveEvent> complete(
            @Nullable String number, @Nullable LocalDate issueDate, @Nullable String subject, Instant now, String by) {
        refuseWhenOver();
        if (issueDate != null && !OfficeYears.include(issueDate)) {
            throw new Failure.Invalid(List.of(OfficeYears.unlikely("/issueDate")));
        }
        Reading completed = reading.completedWith(number, issueDate, subject);
        if (completed.equals(reading)) {
            return Decision.nothing(this);
        }
        var correction = new Correction(now, by, null, reading.head(), List.of(), List.of(), List.of(), List.of());
        Directive after = corrected(completed, correction);
        return status.isInForce()
                ? Decision.of(after, new DirectiveEvent.DirectiveCorrected(province, number, issueDate, subject))
                : Decision.quietly(after);
    }

    /**
     * Puts duties and targets right before they take effect; afterwards that is an amendment. What was compared with the paper
     * before is compared no longer.
     *
     * @param by who
     * @throws Failure.Invalid naming each field that cannot be
     */
    public Decision<Directive, DirectiveEvent> correct(Correction.Wanted wanted, Instant now, String by) {
        refuseWhenOver();
        if (status.isInForce()) {
            throw new Failure.Rejected("documents.amend-instead");
        }
        CorrectReading.Corrected it = new CorrectReading(reading, text.length(), wanted).corrected();
        var correction = new Correction(
                now, by, wanted.reason(), null, it.before(), wanted.put(), it.targetsBefore(), wanted.putTargets());
        return Decision.quietly(corrected(it.reading(), correction).with(Status.DRAFT));
    }

    private Directive corrected(Reading after, Correction correction) {
        List<Correction> all = new ArrayList<>(corrections);
        all.add(correction);
        return new Directive(province, status, after, text, sourceName, issuedOn, groups, amendments, all, ending);
    }

    /** What a clerk has to look at before it is issued; none once one said that it was compared with the paper. */
    public List<Finding> toBeChecked() {
        return status == Status.DRAFT ? reading.toBeChecked() : List.of();
    }

    /** Whether nobody was told of it yet, so that it can be thrown away. */
    public boolean isDraft() {
        return status == Status.DRAFT || status == Status.CHECKED;
    }

    /**
     * Lets the directive take effect: its phrases are resolved to agencies as of its date, so that later changes of the
     * catalogue do not change who was addressed.
     *
     * @param named agencies that a phrase names on a day
     */
    public Decision<Directive, DirectiveEvent> issue(
            LocalDate today, BiFunction<String, LocalDate, List<String>> named) {
        refuseWhenOver();
        if (status.isInForce()) {
            return Decision.nothing(this);
        }
        boolean changesNothing = reading.replacements().isEmpty();
        if (reading.provisions().isEmpty() && reading.targets().isEmpty() && changesNothing) {
            throw new Failure.Rejected("documents.nothing-to-follow");
        }
        List<Finding> unchecked = toBeChecked();
        if (!unchecked.isEmpty()) {
            throw new Failure.Rejected(
                    "documents.unchecked",
                    unchecked.size(),
                    unchecked.getFirst().vi());
        }
        Reading distinct = reading.withDistinctPaths(); // drafts of an earlier release have others
        Addressing addressing = addressing(today, named);
        boolean toNobody = addressing.duties(distinct, today).stream().allMatch(it -> it.tasks() == 0);
        if (toNobody && !reading.provisions().isEmpty()) {
            throw new Failure.Rejected("documents.to-nobody", province);
        }
        List<AddressedGroup> resolved = addressing.groups();
        var issued = new Directive(
                province, Status.ISSUED, distinct, text, sourceName, today, resolved, amendments, corrections, null);
        return Decision.of(issued, new DirectiveEvent.DirectiveIssued(province, today, distinct, resolved));
    }

    /**
     * To whom it goes if it is issued today.
     *
     * @param named agencies that a phrase names on a day
     */
    public Addressing addressing(LocalDate today, BiFunction<String, LocalDate, List<String>> named) {
        LocalDate day = reading.issueDate() == null ? today : reading.issueDate();
        return Addressing.of(reading, day, named);
    }

    /**
     * Changes clauses; their open tasks follow.
     *
     * @throws Failure.Invalid naming a clause that the directive does not have
     */
    public Decision<Directive, DirectiveEvent> amend(Amendment amendment) {
        refuseUnlessInForce();
        Set<String> paths = reading.provisions().stream().map(Provision::path).collect(Collectors.toSet());
        List<Failure.Field> wrong = new ArrayList<>();
        for (int i = 0; i < amendment.changes().size(); i++) {
            Amendment.Change change = amendment.changes().get(i);
            if (!paths.contains(change.path())) {
                wrong.add(new Failure.Field("/changes/" + i + "/path", "documents.no-clause", change.path()));
            } else if (!change.saysOneThing()) {
                wrong.add(new Failure.Field("/changes/" + i, "documents.one-of-two"));
            } else if (change.dueOn() != null && !OfficeYears.include(change.dueOn())) {
                wrong.add(OfficeYears.unlikely("/changes/" + i + "/dueOn"));
            }
        }
        for (int i = 0; i < amendment.targetsOrNone().size(); i++) {
            refuseUnfit(amendment.targetsOrNone().get(i), "/targets/" + i, wrong);
        }
        if (amendment.changes().isEmpty() && amendment.targetsOrNone().isEmpty()) {
            wrong.add(new Failure.Field("/changes", "documents.nothing-amended"));
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        List<Amendment> all = new ArrayList<>(amendments);
        all.add(amendment);
        var after = new Directive(
                province, Status.AMENDED, reading, text, sourceName, issuedOn, groups, all, corrections, null);
        return Decision.of(after, new DirectiveEvent.DirectiveAmended(province, amendment));
    }

    private void refuseUnfit(Amendment.TargetChange change, String pointer, List<Failure.Field> wrong) {
        if (change.number() < 1 || change.number() > reading.targets().size()) {
            wrong.add(new Failure.Field(
                    pointer + "/number",
                    "documents.no-target",
                    change.number(),
                    reading.targets().size()));
            return;
        }
        boolean range =
                "range".equals(reading.targets().get(change.number() - 1).comparator());
        if (range == (change.valueMax() == null)
                || change.valueMax() != null && change.valueMax().compareTo(change.value()) < 0) {
            wrong.add(new Failure.Field(pointer + "/valueMax", "documents.target-range"));
        }
    }

    /** Ends its force; its open tasks are withdrawn. */
    public Decision<Directive, DirectiveEvent> end(Ending how) {
        if (status.isOver()) {
            return Decision.nothing(this);
        }
        refuseUnlessInForce();
        Status over = how.replacedBy() == null ? Status.REVOKED : Status.REPLACED;
        var after = new Directive(
                province, over, reading, text, sourceName, issuedOn, groups, amendments, corrections, how);
        return Decision.of(after, new DirectiveEvent.DirectiveRevoked(province, how));
    }

    /** What others were told of it, in order: what was filled in after issue as it stands now. */
    public List<DirectiveEvent> told() {
        List<DirectiveEvent> told = new ArrayList<>();
        if (issuedOn != null) {
            told.add(new DirectiveEvent.DirectiveIssued(province, issuedOn, reading, groups));
            told.add(new DirectiveEvent.DirectiveCorrected(
                    province,
                    reading.number(),
                    reading.issueDate(),
                    reading.head().subject()));
            amendments.forEach(it -> told.add(new DirectiveEvent.DirectiveAmended(province, it)));
            if (ending != null) {
                told.add(new DirectiveEvent.DirectiveRevoked(province, ending));
            }
        }
        return told;
    }

    private Directive with(Status next) {
        return new Directive(
                province, next, reading, text, sourceName, issuedOn, groups, amendments, corrections, ending);
    }

    private void refuseWhenOver() {
        if (status.isOver()) {
            throw new Failure.Rejected("documents.not-in-force");
        }
    }

    private void refuseUnlessInForce() {
        refuseWhenOver();
        if (!status.isInForce()) {
            throw new Failure.Rejected("documents.not-issued");
        }
    }

    /** What lists of directives are ordered by: the day of issue; empty while it is unknown. */
    public String issueOrder() {
        LocalDate day = reading.issueDate();
        return day == null ? "" : day.toString();
    }
}
