package vn.dondoc.aggregate;

/**
 * What another service said of something of its own.
 *
 * @param sequence at which it was said; of two, the greater is the later
 */
public record SaidAt<T>(T what, long sequence) {}
