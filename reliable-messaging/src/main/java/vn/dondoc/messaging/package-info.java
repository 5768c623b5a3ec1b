/**
 * The envelope events travel in: CloudEvents 1.0 in binary mode, written and read in one class. Not responsible for what
 * the events say, nor for when they are sent or how a failure to handle one is treated.
 */
@NullMarked
package vn.dondoc.messaging;

import org.jspecify.annotations.NullMarked;
