package vn.dondoc.aggregate;

import java.time.Instant;

/**
 * Proof that a command was taken: the same one for the first request and for every retry of it.
 *
 * @param id the aggregate
 * @param version its version after the command; the ETag
 * @param recordedAt when the command was recorded
 */
public record Receipt(String id, long version, Instant recordedAt) {}
