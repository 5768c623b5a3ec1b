/** Tasks over HTTP. */
@NullMarked
package vn.dondoc.tasks.task.web;

import org.jspecify.annotations.NullMarked;
