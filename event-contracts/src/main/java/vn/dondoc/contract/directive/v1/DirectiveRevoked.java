package vn.dondoc.contract.directive.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.EventType;
import vn.dondoc.contract.Meaning;
import vn.dondoc.contract.Topic;

@Meaning("The directive is no longer in force; what it asked for and is not done yet need not be done.")
@EventType(value = "vn.dondoc.directive.revoked.v1", on = Topic.DIRECTIVES)
public record DirectiveRevoked(
        String directiveId,

        @Meaning("directive that takes its place; absent if none does") @Nullable
        String replacedBy,

        LocalDate revokedOn,
        String reason) {}
