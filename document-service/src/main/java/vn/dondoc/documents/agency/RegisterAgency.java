package vn.dondoc.documents.agency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;

/** Puts an agency into the catalogue, in its place among those that are there. */
@Service
public class RegisterAgency {

    private final Agencies agencies;

    RegisterAgency(Agencies agencies) {
        this.agencies = agencies;
    }

    /** @throws Failure.Invalid naming who above it is none of the province, or is below it */
    public Receipt register(AccessScope scope, Agency agency, Command command) {
        return agencies.register(scope, agency, command, () -> refuseMisplaced(scope, agency));
    }

    private void refuseMisplaced(AccessScope scope, Agency agency) {
        List<Failure.Field> wrong = new ArrayList<>();
        refuseUnknown(scope, "/parent", agency.parent(), wrong);
        refuseUnknown(scope, "/supervisor", agency.supervisor(), wrong);
        if (wrong.isEmpty() && isAboveItself(scope, agency)) {
            wrong.add(new Failure.Field("/parent", "documents.agency-circle", agency.code()));
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
    }

    private void refuseUnknown(AccessScope scope, String field, @Nullable String code, List<Failure.Field> wrong) {
        if (code != null && agencies.find(scope, code).isEmpty()) {
            wrong.add(new Failure.Field(field, "documents.agency-unknown", code));
        }
    }

    private boolean isAboveItself(AccessScope scope, Agency agency) {
        Set<String> above = new HashSet<>();
        String parent = agency.parent();
        while (parent != null && above.add(parent)) {
            if (parent.equals(agency.code())) {
                return true;
            }
            Optional<Versioned<Agency>> next = agencies.find(scope, parent);
            parent = next.map(it -> it.state().parent()).orElse(null);
        }
        return false;
    }
}
