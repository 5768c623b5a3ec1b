package vn.dondoc.aggregate;

/**
 * Which part of a list is wanted.
 *
 * @param sort name of an order that the list has, such as {@code due} or {@code -due}
 * @param after an encoded {@link Position}; empty from the start
 * @param limit at most as many
 * @param counted whether it matters how many there are in all
 */
public record Window(String sort, String after, int limit, boolean counted) {}
