/** A report from owed to approved. Responsible for its life, its revisions and its figures; not for what they add up to. */
@NullMarked
package vn.dondoc.reporting.report;

import org.jspecify.annotations.NullMarked;
