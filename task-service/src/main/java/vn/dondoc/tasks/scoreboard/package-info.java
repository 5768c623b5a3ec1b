/** How agencies stand, in the classes of Quyết định 42/2014/QĐ-TTg. */
@NullMarked
package vn.dondoc.tasks.scoreboard;

import org.jspecify.annotations.NullMarked;
