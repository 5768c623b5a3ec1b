/** Directives in MongoDB. */
@NullMarked
package vn.dondoc.notifications.directive.mongo;

import org.jspecify.annotations.NullMarked;
