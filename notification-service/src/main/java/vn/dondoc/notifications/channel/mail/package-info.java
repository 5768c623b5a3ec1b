/** Notices by e-mail. */
@NullMarked
package vn.dondoc.notifications.channel.mail;

import org.jspecify.annotations.NullMarked;
