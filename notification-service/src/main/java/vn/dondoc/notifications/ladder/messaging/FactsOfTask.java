package vn.dondoc.notifications.ladder.messaging;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.task.AboutTask;
import vn.dondoc.contract.task.v1.TaskAssigned;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.recipient.Recipient;

/** Gathers the facts of a notice about a task; what is not said of it stays empty. */
final class FactsOfTask {

    private final AboutTask about;
    private final Recipient agency;
    private final Facts.Origin origin;
    private Facts.@Nullable Role role;
    private @Nullable LocalDate dueOn;
    private @Nullable String dueAt;
    private @Nullable String limitText;
    private @Nullable String rung;
    private int workingDays;
    private @Nullable String note;
    private List<String> to = List.of();

    FactsOfTask(AboutTask about, Recipient agency) {
        this.about = about;
        this.agency = agency;
        this.origin = originOf(about);
    }

    /** A directive has clauses; what an event without one goes back to, only that of the assignment says. */
    static Facts.Origin originOf(AboutTask about) {
        if (about.clause() != null) {
            return Facts.Origin.DIRECTIVE;
        }
        return about instanceof TaskAssigned it && it.source().equals("REQUEST")
                ? Facts.Origin.REQUEST
                : Facts.Origin.REPORTING_REGIME;
    }

    FactsOfTask as(Facts.Role its) {
        role = its;
        return this;
    }

    FactsOfTask due(@Nullable LocalDate day) {
        return due(day, null, null);
    }

    FactsOfTask due(@Nullable LocalDate day, @Nullable String hour, @Nullable String words) {
        dueOn = day;
        dueAt = hour;
        limitText = words;
        return this;
    }

    FactsOfTask reached(String name, int days) {
        rung = name;
        workingDays = days;
        return this;
    }

    FactsOfTask saying(@Nullable String words) {
        note = words;
        return this;
    }

    FactsOfTask to(List<String> names) {
        to = names;
        return this;
    }

    Facts facts() {
        return new Facts(
                Facts.Subject.TASK,
                about.taskId(),
                about.agency(),
                agency.name(),
                agency.accountable(),
                about.text(),
                origin,
                about.directiveNumber(),
                about.clause(),
                role,
                dueOn,
                dueAt,
                limitText,
                rung,
                workingDays,
                null,
                note,
                to,
                null,
                null);
    }
}
