/** Second versions of task events. Published by task-service. */
@NullMarked
package vn.dondoc.contract.task.v2;

import org.jspecify.annotations.NullMarked;
