package vn.dondoc.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The topics of the system, who owns each, which other services read it, and how long a record stays. */
public enum Topic {
    DIRECTIVES(
            "dondoc.directives",
            "document-service",
            false,
            "directive id",
            "task-service",
            "reporting-service",
            "notification-service"),
    AGENCIES(
            "dondoc.agencies",
            "document-service",
            true,
            "agency code, or id of a succession",
            "task-service",
            "reporting-service",
            "notification-service"),
    CALENDARS("dondoc.calendars", "task-service", true, "province and year", "notification-service"),
    TASKS("dondoc.tasks", "task-service", false, "task id", "notification-service"),
    REPORTS("dondoc.reports", "reporting-service", false, "report id", "task-service", "notification-service"),
    DEFINITIONS("dondoc.definitions", "reporting-service", true, "indicator or target id"),
    INDICATORS(
            "dondoc.indicators",
            "reporting-service",
            true,
            "indicator, agency, period, basis, boundaries",
            "notification-service"),
    NOTICES("dondoc.notices", "notification-service", false, "notice id"),
    AUDIT("dondoc.audit", Topic.EVERY_SERVICE, false, "service and province");

    private static final String EVERY_SERVICE = "every service";

    private final String topicName;
    private final String owner;
    private final boolean compacted;
    private final String key;
    private final Set<String> readers;

    Topic(String topicName, String owner, boolean compacted, String key, String... readers) {
        this.topicName = topicName;
        this.owner = owner;
        this.compacted = compacted;
        this.key = key;
        this.readers = Set.of(readers);
    }

    public String topicName() {
        return topicName;
    }

    /** The service that writes it, or that every service does. */
    public String owner() {
        return owner;
    }

    /** Whether a service may write it. */
    public boolean isWrittenBy(String service) {
        return owner.equals(service) || owner.equals(EVERY_SERVICE);
    }

    /** Every service that writes topics, in the order of these. */
    public static List<String> services() {
        return Stream.of(values())
                .map(Topic::owner)
                .filter(it -> !it.equals(EVERY_SERVICE))
                .distinct()
                .toList();
    }

    /** Whether only the latest record per key is kept. */
    public boolean compacted() {
        return compacted;
    }

    /** Services that read it, beside its owner. */
    public Set<String> readers() {
        return readers;
    }

    /** What the record key is. */
    public String key() {
        return key;
    }
}
