/** Lineage over HTTP. */
@NullMarked
package vn.dondoc.reporting.lineage.web;

import org.jspecify.annotations.NullMarked;
