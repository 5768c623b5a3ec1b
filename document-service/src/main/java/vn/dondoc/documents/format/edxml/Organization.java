package vn.dondoc.documents.format.edxml;

import org.jspecify.annotations.Nullable;

/**
 * An agency as sender or receiver.
 *
 * @param organId national code, in either spelling: 000.00.00.H41 or H41
 */
public record Organization(
        String organId,
        @Nullable String organizationInCharge,
        @Nullable String organName,
        @Nullable String organAdd,
        @Nullable String email,
        @Nullable String telephone,
        @Nullable String fax,
        @Nullable String website) {

    public static Organization of(String organId, String organName) {
        return new Organization(organId, null, organName, null, null, null, null, null);
    }
}
