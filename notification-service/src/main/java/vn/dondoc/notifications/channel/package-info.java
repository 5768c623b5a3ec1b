/** The ways out. */
@NullMarked
package vn.dondoc.notifications.channel;

import org.jspecify.annotations.NullMarked;
