/** Directives over HTTP. */
@NullMarked
package vn.dondoc.documents.directive.web;

import org.jspecify.annotations.NullMarked;
