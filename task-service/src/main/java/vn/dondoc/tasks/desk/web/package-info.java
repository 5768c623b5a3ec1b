/** Tasks over HTTP. */
@NullMarked
package vn.dondoc.tasks.desk.web;

import org.jspecify.annotations.NullMarked;
