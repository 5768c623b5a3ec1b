package vn.dondoc.tasks.give;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.tasks.agency.Agencies;
import vn.dondoc.tasks.agency.Agency;
import vn.dondoc.tasks.assign.AssignTasks;
import vn.dondoc.tasks.task.Actor;
import vn.dondoc.tasks.task.Assigner;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Duty;
import vn.dondoc.tasks.task.Limit;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.Tasks;

/**
 * Gives tasks on somebody's word. The ids follow from the key of the command, so that a retry gives the same tasks; all
 * agencies are looked at before the first task is given.
 */
@Component
public class GiveTasks {

    private final Requests requests;
    private final Tasks tasks;
    private final Agencies agencies;
    private final AssignTasks assign;
    private final Clock clock;

    GiveTasks(Requests requests, Tasks tasks, Agencies agencies, AssignTasks assign, Clock clock) {
        this.requests = requests;
        this.tasks = tasks;
        this.agencies = agencies;
        this.assign = assign;
        this.clock = clock;
    }

    /** A task that was given. */
    public record Given(String agency, String taskId) {}

    /**
     * Asks agencies for something: the province's office asks anyone, an agency those under it.
     *
     * @throws Failure.Invalid if one of them does not exist
     * @throws Failure.Forbidden if one of them is not under the caller's own
     */
    public List<Given> ask(AccessScope scope, List<String> to, String text, Limit limit, Command command) {
        Actor by = Actor.of(scope, clock.instant());
        Assigner assigner = by.ofTheOffice() ? new Assigner.Office() : new Assigner.Agency(scope.agency());
        return give(
                scope,
                by,
                to,
                command,
                it -> new Assignment(
                        scope.province(), it, Assignment.Role.LEAD, new Duty.Requested(), assigner, text, limit));
    }

    /** Has those under an agency do a part of its task; the parts first, then the step of the task itself. */
    public List<Given> handDown(
            AccessScope scope, String id, List<String> to, String text, Limit limit, Command command) {
        Versioned<Task> task = tasks.find(scope, id).orElseThrow(() -> new Failure.NotFound("tasks.no-task", id));
        Actor by = Actor.of(scope, clock.instant());
        Assignment superior = task.state().assignment();
        if (!requests.isKnown(scope, command)) {
            task.state().handDown(by, to, text);
        }
        Duty origin = superior.duty() instanceof Duty.HandedDown down ? down.origin() : superior.duty();
        List<Given> given = give(
                scope,
                by,
                to,
                command,
                it -> new Assignment(
                        superior.province(),
                        it,
                        superior.role(),
                        new Duty.HandedDown(id, origin),
                        new Assigner.Agency(superior.agency()),
                        text,
                        limit));
        tasks.change(scope, id, command, it -> it.handDown(by, to, text));
        return given;
    }

    private List<Given> give(
            AccessScope scope, Actor by, List<String> to, Command command, Function<String, Assignment> assignment) {
        AccessScope anyAgency = AccessScope.ofService(scope.actor());
        List<Failure.Field> wrong = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            String code = to.get(i);
            Optional<Agency> agency =
                    agencies.find(anyAgency, code).filter(it -> it.province().equals(scope.province()));
            if (agency.isEmpty()) {
                wrong.add(new Failure.Field("/agencies/" + i, "tasks.no-such-agency", code));
            } else if (!by.ofTheOffice() && !agency.get().isUnder(scope.agency())) {
                throw new Failure.Forbidden("tasks.not-under", code, scope.agency());
            }
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        requests.keep(scope, command);
        List<Tasks.NewTask> some = new ArrayList<>();
        List<Given> given = new ArrayList<>();
        for (String code : to.stream().distinct().toList()) {
            String id = AssignTasks.idOfCommandedTask(command.key(), code);
            some.add(assign.task(id, assignment.apply(code)));
            given.add(new Given(code, id));
        }
        assign.keep(some);
        return given;
    }
}
