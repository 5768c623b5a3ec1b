/** Files that come from outside and are handed out as they came. */
@NullMarked
package vn.dondoc.file;

import org.jspecify.annotations.NullMarked;
