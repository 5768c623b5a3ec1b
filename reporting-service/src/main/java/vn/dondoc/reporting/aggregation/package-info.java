/** The streams topology that turns reports into figures, exactly once. Knows no database: its state is rebuilt from the topics. */
@NullMarked
package vn.dondoc.reporting.aggregation;

import org.jspecify.annotations.NullMarked;
