/** Giving tasks over HTTP. */
@NullMarked
package vn.dondoc.tasks.give.web;

import org.jspecify.annotations.NullMarked;
