/** Who was told what, and whether it reached them. Published by notification-service. */
@NullMarked
package vn.dondoc.contract.notice.v1;

import org.jspecify.annotations.NullMarked;
