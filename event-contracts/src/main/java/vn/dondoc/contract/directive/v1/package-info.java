/** Directives, as issued and as corrected afterwards. Published by document-service. */
@NullMarked
package vn.dondoc.contract.directive.v1;

import org.jspecify.annotations.NullMarked;
