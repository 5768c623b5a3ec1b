/**
 * State and events in one write, and events to the broker in order. Responsible for the conditional write, idempotent
 * commands, the pending events inside each aggregate and their relay; not responsible for what an event means or who
 * reads it.
 */
@NullMarked
package vn.dondoc.messaging.outbox;

import org.jspecify.annotations.NullMarked;
