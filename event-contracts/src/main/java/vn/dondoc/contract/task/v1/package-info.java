/** Tasks and their deadlines, in one order per task. Published by task-service. */
@NullMarked
package vn.dondoc.contract.task.v1;

import org.jspecify.annotations.NullMarked;
