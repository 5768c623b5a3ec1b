package vn.dondoc.contract.directive.v1;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.OfProvince;
import vn.dondoc.contract.Topic;

@Meaning("Some clauses of a directive in force were changed; it is still the same directive.")
@EventType(value = "vn.dondoc.directive.amended.v1", on = Topic.DIRECTIVES)
public record DirectiveAmended(
        String directiveId,

        @Meaning("directive that amends; absent if it is not registered") @Nullable
        String amendedBy,

        LocalDate amendedOn,
        String reason,
        List<ClauseChange> changes,

        @Meaning("targets that are others from now on; absent if they all stay") @Nullable
        List<TargetChange> targets)
        implements OfProvince {

    public DirectiveAmended {
        changes = List.copyOf(changes);
        targets = targets == null ? null : List.copyOf(targets);
    }

    @Override
    public List<String> agencies() {
        return changes.stream()
                .flatMap(it -> Stream.of(it.lead(), it.cooperating()))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }
}
