/** Endpoints over HTTP. */
@NullMarked
package vn.dondoc.notifications.webhook.web;

import org.jspecify.annotations.NullMarked;
