/** Agencies as heard of. */
@NullMarked
package vn.dondoc.tasks.agency.messaging;

import org.jspecify.annotations.NullMarked;
