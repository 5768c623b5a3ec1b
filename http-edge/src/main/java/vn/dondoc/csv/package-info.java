/** Tables written as CSV, as offices save them from a spreadsheet. */
@NullMarked
package vn.dondoc.csv;

import org.jspecify.annotations.NullMarked;
