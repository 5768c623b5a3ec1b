/**
 * A store that speaks MongoDB's wire protocol and keeps its documents in RocksDB. Responsible for the order of keys, for
 * indexes, for choosing the one that serves a query, and for answering a write only when it is on disk; the protocol, the
 * meaning of a filter and the update operators are mongo-java-server's. Not responsible for what the services keep in it.
 */
@NullMarked
package vn.dondoc.embedded.store;

import org.jspecify.annotations.NullMarked;
