/** Preferences in MongoDB. */
@NullMarked
package vn.dondoc.notifications.preference.mongo;

import org.jspecify.annotations.NullMarked;
