/** Facts put into words. */
@NullMarked
package vn.dondoc.notifications.notice.wording;

import org.jspecify.annotations.NullMarked;
