/** What comes, as it comes: server-sent events that end, that are counted, and that a client takes up where it was. */
@NullMarked
package vn.dondoc.web.stream;

import org.jspecify.annotations.NullMarked;
