/** Consolidated reports over HTTP. */
@NullMarked
package vn.dondoc.reporting.consolidation.web;

import org.jspecify.annotations.NullMarked;
