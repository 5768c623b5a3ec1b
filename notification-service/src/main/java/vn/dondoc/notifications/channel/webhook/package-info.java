/** Notices by webhook, as Standard Webhooks 1.0 has it. */
@NullMarked
package vn.dondoc.notifications.channel.webhook;

import org.jspecify.annotations.NullMarked;
