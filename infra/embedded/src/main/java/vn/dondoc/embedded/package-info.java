/**
 * The embedded default: a real KRaft broker and a durable store that speaks MongoDB's wire protocol, each startable in
 * process or as a process of its own. Responsible for ports, data folders and durability of what was acknowledged; not
 * responsible for topics, collections or anything the services decide. For demos, tests and small machines: production
 * uses a Kafka cluster and a MongoDB replica set.
 */
@NullMarked
package vn.dondoc.embedded;

import org.jspecify.annotations.NullMarked;
