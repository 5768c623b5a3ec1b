/** Tasks that somebody gives without a directive: asked for ad hoc (C15), or as a part of an agency's own. */
@NullMarked
package vn.dondoc.tasks.give;

import org.jspecify.annotations.NullMarked;
