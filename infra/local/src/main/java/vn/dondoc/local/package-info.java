/** The one-JVM runner: broker, store, identity, mail server and the four services, for demos and for trying things out. Not for production. */
@NullMarked
package vn.dondoc.local;

import org.jspecify.annotations.NullMarked;
