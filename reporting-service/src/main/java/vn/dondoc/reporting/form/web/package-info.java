/** Forms over HTTP. */
@NullMarked
package vn.dondoc.reporting.form.web;

import org.jspecify.annotations.NullMarked;
