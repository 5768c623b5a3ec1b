/** The agency catalogue, latest state per code, and who succeeded whom. Published by document-service. */
@NullMarked
package vn.dondoc.contract.agency.v1;

import org.jspecify.annotations.NullMarked;
