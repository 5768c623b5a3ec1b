/**
 * Who did and saw what. Responsible for one append-only chain per service and province, for telling its head to a topic, and
 * for finding out whether a chain is still what it was; not responsible for who may read it.
 */
@NullMarked
package vn.dondoc.messaging.audit;

import org.jspecify.annotations.NullMarked;
