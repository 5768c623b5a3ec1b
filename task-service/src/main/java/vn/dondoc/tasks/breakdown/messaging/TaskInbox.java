package vn.dondoc.tasks.breakdown.messaging;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.directive.v1.AgencyGroup;
import vn.dondoc.contract.directive.v1.Citation;
import vn.dondoc.contract.directive.v1.ClauseChange;
import vn.dondoc.contract.directive.v1.DirectiveAmended;
import vn.dondoc.contract.directive.v1.DirectiveCorrected;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.contract.directive.v1.DirectiveRevoked;
import vn.dondoc.contract.directive.v1.Provision;
import vn.dondoc.contract.directive.v1.TimeLimit;
import vn.dondoc.contract.report.AboutReport;
import vn.dondoc.contract.report.v1.Answer;
import vn.dondoc.contract.report.v1.ConsolidationReceived;
import vn.dondoc.contract.report.v1.ConsolidationSent;
import vn.dondoc.contract.report.v1.ReportApproved;
import vn.dondoc.contract.report.v1.ReportCorrected;
import vn.dondoc.contract.report.v1.ReportExcused;
import vn.dondoc.contract.report.v1.ReportPassed;
import vn.dondoc.contract.report.v1.ReportRequested;
import vn.dondoc.contract.report.v1.ReportReturned;
import vn.dondoc.contract.report.v1.ReportSubmitted;
import vn.dondoc.contract.report.v1.ReportWithdrawn;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Listens;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.tasks.assign.AssignTasks;
import vn.dondoc.tasks.assign.CompleteReported;
import vn.dondoc.tasks.breakdown.BreakDown;
import vn.dondoc.tasks.breakdown.Clause;
import vn.dondoc.tasks.breakdown.FollowDirective;
import vn.dondoc.tasks.programme.Paper;
import vn.dondoc.tasks.programme.Programmes;
import vn.dondoc.tasks.series.Recurrence;
import vn.dondoc.tasks.task.Assigner;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Duty;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.Tasks;
import vn.dondoc.tasks.task.TimeLimitClass;

/** Directives and reports as heard, in the words of this service. */
@Configuration(proxyBeanMethods = false)
class TaskInbox {

    private static final AccessScope SELF = AccessScope.ofService("learn-directives");

    /** Roles of a citation whose document the directive serves. */
    private static final Set<String> CARRIED_OUT = Set.of("BASIS", "REVIEWS");

    private final BreakDown breakDown;
    private final FollowDirective follow;
    private final AssignTasks assign;
    private final CompleteReported completeReported;
    private final Programmes programmes;

    TaskInbox(
            BreakDown breakDown,
            FollowDirective follow,
            AssignTasks assign,
            CompleteReported completeReported,
            Programmes programmes) {
        this.breakDown = breakDown;
        this.follow = follow;
        this.assign = assign;
        this.completeReported = completeReported;
        this.programmes = programmes;
    }

    @Listens(Topic.DIRECTIVES)
    Consumer<Message<?>> directives(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.DIRECTIVES)
                .once()
                .on(DirectiveIssued.class, this::issued)
                .on(DirectiveCorrected.class, this::corrected)
                .on(DirectiveAmended.class, this::amended)
                .on(DirectiveRevoked.class, this::revoked));
    }

    @Listens(Topic.REPORTS)
    Consumer<Message<?>> reports(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.REPORTS)
                .once()
                .onAll(ReportRequested.class, this::requested)
                .onAll(ReportSubmitted.class, this::submitted)
                .onAll(ReportCorrected.class, this::correctedReports)
                .on(ReportReturned.class, this::returned)
                .on(ReportWithdrawn.class, this::withdrawn)
                .on(ReportExcused.class, this::excused)
                .ignoring(
                        ReportApproved.class,
                        ReportPassed.class,
                        ConsolidationSent.class,
                        ConsolidationReceived.class));
    }

    private void issued(ReceivedEvent<DirectiveIssued> event) {
        DirectiveIssued it = event.data();
        programmes.learn(SELF, paper(it), event.sequence());
        Map<String, List<String>> agenciesOf = new HashMap<>();
        for (AgencyGroup group : it.groups()) {
            agenciesOf.put(group.id(), group.agencies());
        }
        breakDown.issued(new BreakDown.Directive(
                it.directiveId(),
                it.number(),
                it.province(),
                it.issueDate(),
                event.time(),
                it.issuedOn(),
                it.endsOn(),
                it.provisions().stream()
                        .map(clause -> clause(clause, agenciesOf))
                        .toList()));
    }

    private static Paper paper(DirectiveIssued it) {
        List<Paper.Named> carriesOut = new ArrayList<>();
        for (Citation citation : it.citations()) {
            String number = citation.number();
            if (number != null && CARRIED_OUT.contains(citation.role())) {
                carriesOut.add(new Paper.Named(number, citation.date()));
            }
        }
        return new Paper(it.directiveId(), it.province(), it.number(), it.issueDate(), carriesOut);
    }

    private void corrected(ReceivedEvent<DirectiveCorrected> event) {
        DirectiveCorrected it = event.data();
        programmes.identified(SELF, it.directiveId(), it.number(), it.issueDate(), event.sequence());
        follow.corrected(event.id(), it.directiveId(), it.number(), it.issueDate());
    }

    private void amended(ReceivedEvent<DirectiveAmended> event) {
        DirectiveAmended it = event.data();
        for (ClauseChange change : it.changes()) {
            LocalDate dueOn = change.dueOn();
            List<String> lead = change.lead();
            if (lead != null) {
                List<String> cooperating = change.cooperating() == null ? List.of() : change.cooperating();
                follow.reassign(
                        event.id(), it.directiveId(), change.path(), lead, cooperating, it.amendedOn(), it.reason());
            }
            if (change.repealed()) {
                follow.withdraw(event.id(), it.directiveId(), change.path(), it.amendedOn(), it.reason());
            } else if (dueOn != null) {
                follow.reschedule(event.id(), it.directiveId(), change.path(), dueOn, it.reason());
            }
        }
    }

    private void revoked(ReceivedEvent<DirectiveRevoked> event) {
        DirectiveRevoked it = event.data();
        String successor = it.replacedBy();
        if (successor == null) {
            follow.withdraw(event.id(), it.directiveId(), null, it.revokedOn(), it.reason());
        } else {
            follow.supersede(event.id(), it.directiveId(), successor, it.revokedOn(), it.reason());
        }
    }

    private static Clause clause(Provision it, Map<String, List<String>> agenciesOf) {
        return new Clause(
                it.path(),
                it.text(),
                agencies(it.lead(), agenciesOf),
                agencies(it.cooperating(), agenciesOf),
                asked(it.limit()));
    }

    private static Set<String> agencies(List<String> groups, Map<String, List<String>> agenciesOf) {
        Set<String> agencies = new LinkedHashSet<>();
        groups.forEach(it -> agencies.addAll(agenciesOf.getOrDefault(it, List.of())));
        return agencies;
    }

    private static Clause.Asked asked(TimeLimit limit) {
        return new Clause.Asked(
                classOf(limit.kind()),
                limit.phrase(),
                lastDay(limit),
                limit.time() == null ? null : LocalTime.parse(limit.time()),
                counted(limit.counted()),
                recurrence(limit),
                limit.period());
    }

    private static TimeLimitClass classOf(TimeLimit.Kind kind) {
        return switch (kind) {
            case DATE -> TimeLimitClass.DATED;
            case RECURRING -> TimeLimitClass.RECURRING;
            case CONTINUOUS -> TimeLimitClass.CONTINUOUS;
            case ROADMAP -> TimeLimitClass.ROADMAP;
            case NONE -> TimeLimitClass.UNDATED;
        };
    }

    /** "Trước ngày D" leaves the day before as the last. */
    private static @Nullable LocalDate lastDay(TimeLimit limit) {
        LocalDate date = limit.date();
        return date == null || limit.kind() != TimeLimit.Kind.DATE
                ? null
                : limit.inclusive() ? date : date.minusDays(1);
    }

    private static Limit.@Nullable Counted counted(TimeLimit.@Nullable Counted it) {
        return it == null
                ? null
                : new Limit.Counted(
                        it.amount(),
                        Limit.Counted.Unit.valueOf(it.unit()),
                        Limit.Counted.From.valueOf(it.from()),
                        null);
    }

    private static @Nullable Recurrence recurrence(TimeLimit limit) {
        String frequency = limit.frequency();
        if (limit.kind() != TimeLimit.Kind.RECURRING || frequency == null) {
            return null;
        }
        var every = Recurrence.Frequency.valueOf(frequency);
        TimeLimit.Recurrence it = limit.recurrence();
        return it == null
                ? Recurrence.every(every)
                : new Recurrence(
                        every,
                        it.day(),
                        it.month(),
                        it.monthOfPeriod(),
                        it.periodOffset(),
                        it.weekday(),
                        it.weekOfMonth(),
                        it.days().stream()
                                .map(day -> MonthDay.parse("--" + day))
                                .toList(),
                        it.inclusive());
    }

    private void requested(List<ReceivedEvent<ReportRequested>> events) {
        List<Tasks.NewTask> wanted = new ArrayList<>();
        for (ReceivedEvent<ReportRequested> event : events) {
            ReportRequested report = event.data();
            try (CausedBy.Scope caused = event.cause().open()) {
                wanted.add(assign.task(new Assignment(
                        report.province(),
                        report.agency(),
                        Assignment.Role.LEAD,
                        new Duty.OfReport(report.reportId()),
                        new Assigner.Office(),
                        report.formName() + " " + report.period(),
                        Limit.on(report.dueOn(), null))));
            }
        }
        assign.keep(wanted);
    }

    private void submitted(List<ReceivedEvent<ReportSubmitted>> events) {
        completeReported.complete(events.stream()
                .flatMap(it -> completions(it, it.data().answers(), it.data().filedOn()))
                .toList());
    }

    /** A report that was returned does again what it did when it is filed anew. */
    private void correctedReports(List<ReceivedEvent<ReportCorrected>> events) {
        completeReported.complete(events.stream()
                .flatMap(it -> completions(it, it.data().answers(), it.data().filedOn()))
                .toList());
    }

    /** The report's own task, which must be there, and the tasks of clauses that it answers, where there are any. */
    private static Stream<CompleteReported.Completion> completions(
            ReceivedEvent<? extends AboutReport> event, List<Answer> answers, LocalDate filedOn) {
        AboutReport report = event.data();
        String evidence = evidence(report.reportId());
        List<CompleteReported.Completion> completions = new ArrayList<>();
        completions.add(new CompleteReported.Completion(
                List.of(AssignTasks.idOfReportTask(report.reportId())), true, filedOn, evidence, event.cause()));
        for (Answer it : answers) {
            completions.add(new CompleteReported.Completion(
                    answered(report.agency(), report.period(), it), false, filedOn, evidence, event.cause()));
        }
        return completions.stream();
    }

    private void returned(ReceivedEvent<ReportReturned> event) {
        List<Answer> answers = event.data().answers();
        reopen(event, answers == null ? List.of() : answers, event.data().reason());
    }

    private void withdrawn(ReceivedEvent<ReportWithdrawn> event) {
        reopen(event, event.data().answers(), event.data().reason());
    }

    /** What a report did has to be done again. */
    private void reopen(ReceivedEvent<? extends AboutReport> event, List<Answer> answers, String reason) {
        AboutReport report = event.data();
        List<String> done = new ArrayList<>();
        done.add(AssignTasks.idOfReportTask(report.reportId()));
        answers.forEach(it -> done.addAll(answered(report.agency(), report.period(), it)));
        completeReported.reopen(done, evidence(report.reportId()), reason, event.cause());
    }

    private void excused(ReceivedEvent<ReportExcused> event) {
        completeReported.excuse(
                AssignTasks.idOfReportTask(event.data().reportId()),
                event.data().reason(),
                event.cause());
    }

    /** A clause is answered for the period of the report if it comes round, as such if not. */
    private static List<String> answered(String agency, String period, Answer it) {
        return List.of(
                AssignTasks.idOfClauseTask(it.directiveId(), it.clause(), period, agency),
                AssignTasks.idOfClauseTask(it.directiveId(), it.clause(), null, agency));
    }

    private static String evidence(String reportId) {
        return "report " + reportId;
    }
}
