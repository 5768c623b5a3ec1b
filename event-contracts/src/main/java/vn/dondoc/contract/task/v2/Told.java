package vn.dondoc.contract.task.v2;

import java.util.List;
import vn.dondoc.contract.Meaning;

@Meaning("Somebody whom a rung concerns.")
public record Told(
        @Meaning("AGENCY, SUPERVISOR or SUPERVISORS_SUPERVISOR, seen from the agency that has the task")
        String whom,

        @Meaning("INBOX, MAIL") List<String> ways) {

    public Told {
        ways = List.copyOf(ways);
    }
}
