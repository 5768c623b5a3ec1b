/** Files beside tasks over HTTP. */
@NullMarked
package vn.dondoc.tasks.attachment.web;

import org.jspecify.annotations.NullMarked;
