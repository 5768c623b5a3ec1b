/** Tasks and their deadlines. Responsible for who has to do what by when, and for how it stands; not for what a report contains or who is told. */
@NullMarked
package vn.dondoc.tasks;

import org.jspecify.annotations.NullMarked;
