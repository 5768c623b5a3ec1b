package vn.dondoc.documents.agency;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that can be addressed, from its first day to its last.
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
public record Agency(
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

    public Agency {
        aliases = List.copyOf(aliases);
        codes = List.copyOf(codes);
    }

    /** Whether {@code value} stood for this agency on {@code day}: its key always does, a code of a scheme for a time. */
    public boolean isCalled(String value, LocalDate day) {
        return code.equals(value) || codes.stream().anyMatch(it -> it.value().equals(value) && it.inUseOn(day));
    }

    /** The same agency with its last day. */
    public Agency endingOn(LocalDate lastDay) {
        return new Agency(
                code, name, province, kind, parent, supervisor, mailbox, head, aliases, codes, validFrom, lastDay);
    }

    /** The post of who answers for it, in general words where it was not said. */
    public String accountable() {
        return head == null ? "Người đứng đầu " + name : head;
    }

    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
