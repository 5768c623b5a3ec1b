/** Report forms and their data elements. Responsible for what may be reported; not for by whom or when. */
@NullMarked
package vn.dondoc.reporting.form;

import org.jspecify.annotations.NullMarked;
