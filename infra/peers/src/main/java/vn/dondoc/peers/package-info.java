/**
 * Flowable and db-scheduler on PostgreSQL, each firing as many due timers as the bench has due rungs. Measured in JVMs of
 * their own by {@code ./dondoc bench deadlines}; no part of the system.
 */
@NullMarked
package vn.dondoc.peers;

import org.jspecify.annotations.NullMarked;
