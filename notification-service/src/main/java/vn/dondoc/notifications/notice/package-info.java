/** A notice from the moment somebody is to be told until it reached them. */
@NullMarked
package vn.dondoc.notifications.notice;

import org.jspecify.annotations.NullMarked;
