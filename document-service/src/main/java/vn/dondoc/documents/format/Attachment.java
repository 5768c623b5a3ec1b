package vn.dondoc.documents.format;

/**
 * A file that travelled inside another.
 *
 * @param name last part of the name only; a path in it was cut off
 * @param mediaType as the sender declared it, not verified
 * @param content decoded; not copied, so do not write into it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Attachment(String name, String mediaType, byte[] content) {}
