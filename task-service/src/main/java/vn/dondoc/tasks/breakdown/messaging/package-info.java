/** What task-service hears from the other services. */
@NullMarked
package vn.dondoc.tasks.breakdown.messaging;

import org.jspecify.annotations.NullMarked;
