/** Where machines of a province are told, and where nobody may be reached. */
@NullMarked
package vn.dondoc.notifications.webhook;

import org.jspecify.annotations.NullMarked;
