package vn.dondoc.failure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something said to a person in the two languages the system speaks: which words, and what they are about. The words stand
 * in {@code words/<namespace>_vi.properties} and {@code _en}, the namespace being what precedes the first dot of the key.
 *
 * @param key such as {@code tasks.task-completed}
 * @param arguments what {@code {0}}, {@code {1}} stand for; a text among them is said in the same language
 */
public record Text(String key, List<Object> arguments) {

    public Text {
        arguments = List.copyOf(arguments);
    }

    public static Text of(String key, Object... arguments) {
        return new Text(key, Stream.of(arguments).map(Objects::requireNonNull).toList());
    }

    public String vietnamese() {
        return Words.say(Words.VIETNAMESE, this);
    }

    public String english() {
        return Words.say(Words.ENGLISH, this);
    }

    /** What stands after the namespace: the stable code of a rule that was broken. */
    String code() {
        return key.substring(key.indexOf('.') + 1);
    }

    @Override
    public String toString() {
        return english();
    }
}
