package vn.dondoc.tasks.task;

import java.time.Instant;

/**
 * A file beside a task.
 *
 * @param id of its content
 * @param bytes how large it is
 * @param sha256 of its content, hexadecimal
 */
public record Attachment(
        String id, String name, String mediaType, long bytes, String sha256, String actor, Instant at) {}
