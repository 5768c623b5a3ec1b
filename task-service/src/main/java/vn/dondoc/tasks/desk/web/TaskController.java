package vn.dondoc.tasks.desk.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.failure.Failure;
import vn.dondoc.tasks.agency.Agencies;
import vn.dondoc.tasks.agency.Agency;
import vn.dondoc.tasks.deadline.Limits;
import vn.dondoc.tasks.desk.RelatedTasks;
import vn.dondoc.tasks.programme.Programmes;
import vn.dondoc.tasks.task.Assignment;
import vn.dondoc.tasks.task.Course;
import vn.dondoc.tasks.task.Status;
import vn.dondoc.tasks.task.Step;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.Tasks;
import vn.dondoc.tasks.task.TimeLimitClass;
import vn.dondoc.web.Answers;
import vn.dondoc.web.Page;
import vn.dondoc.web.SortedBy;

@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

    private static final AccessScope SELF = AccessScope.ofService("show-tasks");

    private final Tasks tasks;
    private final RelatedTasks related;
    private final Programmes programmes;
    private final Limits limits;
    private final Agencies agencies;
    private final Clock clock;

    TaskController(
            Tasks tasks, RelatedTasks related, Programmes programmes, Limits limits, Agencies agencies, Clock clock) {
        this.tasks = tasks;
        this.related = related;
        this.programmes = programmes;
        this.limits = limits;
        this.agencies = agencies;
        this.clock = clock;
    }

    /**
     * @param q words of the duty or of the number of its directive, with or without diacritics
     * @param standing in which class of the scoreboard it counts now
     * @param programme directive; its tasks and those of all that carry it out
     * @param superior task of which it is a part
     * @param extended whether its last day was put off at the request of its agency
     * @param returned whether it was sent back
     */
    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Page<TaskView> list(
            AccessScope scope,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String directive,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String clause,
            @RequestParam(required = false) @Nullable String superior,
            @RequestParam(name = "class", required = false) @Nullable TimeLimitClass timeLimit,
            @RequestParam(required = false) Task.@Nullable Standing standing,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) Assignment.@Nullable Role role,
            @RequestParam(required = false) @Nullable Boolean extended,
            @RequestParam(required = false) @Nullable Boolean returned,
            @RequestParam(name = "due-from", required = false) @Nullable LocalDate dueFrom,
            @RequestParam(name = "due-before", required = false) @Nullable LocalDate dueBefore,
            @SortedBy({"due", "-due", "-created", "created"}) Page.Request page) {
        Map<Course.Mark, Boolean> marks = new EnumMap<>(Course.Mark.class);
        if (extended != null) {
            marks.put(Course.Mark.EXTENDED, extended);
        }
        if (returned != null) {
            marks.put(Course.Mark.RETURNED, returned);
        }
        var filter = new Tasks.Filter(
                q,
                agency,
                directives(scope, directive, programme),
                clause,
                superior,
                timeLimit,
                standing,
                status,
                role,
                marks,
                dueFrom,
                dueBefore);
        return Page.of(tasks.list(scope, filter, now(), page.window()), page, this::view);
    }

    /** How many stand how, without reading them. */
    record Counts(Map<Task.Standing, Integer> standings, int total) {}

    @GetMapping("/counts")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Counts counts(
            AccessScope scope,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String directive,
            @RequestParam(required = false) @Nullable String programme) {
        Map<Task.Standing, Integer> standings = new EnumMap<>(Task.Standing.class);
        List<String> of = directives(scope, directive, programme);
        List<Tasks.Tally> tallies = of.isEmpty()
                ? tasks.tally(scope, null)
                : of.stream().flatMap(it -> tasks.tally(scope, it).stream()).toList();
        LocalDateTime now = now();
        for (Tasks.Tally it : tallies) {
            if (agency == null || agency.equals(it.agency())) {
                standings.merge(it.as().at(now), it.tasks(), Integer::sum);
            }
        }
        int total = standings.values().stream().mapToInt(Integer::intValue).sum();
        return new Counts(standings, total);
    }

    /** Empty for all. */
    private List<String> directives(AccessScope scope, @Nullable String directive, @Nullable String programme) {
        if (programme == null) {
            return directive == null ? List.of() : List.of(directive);
        }
        if (directive != null) {
            throw new Failure.Invalid("programme", "tasks.directive-and-programme");
        }
        return programmes.of(scope, programme);
    }

    @GetMapping("/{id}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<TaskView> get(AccessScope scope, @PathVariable String id) {
        Versioned<Task> found = find(scope, id);
        return Answers.versioned(found, view(found));
    }

    /** Every step, the oldest first. */
    record History(List<Step> steps) {}

    @GetMapping("/{id}/history")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<History> history(AccessScope scope, @PathVariable String id) {
        Versioned<Task> found = find(scope, id);
        return Answers.versioned(found, new History(found.state().history()));
    }

    /**
     * Who else has to do with a task.
     *
     * @param alongside the other agencies of its clause; of a clause for thousands, the first due
     * @param parts what it handed down
     * @param worst how the worst of them stands; absent if there is none
     */
    record Related(List<Beside> alongside, List<Beside> parts, Task.@Nullable Standing worst) {}

    /**
     * Another task, as far as those beside it need to know.
     *
     * @param contribution what a co-operating agency gave last
     */
    record Beside(
            String id,
            String agency,
            Assignment.Role role,
            Status status,
            Task.Standing standing,
            int percent,
            @Nullable LocalDate dueOn,
            @Nullable String contribution) {}

    @GetMapping("/{id}/related")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    Related related(AccessScope scope, @PathVariable String id) {
        Versioned<Task> task = find(scope, id);
        List<Beside> parts = related.parts(task).stream().map(this::beside).toList();
        return new Related(
                related.alongside(task).stream().map(this::beside).toList(),
                parts,
                related.worst(parts.stream().map(Beside::standing).toList()).orElse(null));
    }

    private Beside beside(Versioned<Task> it) {
        Task task = it.state();
        String contribution = task.history().reversed().stream()
                .filter(step -> step.kind() == Step.Kind.CONTRIBUTED)
                .map(Step::text)
                .findFirst()
                .orElse(null);
        return new Beside(
                it.id(),
                task.assignment().agency(),
                task.assignment().role(),
                Status.of(task.state()),
                task.count().at(now()),
                task.percent(),
                task.assignment().limit().dueOn(),
                contribution);
    }

    private Versioned<Task> find(AccessScope scope, String id) {
        return tasks.find(scope, id).orElseThrow(() -> new Failure.NotFound("tasks.no-task", id));
    }

    private TaskView view(Versioned<Task> found) {
        Assignment assignment = found.state().assignment();
        SortedSet<Integer> unconfirmed = limits.unconfirmed(assignment.province(), assignment.limit());
        String accountable = agencies.find(SELF, assignment.agency())
                .map(Agency::accountable)
                .orElse(null);
        return TaskView.of(found, now(), accountable, unconfirmed);
    }

    private LocalDateTime now() {
        return VietnamTime.now(clock);
    }
}
