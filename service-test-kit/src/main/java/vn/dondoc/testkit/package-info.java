/** What the services share in tests: the backend seam, eventually, house rules, tokens and the access matrix. */
@NullUnmarked
package vn.dondoc.testkit;

import org.jspecify.annotations.NullUnmarked;
