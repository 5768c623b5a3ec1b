/**
 * Who asks and how far they may see. Responsible for turning a token into one immutable scope that every repository call
 * takes; not responsible for what a service lets a role do, which stands on its endpoints.
 */
@NullMarked
package vn.dondoc.access;

import org.jspecify.annotations.NullMarked;
