/** Directives in MongoDB. */
@NullMarked
package vn.dondoc.documents.directive.mongo;

import org.jspecify.annotations.NullMarked;
