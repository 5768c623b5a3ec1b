package vn.dondoc.documents.directive;

/** Reads a document as a clerk would. */
@FunctionalInterface
public interface ReadDocument {

    /**
     * Reads what the document says.
     *
     * @param text the whole document
     */
    Reading read(String text);
}
