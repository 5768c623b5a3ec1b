/** Forms, indicators and regimes taken over together, as a province keeps them in files. */
@NullMarked
package vn.dondoc.reporting.definition;

import org.jspecify.annotations.NullMarked;
