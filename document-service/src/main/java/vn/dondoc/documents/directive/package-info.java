/** Directives from draft to issue. Responsible for what a directive says and when it takes effect; not for reading it from a file. */
@NullMarked
package vn.dondoc.documents.directive;

import org.jspecify.annotations.NullMarked;
