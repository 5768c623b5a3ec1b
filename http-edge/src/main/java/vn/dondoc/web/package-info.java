/**
 * The HTTP edge every service shares: problem details, conditional and idempotent commands, cursors, and the security
 * that stands before every endpoint. Not responsible for any resource.
 */
@NullMarked
package vn.dondoc.web;

import org.jspecify.annotations.NullMarked;
