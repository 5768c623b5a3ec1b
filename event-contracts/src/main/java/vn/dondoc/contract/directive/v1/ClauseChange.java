package vn.dondoc.contract.directive.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.Meaning;

@Meaning("What an amendment does to one clause: another last day, or none of the duty at all.")
public record ClauseChange(
        @Meaning("the clause's own numbering, such as 2.1") String path,

        @Meaning("new last day in time; absent if the clause is repealed") @Nullable
        LocalDate dueOn,

        @Meaning("whether the duty is no more") boolean repealed) {}
