package vn.dondoc.documents.directive;

import org.jspecify.annotations.Nullable;

/**
 * Who signed.
 *
 * @param name as printed; personal data, so it stays in this registry and enters no event
 * @param title chức vụ, such as "PHÓ CHỦ TỊCH"
 * @param authority on whose behalf, such as "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"
 */
public record Signer(
        @Nullable String name,
        @Nullable String title,
        @Nullable String authority) {

    public static final Signer UNKNOWN = new Signer(null, null, null);
}
