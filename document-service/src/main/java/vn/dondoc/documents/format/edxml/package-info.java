/**
 * The envelope in which agencies exchange documents: edXML of QCVN 102:2016/BTTTT, messages and receipt statuses, in and
 * out. Responsible for the names and shapes of the standard; does not verify signatures, does not send, and reads no
 * attachment.
 */
@NullMarked
package vn.dondoc.documents.format.edxml;

import org.jspecify.annotations.NullMarked;
