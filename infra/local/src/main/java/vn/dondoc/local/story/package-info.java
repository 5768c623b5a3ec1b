/** The story the demo plays, as a client of the public APIs and nothing more. */
@NullMarked
package vn.dondoc.local.story;

import org.jspecify.annotations.NullMarked;
