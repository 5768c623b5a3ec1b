package vn.dondoc.tasks.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;
import vn.dondoc.tasks.agency.Agencies;
import vn.dondoc.tasks.agency.Agency;
import vn.dondoc.tasks.agency.Succession;
import vn.dondoc.tasks.agency.Successions;
import vn.dondoc.tasks.assign.AssignTasks;
import vn.dondoc.tasks.series.AllSeries;
import vn.dondoc.tasks.task.Actor;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.TaskEvent;
import vn.dondoc.tasks.task.Tasks;

/**
 * Gives tasks to those who carry on. First the task of the successor, under an id derived from the clause or from the task
 * before it, then the step of the one that ends: whatever dies between, doing it again does it once. Agencies that merge
 * share one task of a clause that each of them had.
 */
@Component
public class HandOver {

    private static final Logger log = LoggerFactory.getLogger(HandOver.class);
    private static final AccessScope SELF = AccessScope.ofService("hand-over");

    private final Successions successions;
    private final Agencies agencies;
    private final Tasks tasks;
    private final AssignTasks assign;
    private final AllSeries series;
    private final Clock clock;

    HandOver(
            Successions successions,
            Agencies agencies,
            Tasks tasks,
            AssignTasks assign,
            AllSeries series,
            Clock clock) {
        this.successions = successions;
        this.agencies = agencies;
        this.tasks = tasks;
        this.assign = assign;
        this.series = series;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${dondoc.deadlines.sweep-interval:1s}")
    void handOverDue() {
        for (Succession it : successions.due(SELF, VietnamTime.today(clock))) {
            Optional<List<Agency>> heirs = heirs(it);
            if (heirs.isPresent()) {
                int moved = 0;
                for (String from : it.from()) {
                    moved += handOver(it, from, heirs.get());
                }
                successions.done(SELF, it);
                log.info("event=agency-handed-over succession={} tasks={}", it.id(), moved);
            }
        }
    }

    /** The successors; empty as long as one of them has not been heard of. */
    private Optional<List<Agency>> heirs(Succession succession) {
        List<Agency> heirs = new ArrayList<>();
        succession.to().forEach(code -> agencies.find(SELF, code).ifPresent(heirs::add));
        return heirs.size() == succession.to().size() ? Optional.of(heirs) : Optional.empty();
    }

    private int handOver(Succession succession, String from, List<Agency> heirs) {
        String because = succession.note() == null
                ? Text.of("tasks.because-succeeded", from).vietnamese()
                : succession.note();
        for (var it : series.ofAgency(SELF, succession.province(), from)) {
            series.change(
                    SELF,
                    it.id(),
                    Command.causedBy(succession.id() + "/" + from, SELF.actor()),
                    state -> state.handOver(from, succession.to()));
        }
        List<String> open = tasks.idsOfAgency(SELF, succession.province(), from);
        for (String id : open) {
            tasks.find(SELF, id).ifPresent(task -> {
                List<Assignment> inherited =
                        heirs.stream().map(heir -> inherited(task, heir)).toList();
                assign.assignAgain(inherited, succession.id() + "/" + id);
                Actor self = Actor.self(SELF.actor(), clock.instant());
                List<TaskEvent.Heir> to = inherited.stream()
                        .map(it -> new TaskEvent.Heir(it.agency(), AssignTasks.idOf(it)))
                        .toList();
                tasks.change(
                        SELF,
                        id,
                        Command.causedBy(succession.id(), SELF.actor()),
                        it -> it.handOver(self, to, succession.on(), because));
                partsFollow(id, to.getFirst(), succession.id());
            });
        }
        for (String id : tasks.idsGivenBy(SELF, succession.province(), from)) {
            givenBy(id, succession.id(), heirs.getFirst().code(), null);
        }
        return open.size();
    }

    /** What is a part of a task that others carry on with is a part of theirs: the first decides on it. */
    private void partsFollow(String task, TaskEvent.Heir heir, String cause) {
        tasks.handedDown(SELF, task).forEach(it -> givenBy(it.id(), cause, heir.agency(), heir.taskId()));
    }

    private void givenBy(String id, String cause, String agency, @Nullable String superior) {
        Actor self = Actor.self(SELF.actor(), clock.instant());
        tasks.change(
                SELF,
                id,
                Command.causedBy(cause + "/given-by/" + agency, SELF.actor()),
                it -> it.givenBy(self, agency, superior));
    }

    private static Assignment inherited(Versioned<Task> task, Agency heir) {
        Assignment before = task.state().assignment();
        return before.to(heir.code(), task.id()).in(heir.province());
    }

    /**
     * The assigner gives a task to another agency, because the one that had it is not the one.
     *
     * @throws Failure.Invalid if there is no such agency in the province
     */
    public Receipt redirect(AccessScope scope, String id, String agency, String reason, Command command) {
        Versioned<Task> task = tasks.find(scope, id).orElseThrow(() -> new Failure.NotFound("tasks.no-task", id));
        Actor by = Actor.of(scope, clock.instant());
        if (agencies.find(scope, agency).isEmpty()
                || agency.equals(task.state().assignment().agency())) {
            throw new Failure.Invalid("/agency", "tasks.no-such-agency", agency);
        }
        LocalDate today = VietnamTime.today(clock);
        Assignment other = task.state().assignment().to(agency, id);
        List<TaskEvent.Heir> to = List.of(new TaskEvent.Heir(agency, AssignTasks.idOf(other)));
        task.state().redirect(by, to, today, reason);
        assign.assignAgain(List.of(other), command.key());
        Receipt receipt = tasks.change(scope, id, command, it -> it.redirect(by, to, today, reason));
        partsFollow(id, to.getFirst(), command.key());
        return receipt;
    }
}
