/** Wires outbox and inbox into a service. Responsible for defaults and metrics; not for behaviour. */
@NullMarked
package vn.dondoc.messaging.autoconfigure;

import org.jspecify.annotations.NullMarked;
