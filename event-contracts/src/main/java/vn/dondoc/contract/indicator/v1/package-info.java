/** Figures, latest per key, and the definitions they are computed from. Published by reporting-service. */
@NullMarked
package vn.dondoc.contract.indicator.v1;

import org.jspecify.annotations.NullMarked;
