/** Digests that are still to come. */
@NullMarked
package vn.dondoc.notifications.digest.web;

import org.jspecify.annotations.NullMarked;
