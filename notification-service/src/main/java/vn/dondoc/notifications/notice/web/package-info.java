/** The inbox and the delivery log over HTTP. */
@NullMarked
package vn.dondoc.notifications.notice.web;

import org.jspecify.annotations.NullMarked;
