package vn.dondoc.documents.agency.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.agency.Agency;
import vn.dondoc.documents.agency.AgencyCode;
import vn.dondoc.documents.agency.AgencyKind;

/**
 * As it is shown: a body that can be addressed, from its first day to its last.
 *
 * @param code stable within this system, such as {@code VN-22.snv}
 * @param province code of its province, such as {@code VN-22}
 * @param parent whose figures include this agency's
 * @param supervisor who is told when this agency is late
 * @param mailbox the office's own, never a person's
 * @param head post of who answers for it (người đứng đầu), such as "Giám đốc Sở Nội vụ"; never a name
 * @param aliases other names it goes by in documents
 * @param codes what other systems call it, each with its dates
 * @param validTo last day; {@code null} while it exists
 */
record AgencyView(
        String code,
        String name,
        String province,
        AgencyKind kind,
        @Nullable String parent,
        @Nullable String supervisor,
        @Nullable String mailbox,
        @Nullable String head,
        List<String> aliases,
        List<AgencyCode> codes,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    static AgencyView of(Agency it) {
        return new AgencyView(
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
                it.validTo());
    }
}
