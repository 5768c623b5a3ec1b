package vn.dondoc.contract.directive.v1;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.Meaning;

@Meaning("What an amendment does to one clause: another last day, other agencies, or none of the duty at all.")
public record ClauseChange(
        @Meaning("the clause's own numbering, such as 2.1") String path,

        @Meaning("new last day in time; absent if it stays or the clause is repealed") @Nullable
        LocalDate dueOn,

        @Meaning("whether the duty is no more") boolean repealed,

        @Meaning("codes of the agencies that lead from now on; absent if they stay") @Nullable
        List<String> lead,

        @Meaning("codes of those that co-operate from now on") @Nullable
        List<String> cooperating) {

    public ClauseChange {
        lead = lead == null ? null : List.copyOf(lead);
        cooperating = cooperating == null ? null : List.copyOf(cooperating);
    }
}
