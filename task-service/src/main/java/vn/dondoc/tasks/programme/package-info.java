/** Directives that carry out others: plans under a resolution, reviews of a programme. */
@NullMarked
package vn.dondoc.tasks.programme;

import org.jspecify.annotations.NullMarked;
