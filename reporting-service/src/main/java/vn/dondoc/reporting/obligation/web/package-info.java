/** Regimes over HTTP. */
@NullMarked
package vn.dondoc.reporting.obligation.web;

import org.jspecify.annotations.NullMarked;
