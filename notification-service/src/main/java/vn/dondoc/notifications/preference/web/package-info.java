/** Preferences over HTTP. */
@NullMarked
package vn.dondoc.notifications.preference.web;

import org.jspecify.annotations.NullMarked;
