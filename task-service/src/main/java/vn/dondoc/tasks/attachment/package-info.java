/** Files beside tasks. */
@NullMarked
package vn.dondoc.tasks.attachment;

import org.jspecify.annotations.NullMarked;
