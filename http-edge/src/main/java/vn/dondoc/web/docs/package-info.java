/** What a service says of itself to whoever builds on it: guides, problems and events as pages. Open to everybody. */
@NullMarked
package vn.dondoc.web.docs;

import org.jspecify.annotations.NullMarked;
