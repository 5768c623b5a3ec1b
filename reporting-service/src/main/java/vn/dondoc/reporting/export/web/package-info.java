/** Exports over HTTP. */
@NullMarked
package vn.dondoc.reporting.export.web;

import org.jspecify.annotations.NullMarked;
