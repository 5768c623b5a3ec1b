/** One task per assignment, and what completes it without its agency saying so. Responsible for who has which task once; not for the life of a task. */
@NullMarked
package vn.dondoc.tasks.assign;

import org.jspecify.annotations.NullMarked;
