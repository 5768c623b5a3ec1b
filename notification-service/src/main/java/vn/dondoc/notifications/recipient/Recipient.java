package vn.dondoc.notifications.recipient;

import org.jspecify.annotations.Nullable;

/**
 * An agency as far as telling it something goes.
 *
 * @param supervisor code of the agency that is told when this one is late
 * @param mailbox the office's own, never a person's
 * @param accountable post of who answers for it (người đứng đầu)
 */
public record Recipient(
        String code,
        String name,
        String province,
        @Nullable String supervisor,
        @Nullable String mailbox,
        String accountable) {}
