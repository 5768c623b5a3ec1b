package vn.dondoc.reporting.form;

/**
 * A file beside a report.
 *
 * @param element code of the attachment element that it is for
 * @param id of its content
 * @param bytes how large it is
 * @param sha256 of its content, hexadecimal
 */
public record AttachedFile(String element, String id, String name, long bytes, String sha256) {}
