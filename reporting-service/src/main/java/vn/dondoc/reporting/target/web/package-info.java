/** Targets over HTTP. */
@NullMarked
package vn.dondoc.reporting.target.web;

import org.jspecify.annotations.NullMarked;
