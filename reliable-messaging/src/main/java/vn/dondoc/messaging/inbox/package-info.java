/**
 * From broker records to handlers. Responsible for reading the envelope, telling the kinds of failure apart, parking
 * what cannot be handled together with everything behind it, and replaying it; not responsible for making a handler's
 * effect repeatable, which the effect itself carries.
 */
@NullMarked
package vn.dondoc.messaging.inbox;

import org.jspecify.annotations.NullMarked;
