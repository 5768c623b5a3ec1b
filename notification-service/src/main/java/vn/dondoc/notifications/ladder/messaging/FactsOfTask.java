package vn.dondoc.notifications.ladder.messaging;

import vn.dondoc.contract.task.AboutTask;
import vn.dondoc.contract.task.v1.TaskAssigned;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.FactsBuilder;
import vn.dondoc.notifications.recipient.Recipient;

/** What every event of a task says that speaks to people. */
final class FactsOfTask {

    private FactsOfTask() {}

    static FactsBuilder of(AboutTask it, Recipient agency) {
        return FactsBuilder.about(Facts.Subject.TASK, it.taskId(), it.text())
                .of(agency.code(), agency.name(), agency.accountable())
                .from(originOf(it), it.directiveNumber(), it.clause());
    }

    /** A directive has clauses; what an event without one goes back to, only that of the assignment says. */
    static Facts.Origin originOf(AboutTask it) {
        if (it.clause() != null) {
            return Facts.Origin.DIRECTIVE;
        }
        return it instanceof TaskAssigned given && given.source().equals("REQUEST")
                ? Facts.Origin.REQUEST
                : Facts.Origin.REPORTING_REGIME;
    }
}
