package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.failure.Failure;

/**
 * A document that gives agencies something to do (văn bản chỉ đạo), from draft to issue.
 *
 * @param province code of the province it belongs to
 * @param text the whole document as it was taken in
 * @param issuedOn day it was issued in the system; {@code null} for a draft
 * @param groups who its phrases named when it was issued
 */
public record Directive(
        String province,
        Status status,
        Reading reading,
        String text,
        String sourceName,
        @Nullable LocalDate issuedOn,
        List<AddressedGroup> groups) {

    public Directive {
        groups = List.copyOf(groups);
    }

    /** Where a directive stands. */
    public enum Status {
        DRAFT,
        ISSUED
    }

    /** A document as it was read, to be checked by a clerk. */
    public static Directive drafted(String province, Reading reading, String text, String sourceName) {
        return new Directive(province, Status.DRAFT, reading, text, sourceName, null, List.of());
    }

    /**
     * Fills in or puts right what the reader could not read. On an issued directive this is a correction that others are
     * told of.
     */
    public Decision<Directive, DirectiveEvent> complete(
            @Nullable String number, @Nullable LocalDate issueDate, @Nullable String subject) {
        Reading completed = reading.completedWith(number, issueDate, subject);
        if (completed.equals(reading)) {
            return Decision.nothing(this);
        }
        var after = new Directive(province, status, completed, text, sourceName, issuedOn, groups);
        return switch (status) {
            case DRAFT -> Decision.quietly(after);
            case ISSUED ->
                Decision.of(after, new DirectiveEvent.DirectiveCorrected(province, number, issueDate, subject));
        };
    }

    /**
     * Lets the directive take effect: its phrases are resolved to agencies as of its date, so that later changes of the
     * catalogue do not change who was addressed.
     *
     * @param named agencies that a phrase names on a day
     */
    public Decision<Directive, DirectiveEvent> issue(
            LocalDate today, BiFunction<String, LocalDate, List<String>> named) {
        if (status == Status.ISSUED) {
            return Decision.nothing(this);
        }
        if (reading.provisions().isEmpty() && reading.targets().isEmpty()) {
            throw new Failure.Rejected(
                    "nothing-to-follow",
                    "Không đọc được nhiệm vụ hay chỉ tiêu nào trong văn bản.",
                    "No duty and no target was read out of the document.");
        }
        LocalDate day = reading.issueDate() == null ? today : reading.issueDate();
        List<AddressedGroup> resolved = new ArrayList<>();
        for (String phrase : phrases()) {
            resolved.add(new AddressedGroup("g" + (resolved.size() + 1), phrase, named.apply(phrase, day)));
        }
        var issued = new Directive(province, Status.ISSUED, reading, text, sourceName, today, resolved);
        return Decision.of(issued, new DirectiveEvent.DirectiveIssued(province, today, reading, resolved));
    }

    private Set<String> phrases() {
        Set<String> phrases = new LinkedHashSet<>(reading.addressees());
        for (Provision provision : reading.provisions()) {
            phrases.addAll(provision.assignees());
            phrases.addAll(provision.cooperating());
        }
        return phrases;
    }
}
