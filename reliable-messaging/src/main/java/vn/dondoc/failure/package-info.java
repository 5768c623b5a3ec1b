/**
 * The kinds of failure, and nothing else. One sealed hierarchy feeds both edges: a status and problem type over HTTP, a
 * retry or a parking over Kafka. Not responsible for either translation.
 */
@NullMarked
package vn.dondoc.failure;

import org.jspecify.annotations.NullMarked;
