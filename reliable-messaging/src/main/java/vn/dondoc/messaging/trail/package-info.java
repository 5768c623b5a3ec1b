/**
 * Takes in what was seen, and tells how far the audit reaches. Responsible for when; what a record is and how it is kept is
 * the audit's.
 */
@NullMarked
package vn.dondoc.messaging.trail;

import org.jspecify.annotations.NullMarked;
