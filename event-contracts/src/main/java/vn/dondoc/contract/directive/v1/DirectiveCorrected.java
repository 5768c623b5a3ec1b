package vn.dondoc.contract.directive.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("A number, date or subject missing from the paper was filled in; it is the same directive.")
@EventType(value = "vn.dondoc.directive.corrected.v1", on = Topic.DIRECTIVES)
public record DirectiveCorrected(
        String directiveId,
        @Nullable String number,
        @Nullable LocalDate issueDate,
        @Nullable String subject) {}
