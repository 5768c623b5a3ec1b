package vn.dondoc.reporting.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.form.AttachedFile;
import vn.dondoc.reporting.form.Content;
import vn.dondoc.reporting.form.Earlier;
import vn.dondoc.reporting.form.Finding;
import vn.dondoc.reporting.form.ReportForm;

/**
 * One agency's report for one period: first owed, then filled in, filed, and approved or returned.
 *
 * @param ancestors agencies whose figures include this one, as of the opening of the period
 * @param draft what is being filled in
 * @param filings every revision, oldest first
 * @param rulings what was decided, oldest first
 * @param answers clauses that this report answers
 */
public record Report(
        String province,
        String form,
        String formName,
        String period,
        String agency,
        List<String> ancestors,
        LocalDate windowStart,
        LocalDate windowEnd,
        LocalDate dueOn,
        Status status,
        Content draft,
        List<Filing> filings,
        List<Ruling> rulings,
        List<Demand> answers) {

    /** More than an honest report has. */
    private static final int MOST_REVISIONS = 200;

    private static final int MOST_FILES = 50;

    /** Where a report stands. */
    public enum Status {
        OWED,
        FILED,
        RETURNED,
        APPROVED,
        EXCUSED
    }

    public Report {
        ancestors = List.copyOf(ancestors);
        filings = List.copyOf(filings);
        rulings = List.copyOf(rulings);
        answers = List.copyOf(answers);
    }

    /** A report that an agency owes from the day its period opens. */
    public static Report owed(ReportForm form, Period period, String agency, List<String> ancestors, LocalDate dueOn) {
        return new Report(
                form.province(),
                form.code(),
                form.name(),
                period.code(),
                agency,
                ancestors,
                period.windowStart(),
                period.windowEnd(),
                dueOn,
                Status.OWED,
                Content.NOTHING,
                List.of(),
                List.of(),
                List.of());
    }

    /** Derived from form, period and agency, so that the same report is owed once. */
    public static String idOf(String province, String form, String period, String agency) {
        String identity = province + "\n" + form + "\n" + period + "\n" + agency;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    public String id() {
        return idOf(province, form, period, agency);
    }

    /** Number of the last filing; 0 before the first. */
    public int revision() {
        return filings.isEmpty() ? 0 : filings.getLast().revision();
    }

    /** Figures of the last filing. */
    public Map<String, BigDecimal> filed() {
        return filings.isEmpty() ? Map.of() : filings.getLast().content().values();
    }

    public @Nullable LocalDate filedOn() {
        return filings.isEmpty() ? null : filings.getLast().on();
    }

    /** Whether it counts as filed. */
    public boolean counts() {
        return status == Status.FILED || status == Status.APPROVED;
    }

    /** Whether the last filing came by the last day. */
    public boolean onTime() {
        LocalDate on = filedOn();
        return on != null && !on.isAfter(dueOn);
    }

    /** Why it has to be done again; {@code null} if it has not. */
    public @Nullable String returnReason() {
        return status == Status.RETURNED ? rulings.getLast().reason() : null;
    }

    /** Fills in figures; what was filled in before is replaced. */
    public Decision<Report, ReportEvent> fill(Author by, ReportForm definition, Content content) {
        refuseOthers(by);
        refuseIfOver();
        Content complete = definition.withSums(content.withFiles(draft.files()));
        Finding.refuse(definition.entryFindings(complete));
        return complete.equals(draft)
                ? Decision.nothing(this)
                : Decision.quietly(with(status, complete, filings, rulings, answers));
    }

    /**
     * What a report is filed with.
     *
     * @param form as it is now
     * @param demands clauses that it answers
     * @param reason why an earlier filing was wrong
     */
    public record Occasion(
            Versioned<ReportForm> form,
            Earlier earlier,
            List<Demand> demands,
            @Nullable String reason) {}

    /** Files what was filled in. The same again is filed once; something else than what stands needs a reason. */
    public Decision<Report, ReportEvent> submit(Author by, Occasion occasion) {
        refuseOthers(by);
        if (status == Status.APPROVED
                || status == Status.FILED && draft.equals(filings.getLast().content())) {
            return Decision.nothing(this);
        }
        refuseIfOver();
        if (revision() >= MOST_REVISIONS) {
            throw new Failure.Rejected("reporting.too-many-revisions", MOST_REVISIONS);
        }
        boolean correction = status == Status.FILED;
        if (correction && (occasion.reason() == null || occasion.reason().isBlank())) {
            throw new Failure.Invalid("/reason", "reporting.correction-reason");
        }
        Finding.refuse(occasion.form().state().findings(draft, occasion.earlier()));
        List<Filing> more = new ArrayList<>(filings);
        more.add(new Filing(
                revision() + 1,
                by.at(),
                by.name(),
                by.day(),
                occasion.form().version(),
                draft,
                correction ? occasion.reason() : null));
        Report after = with(Status.FILED, draft, more, rulings, occasion.demands());
        return Decision.of(
                after,
                filings.isEmpty()
                        ? new ReportEvent.ReportSubmitted(after)
                        : new ReportEvent.ReportCorrected(after, more.getLast().reason()));
    }

    /** Fills in and files in one step. */
    public Decision<Report, ReportEvent> file(Author by, Content content, Occasion occasion) {
        Decision<Report, ReportEvent> filled = fill(by, occasion.form().state(), content);
        Decision<Report, ReportEvent> filedToo = filled.state().submit(by, occasion);
        if (filedToo.changed()) {
            return filedToo;
        }
        return filled;
    }

    /** Puts a file beside what is being filled in. */
    public Decision<Report, ReportEvent> attach(Author by, ReportForm definition, AttachedFile file) {
        refuseUnlessAttachable(by, definition, file.element());
        if (draft.files().contains(file)) {
            return Decision.nothing(this);
        }
        if (draft.files().size() >= MOST_FILES) {
            throw new Failure.Rejected("reporting.files-many", MOST_FILES);
        }
        List<AttachedFile> more = new ArrayList<>(draft.files());
        more.add(file);
        return Decision.quietly(with(status, draft.withFiles(more), filings, rulings, answers));
    }

    /** Whether a file would be taken, before its content is kept. */
    public void refuseUnlessAttachable(Author by, ReportForm definition, String element) {
        refuseOthers(by);
        refuseIfOver();
        if (definition.attachment(element).isEmpty()) {
            throw new Failure.Invalid("element", "reporting.form-without-attachment", definition.code(), element);
        }
    }

    /** Takes a file away from what is being filled in; what was filed with it keeps it. */
    public Decision<Report, ReportEvent> detach(Author by, String file) {
        refuseOthers(by);
        refuseIfOver();
        List<AttachedFile> fewer =
                draft.files().stream().filter(it -> !it.id().equals(file)).toList();
        return fewer.size() == draft.files().size()
                ? Decision.nothing(this)
                : Decision.quietly(with(status, draft.withFiles(fewer), filings, rulings, answers));
    }

    /** A file of what is being filled in, or of any filing. */
    public Optional<AttachedFile> file(String file) {
        return Stream.concat(Stream.of(draft), filings.stream().map(Filing::content))
                .flatMap(it -> it.files().stream())
                .filter(it -> it.id().equals(file))
                .findFirst();
    }

    /** The agency takes its filing back, before it is approved; it owes the report again. */
    public Decision<Report, ReportEvent> withdraw(Author by, String reason) {
        refuseOthers(by);
        refuseIfOver();
        refuseUnlessFiled();
        Report after = ruled(Status.OWED, Ruling.Kind.WITHDRAWN, by, reason);
        return Decision.of(after, new ReportEvent.ReportWithdrawn(after, reason));
    }

    /** Sends a filed report back; it no longer counts as filed. */
    public Decision<Report, ReportEvent> sendBack(Author by, String reason) {
        refuseOwn(by);
        refuseUnlessFiled();
        Report after = ruled(Status.RETURNED, Ruling.Kind.RETURNED, by, reason);
        return Decision.of(after, new ReportEvent.ReportReturned(after, reason));
    }

    /** How often what stands filed was approved so far. */
    public int approvals() {
        return (int) approvalsSoFar().count();
    }

    private Stream<Ruling> approvalsSoFar() {
        return rulings.stream().filter(it -> it.kind() == Ruling.Kind.PASSED && it.revision() == revision());
    }

    /** Approves it, or passes it on to who approves next where several do; each is another person. */
    public Decision<Report, ReportEvent> approve(Author by, ReportForm definition) {
        refuseOwn(by);
        if (status == Status.APPROVED) {
            return Decision.nothing(this);
        }
        refuseUnlessFiled();
        if (approvalsSoFar().anyMatch(it -> it.actor().equals(by.name()))) {
            throw new Failure.Forbidden("reporting.approved-before");
        }
        int now = approvals() + 1;
        if (now < definition.levels(agency)) {
            Optional<String> next = definition.approver(agency, now);
            List<Ruling> more = new ArrayList<>(rulings);
            more.add(
                    Ruling.passed(by, revision(), new Ruling.Level(now, definition.levels(agency), next.orElse(null))));
            Report after = with(status, draft, filings, more, answers);
            return Decision.of(after, new ReportEvent.ReportPassed(after));
        }
        Content filedContent = filings.getLast().content();
        Report ruled = ruled(Status.APPROVED, Ruling.Kind.APPROVED, by, null);
        Report after = ruled.with(Status.APPROVED, filedContent, filings, ruled.rulings(), answers);
        return Decision.of(after, new ReportEvent.ReportApproved(after));
    }

    /** The agency need not report for this period; it is expected no longer. */
    public Decision<Report, ReportEvent> excuse(Author by, String reason) {
        refuseOwn(by);
        return switch (status) {
            case EXCUSED -> Decision.nothing(this);
            case FILED, APPROVED -> throw new Failure.Rejected("reporting.report-filed");
            case OWED, RETURNED -> {
                Report after = ruled(Status.EXCUSED, Ruling.Kind.EXCUSED, by, reason);
                yield Decision.of(after, new ReportEvent.ReportExcused(after, reason));
            }
        };
    }

    /** What others were told of it, in order: that it is owed, and how it stands. */
    public List<ReportEvent> told() {
        List<ReportEvent> told = new ArrayList<>();
        told.add(new ReportEvent.ReportRequested(this));
        switch (status) {
            case OWED -> {
                if (!rulings.isEmpty() && rulings.getLast().kind() == Ruling.Kind.WITHDRAWN) {
                    told.add(new ReportEvent.ReportWithdrawn(this, lastReason()));
                }
            }
            case FILED -> {
                told.add(lastFiled());
                if (approvals() > 0) {
                    told.add(new ReportEvent.ReportPassed(this));
                }
            }
            case APPROVED -> {
                told.add(lastFiled());
                told.add(new ReportEvent.ReportApproved(this));
            }
            case RETURNED -> told.add(new ReportEvent.ReportReturned(this, lastReason()));
            case EXCUSED -> told.add(new ReportEvent.ReportExcused(this, lastReason()));
        }
        return told;
    }

    private ReportEvent lastFiled() {
        return filings.size() == 1
                ? new ReportEvent.ReportSubmitted(this)
                : new ReportEvent.ReportCorrected(this, filings.getLast().reason());
    }

    private String lastReason() {
        return Objects.requireNonNullElse(rulings.getLast().reason(), "");
    }

    private void refuseOthers(Author by) {
        if (!agency.equals(by.agency())) {
            throw new Failure.NotFound("reporting.no-report", id());
        }
    }

    /** Four eyes: nobody decides on what is theirs, or on what they put in for another. */
    private void refuseOwn(Author by) {
        boolean putInByThem = !filings.isEmpty() && filings.getLast().actor().equals(by.name());
        if (agency.equals(by.agency()) || putInByThem) {
            throw new Failure.Forbidden("reporting.own-report");
        }
    }

    private void refuseIfOver() {
        if (status == Status.APPROVED) {
            throw new Failure.Rejected("reporting.report-approved");
        }
        if (status == Status.EXCUSED) {
            throw new Failure.Rejected("reporting.report-excused");
        }
    }

    private void refuseUnlessFiled() {
        if (!counts()) {
            throw new Failure.Rejected("reporting.report-not-filed");
        }
    }

    private Report ruled(Status newStatus, Ruling.Kind kind, Author by, @Nullable String reason) {
        List<Ruling> more = new ArrayList<>(rulings);
        more.add(Ruling.of(kind, by, revision(), reason));
        return with(newStatus, draft, filings, more, answers);
    }

    private Report with(
            Status newStatus,
            Content newDraft,
            List<Filing> newFilings,
            List<Ruling> newRulings,
            List<Demand> demands) {
        return new Report(
                province,
                form,
                formName,
                period,
                agency,
                ancestors,
                windowStart,
                windowEnd,
                dueOn,
                newStatus,
                newDraft,
                newFilings,
                newRulings,
                demands);
    }
}
