/** What has to follow when a province changes its calendar or its ladder. */
@NullMarked
package vn.dondoc.tasks.policy;

import org.jspecify.annotations.NullMarked;
