/** Directives in force, and whom their clauses name, as document-service last said them. */
@NullMarked
package vn.dondoc.notifications.directive;

import org.jspecify.annotations.NullMarked;
