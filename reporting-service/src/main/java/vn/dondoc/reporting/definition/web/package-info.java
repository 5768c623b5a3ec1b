/** Sets of definitions over HTTP. */
@NullMarked
package vn.dondoc.reporting.definition.web;

import org.jspecify.annotations.NullMarked;
