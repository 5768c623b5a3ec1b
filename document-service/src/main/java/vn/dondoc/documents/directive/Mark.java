package vn.dondoc.documents.directive;

/**
 * Where in the text something was read, and how sure the reader is of it.
 *
 * @param start first character in the text as it was taken in, from 0
 * @param end one past the last
 * @param confidence from 0 to 1; below 0.6 a clerk should look
 */
public record Mark(int start, int end, double confidence) {

    public Mark {
        if (start < 0 || end < start || confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("a mark from " + start + " to " + end + " at " + confidence);
        }
    }
}
