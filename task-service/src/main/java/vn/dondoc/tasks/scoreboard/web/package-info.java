/** The scoreboard over HTTP. */
@NullMarked
package vn.dondoc.tasks.scoreboard.web;

import org.jspecify.annotations.NullMarked;
