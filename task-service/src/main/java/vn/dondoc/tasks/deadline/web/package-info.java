/** Ladders over HTTP. */
@NullMarked
package vn.dondoc.tasks.deadline.web;

import org.jspecify.annotations.NullMarked;
