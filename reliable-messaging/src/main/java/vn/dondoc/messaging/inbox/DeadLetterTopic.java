package vn.dondoc.messaging.inbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a service puts copies of records of a topic that it could not handle.
 *
 * @param service by whose consumer group they were read
 */
public record DeadLetterTopic(String topic, String service) {

    /** A regular expression of the names of all of them. */
    public static final String ALL = "dondoc\\..+\\.dlt";

    /** Header that says why a record lies there. */
    public static final String REASON = "dondoc-reason";

    /** Header that says where it stood: topic, partition and offset. */
    public static final String ORIGIN = "dondoc-origin";

    /** Header that says that what lay there of an aggregate was handled after all, or given up. */
    public static final String SETTLED = "dondoc-settled";

    private static final Pattern NAME = Pattern.compile("(?<topic>dondoc\\..+)\\.(?<service>[^.]+)\\.dlt");

    public String name() {
        return topic + "." + service + ".dlt";
    }

    /** A regular expression of the names of all of a topic. */
    public static String allOf(String topic) {
        return Pattern.quote(topic) + "\\..+\\.dlt";
    }

    /** Empty for the name of another topic. */
    public static Optional<DeadLetterTopic> named(String name) {
        Matcher named = NAME.matcher(name);
        return named.matches()
                ? Optional.of(new DeadLetterTopic(named.group("topic"), named.group("service")))
                : Optional.empty();
    }
}
