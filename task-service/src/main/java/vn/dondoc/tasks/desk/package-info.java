/** What people do with tasks: those who have them and those who gave them. */
@NullMarked
package vn.dondoc.tasks.desk;

import org.jspecify.annotations.NullMarked;
