/** What is due and late, gathered for who answers for it. */
@NullMarked
package vn.dondoc.notifications.digest;

import org.jspecify.annotations.NullMarked;
