/** The agencies a notice can go to, and who supervises whom. */
@NullMarked
package vn.dondoc.notifications.recipient;

import org.jspecify.annotations.NullMarked;
