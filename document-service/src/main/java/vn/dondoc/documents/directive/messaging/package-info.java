/** Directives as published events. */
@NullMarked
package vn.dondoc.documents.directive.messaging;

import org.jspecify.annotations.NullMarked;
