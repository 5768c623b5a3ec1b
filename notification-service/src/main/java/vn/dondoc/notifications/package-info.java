/** Who is told what, when, through which channel. Responsible for notices and their delivery; not for what is late or how late. */
@NullMarked
package vn.dondoc.notifications;

import org.jspecify.annotations.NullMarked;
