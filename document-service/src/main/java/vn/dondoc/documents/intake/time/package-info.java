/** Days, periods and spans of time: how they are named, and by when something is due. */
@NullMarked
package vn.dondoc.documents.intake.time;

import org.jspecify.annotations.NullMarked;
