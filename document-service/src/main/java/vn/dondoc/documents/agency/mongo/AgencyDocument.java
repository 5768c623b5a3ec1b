package vn.dondoc.documents.agency.mongo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.SearchWords;
import vn.dondoc.documents.agency.Agency;
import vn.dondoc.documents.agency.AgencyCode;
import vn.dondoc.documents.agency.AgencyKind;

/**
 * An agency as it is stored; those stored before there were codes have none.
 *
 * @param nameOrder what lists by name are ordered by
 * @param words what a search looks for
 */
record AgencyDocument(
        String code,
        String name,
        String province,
        AgencyKind kind,
        @Nullable String parent,
        @Nullable String supervisor,
        @Nullable String mailbox,
        @Nullable String head,
        List<String> aliases,
        @Nullable List<AgencyCode> codes,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String nameOrder,
        List<String> words) {

    static AgencyDocument from(Agency it) {
        return new AgencyDocument(
                it.code(),
                it.name(),
                it.province(),
                it.kind(),
                it.parent(),
                it.supervisor(),
                it.mailbox(),
                it.head(),
                it.aliases(),
                it.codes(),
                it.validFrom(),
                it.validTo(),
                SearchWords.folded(it.name()),
                SearchWords.in(it.code(), it.name(), String.join(" ", it.aliases())));
    }

    Agency toAgency() {
        return new Agency(
                code,
                name,
                province,
                kind,
                parent,
                supervisor,
                mailbox,
                head,
                aliases,
                codes == null ? List.of() : codes,
                validFrom,
                validTo);
    }
}
