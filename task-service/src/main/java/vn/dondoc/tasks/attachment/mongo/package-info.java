/** Files in GridFS. */
@NullMarked
package vn.dondoc.tasks.attachment.mongo;

import org.jspecify.annotations.NullMarked;
