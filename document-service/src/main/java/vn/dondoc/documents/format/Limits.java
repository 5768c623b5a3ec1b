package vn.dondoc.documents.format;

import java.time.Duration;

/**
 * How much one file may cost. They hold for the file and everything inside it together.
 *
 * @param maxBytes of the file as uploaded
 * @param maxPages of a PDF
 * @param maxEntries of a zip container, and attachments of an edXML message
 * @param maxExpandedBytes after decompression and decoding, and of the resulting text
 * @param maxTime looked at between pages, parts and elements: one step is never cut in the middle
 */
public record Limits(long maxBytes, int maxPages, int maxEntries, long maxExpandedBytes, Duration maxTime) {

    public static final Limits DEFAULT = new Limits(20L << 20, 500, 2_000, 100L << 20, Duration.ofSeconds(30));

    public Limits {
        if (maxBytes < 1 || maxPages < 1 || maxEntries < 1 || maxExpandedBytes < 1) {
            throw new IllegalArgumentException("every limit must be at least 1");
        }
        if (maxBytes > Integer.MAX_VALUE || maxExpandedBytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a file is held in one array: at most 2 GB");
        }
        if (maxTime.isNegative() || maxTime.isZero() || maxTime.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("maxTime must be between 1 ns and 10 minutes");
        }
    }
}
