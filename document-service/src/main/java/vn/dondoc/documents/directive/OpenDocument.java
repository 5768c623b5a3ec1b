package vn.dondoc.documents.directive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Gets the text out of a file as it was uploaded. */
@FunctionalInterface
public interface OpenDocument {

    /**
     * Text of a file, and what its envelope says of it.
     *
     * @param mediaType of the file, as found out from its content
     * @param number of an edXML envelope
     */
    record Opened(
            String text,
            String mediaType,
            @Nullable String number,
            @Nullable LocalDate issueDate,
            @Nullable String subject) {}

    /**
     * @param name for messages only; what the file is, its content says
     * @throws vn.dondoc.failure.Failure.Invalid naming why the file cannot be read
     * @throws vn.dondoc.failure.Failure.Rejected for a file under a mark of secrecy outside its text, where the reader does
     *     not look
     */
    Opened open(String name, byte[] content);
}
