/** From a directive or an owed report to one task per agency. Responsible for who gets which task; not for the life of a task. */
@NullMarked
package vn.dondoc.tasks.breakdown;

import org.jspecify.annotations.NullMarked;
