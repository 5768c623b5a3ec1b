/** Whom a rung concerns, and through which channels: the policy of escalation. */
@NullMarked
package vn.dondoc.notifications.ladder;

import org.jspecify.annotations.NullMarked;
