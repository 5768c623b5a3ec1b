/** How far the audit of a service reaches. Published by every service of its own. */
@NullMarked
package vn.dondoc.contract.audit.v1;

import org.jspecify.annotations.NullMarked;
