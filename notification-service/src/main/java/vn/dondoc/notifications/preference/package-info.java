/** How agencies want to be told, and what cannot be switched off. */
@NullMarked
package vn.dondoc.notifications.preference;

import org.jspecify.annotations.NullMarked;
