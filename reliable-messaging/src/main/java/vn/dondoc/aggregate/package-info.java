/**
 * What a command needs to say about an aggregate: the decision it took and the version it decided on. Not responsible
 * for storing or publishing any of it.
 */
@NullMarked
package vn.dondoc.aggregate;

import org.jspecify.annotations.NullMarked;
