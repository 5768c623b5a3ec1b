/** Mailboxes over HTTP. */
@NullMarked
package vn.dondoc.notifications.recipient.web;

import org.jspecify.annotations.NullMarked;
