/**
 * Measures a running system from outside. The system runs as it ships, in a JVM of its own; the client and each peer have
 * JVMs of their own too. Every scenario ends by comparing what the system says with what the client knows it did, and
 * fails if they differ. Responsible for load, clocks and tables; not responsible for being fast.
 */
@NullMarked
package vn.dondoc.benchmarks;

import org.jspecify.annotations.NullMarked;
