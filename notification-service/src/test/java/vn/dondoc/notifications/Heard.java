package vn.dondoc.notifications;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.agency.v1.AgencyRegistered;
import vn.dondoc.contract.task.v1.TaskAssigned;
import vn.dondoc.contract.task.v2.TaskDeadlineMissed;
import vn.dondoc.contract.task.v2.Told;
import vn.dondoc.testkit.OtherServices;

/** What the service under test hears of the others. */
public final class Heard implements AutoCloseable {

    private final OtherServices others = new OtherServices();

    /** An agency of province VN-A. */
    public void agency(String code, @Nullable String supervisor) {
        var data = new AgencyRegistered(
                code,
                "Cơ quan " + code,
                "VN-A",
                "DEPARTMENT",
                null,
                supervisor,
                code + "@a.example",
                "Giám đốc " + code,
                LocalDate.of(2004, 1, 1),
                null,
                List.of());
        send(code, 1, data);
    }

    /** A task is assigned to an agency, by a directive. */
    public void assign(String task, String agency, String directive) {
        var data = new TaskAssigned(
                task,
                "VN-A",
                agency,
                "LEAD",
                "DIRECTIVE",
                "directive-" + directive,
                directive,
                "1",
                null,
                null,
                null,
                null,
                null,
                "rà soát " + task,
                "DATED",
                LocalDate.of(2021, 10, 14),
                null,
                null);
        send(task, 1, data);
    }

    public void miss(String task, int offset, long sequence) {
        miss(task, LocalDate.of(2021, 9, 14), offset, sequence);
    }

    public void miss(String task, LocalDate dueOn, int offset, long sequence) {
        miss(task, "VN-A.snv", dueOn, offset, sequence, List.of("INBOX", "MAIL"));
    }

    /** A rung is missed; the agency is told up to the sixth day, its supervisor from the third, who is above from the seventh. */
    public void miss(String task, String of, LocalDate dueOn, int offset, long sequence, List<String> ways) {
        var agency = new Told("AGENCY", ways);
        var supervisor = new Told("SUPERVISOR", ways);
        var above = new Told("SUPERVISORS_SUPERVISOR", ways);
        List<Told> told = offset < 3 ? List.of(agency) : offset < 7 ? List.of(agency, supervisor) : List.of(above);
        var data = new TaskDeadlineMissed(
                task, "VN-A", of, offset, 3, dueOn, "quán triệt", "1/UBND", "1", false, List.of(), told);
        send(task, sequence, data);
    }

    /** What one of the others says of province VN-A. */
    public void send(String id, long sequence, Record data) {
        others.say("VN-A", id, sequence, data);
    }

    @Override
    public void close() {
        others.close();
    }
}
