package vn.dondoc.tasks.breakdown.messaging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.CausedBy;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.directive.v1.AgencyGroup;
import vn.dondoc.contract.directive.v1.ClauseChange;
import vn.dondoc.contract.directive.v1.DirectiveAmended;
import vn.dondoc.contract.directive.v1.DirectiveCorrected;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.contract.directive.v1.DirectiveRevoked;
import vn.dondoc.contract.directive.v1.Provision;
import vn.dondoc.contract.directive.v1.TimeLimit;
import vn.dondoc.contract.report.v1.Answer;
import vn.dondoc.contract.report.v1.ReportApproved;
import vn.dondoc.contract.report.v1.ReportCorrected;
import vn.dondoc.contract.report.v1.ReportRequested;
import vn.dondoc.contract.report.v1.ReportReturned;
import vn.dondoc.contract.report.v1.ReportSubmitted;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Listens;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.tasks.breakdown.AssignTasks;
import vn.dondoc.tasks.breakdown.CompleteReported;
import vn.dondoc.tasks.breakdown.FollowDirective;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Tasks;
import vn.dondoc.tasks.task.TimeLimitClass;

/** Assigns tasks when a directive is issued or a report is requested; completes them when the report comes in. */
@Configuration(proxyBeanMethods = false)
class TaskInbox {

    private static final AccessScope SELF = AccessScope.ofService("assign-tasks-when-report-requested");

    private final AssignTasks assignTasks;
    private final Tasks tasks;
    private final CompleteReported completeReported;
    private final FollowDirective follow;

    TaskInbox(AssignTasks assignTasks, Tasks tasks, CompleteReported completeReported, FollowDirective follow) {
        this.completeReported = completeReported;
        this.follow = follow;
        this.assignTasks = assignTasks;
        this.tasks = tasks;
    }

    @Listens(Topic.DIRECTIVES)
    Consumer<Message<?>> directives(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.DIRECTIVES)
                .on(DirectiveIssued.class, this::issued)
                .on(DirectiveAmended.class, this::amended)
                .on(DirectiveRevoked.class, this::revoked)
                .ignoring(DirectiveCorrected.class));
    }

    @Listens(Topic.REPORTS)
    Consumer<Message<?>> reports(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.REPORTS)
                .onAll(ReportRequested.class, this::requested)
                .onAll(ReportSubmitted.class, this::submitted)
                .ignoring(ReportCorrected.class, ReportReturned.class, ReportApproved.class));
    }

    private void issued(ReceivedEvent<DirectiveIssued> event) {
        DirectiveIssued directive = event.data();
        Map<String, List<String>> agenciesOf = new HashMap<>();
        for (AgencyGroup group : directive.groups()) {
            agenciesOf.put(group.id(), group.agencies());
        }
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        for (Provision provision : directive.provisions()) {
            Set<String> leads = agencies(provision.lead(), agenciesOf);
            for (String agency : leads) {
                assignments.put(
                        provision.path() + "/" + agency,
                        assignment(directive, provision, agency, Assignment.Role.LEAD));
            }
            for (String agency : agencies(provision.cooperating(), agenciesOf)) {
                assignments.putIfAbsent(
                        provision.path() + "/" + agency,
                        assignment(directive, provision, agency, Assignment.Role.COOPERATING));
            }
        }
        assignTasks.assign(new ArrayList<>(assignments.values()));
    }

    private void amended(ReceivedEvent<DirectiveAmended> event) {
        DirectiveAmended it = event.data();
        for (ClauseChange change : it.changes()) {
            LocalDate dueOn = change.dueOn();
            if (change.repealed()) {
                follow.withdraw(event.id(), it.directiveId(), change.path(), it.amendedOn(), it.reason());
            } else if (dueOn != null) {
                follow.reschedule(event.id(), it.directiveId(), change.path(), dueOn, it.reason());
            }
        }
    }

    private void revoked(ReceivedEvent<DirectiveRevoked> event) {
        DirectiveRevoked it = event.data();
        follow.withdraw(event.id(), it.directiveId(), null, it.revokedOn(), it.reason());
    }

    private static Set<String> agencies(List<String> groups, Map<String, List<String>> agenciesOf) {
        Set<String> agencies = new LinkedHashSet<>();
        groups.forEach(it -> agencies.addAll(agenciesOf.getOrDefault(it, List.of())));
        return agencies;
    }

    private static Assignment assignment(
            DirectiveIssued directive, Provision provision, String agency, Assignment.Role role) {
        TimeLimit limit = provision.limit();
        return new Assignment(
                directive.province(),
                agency,
                role,
                Assignment.Source.DIRECTIVE,
                directive.directiveId(),
                directive.number(),
                provision.path(),
                null,
                provision.text(),
                classOf(limit.kind()),
                lastDay(limit),
                limit.phrase());
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

    private void requested(List<ReceivedEvent<ReportRequested>> events) {
        List<Tasks.NewTask> wanted = new ArrayList<>();
        for (ReceivedEvent<ReportRequested> event : events) {
            ReportRequested report = event.data();
            try (CausedBy.Scope caused = event.cause().open()) {
                wanted.add(assignTasks.task(new Assignment(
                        report.province(),
                        report.agency(),
                        Assignment.Role.LEAD,
                        Assignment.Source.REPORT,
                        null,
                        null,
                        null,
                        report.reportId(),
                        report.formName() + " " + report.period(),
                        TimeLimitClass.DATED,
                        report.dueOn(),
                        null)));
            }
        }
        tasks.assignAll(SELF, wanted);
    }

    /** The report's own task, which must be there, and the tasks of clauses that it answers, where there are any. */
    private void submitted(List<ReceivedEvent<ReportSubmitted>> events) {
        List<CompleteReported.Completion> completions = new ArrayList<>();
        for (ReceivedEvent<ReportSubmitted> event : events) {
            ReportSubmitted report = event.data();
            String evidence = "report " + report.reportId();
            completions.add(new CompleteReported.Completion(
                    AssignTasks.idOfReportTask(report.reportId()), true, report.filedOn(), evidence, event.cause()));
            for (Answer answer : report.answers()) {
                String taskId = AssignTasks.idOfClauseTask(answer.directiveId(), answer.clause(), report.agency());
                completions.add(
                        new CompleteReported.Completion(taskId, false, report.filedOn(), evidence, event.cause()));
            }
        }
        completeReported.complete(completions);
    }
}
