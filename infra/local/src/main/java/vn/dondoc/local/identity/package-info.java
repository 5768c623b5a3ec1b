/** A local authorization server with demo users, who exist only here. */
@NullMarked
package vn.dondoc.local.identity;

import org.jspecify.annotations.NullMarked;
