/** What the versions of task events share. */
@NullMarked
package vn.dondoc.contract.task;

import org.jspecify.annotations.NullMarked;
