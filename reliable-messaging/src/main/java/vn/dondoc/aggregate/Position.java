package vn.dondoc.aggregate;

import vn.dondoc.failure.Failure;

/**
 * Where an item stands in a list: what the list is ordered by, and its id, which decides between equals. A list goes on
 * after a position, so what is added or changed before it moves nothing.
 *
 * @param order empty in a list that is in the order of ids
 */
public record Position(String order, String id) {

    /** As text: the length of the order, a colon, the order, the id. */
    public String encode() {
        return order.length() + ":" + order + id;
    }

    /** The encoded position of an item in a list that is in the order of ids. */
    public static String ofId(String id) {
        return of("", id);
    }

    /** The encoded position of an item in a list that has an order. */
    public static String of(String order, String id) {
        return new Position(order, id).encode();
    }

    /** @throws Failure.Invalid if {@code text} is not what {@link #encode} gave */
    public static Position decode(String text) {
        int colon = text.indexOf(':');
        try {
            int length = Integer.parseInt(text.substring(0, Math.max(0, colon)));
            String rest = text.substring(colon + 1);
            return new Position(rest.substring(0, length), rest.substring(length));
        } catch (NumberFormatException | StringIndexOutOfBoundsException notOurs) {
            throw notOurs();
        }
    }

    /** What is said of a position that none of our lists gave. */
    public static Failure.Invalid notOurs() {
        return new Failure.Invalid("cursor", "messaging.cursor");
    }
}
