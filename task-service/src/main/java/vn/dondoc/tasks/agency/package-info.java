/** What task-service knows of agencies: whose they are and who is above them. */
@NullMarked
package vn.dondoc.tasks.agency;

import org.jspecify.annotations.NullMarked;
