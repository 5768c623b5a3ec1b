/** Reports as workbooks: handed out to be filled in, and taken in filled. */
@NullMarked
package vn.dondoc.reporting.workbook;

import org.jspecify.annotations.NullMarked;
