package vn.dondoc.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The topics of the system, who owns each, which other services read it, and how long a record stays. */
public enum Topic {
    DIRECTIVES(
            "dondoc.directives",
            "document-service",
            Kept.FOR_EVER,
            "directive id",
            "task-service",
            "reporting-service",
            "notification-service"),
    AGENCIES(
            "dondoc.agencies",
            "document-service",
            Kept.LATEST,
            "agency code, or id of a succession",
            "task-service",
            "reporting-service",
            "notification-service"),
    CALENDARS("dondoc.calendars", "task-service", Kept.LATEST, "province and year", "notification-service"),
    TASKS("dondoc.tasks", "task-service", Kept.FOR_EVER, "task id", "notification-service"),
    REPORTS("dondoc.reports", "reporting-service", Kept.FOR_EVER, "report id", "task-service", "notification-service"),
    DEFINITIONS("dondoc.definitions", "reporting-service", Kept.LATEST, "indicator or target id"),
    INDICATORS(
            "dondoc.indicators",
            "reporting-service",
            Kept.LATEST,
            "indicator, agency, period, basis, boundaries",
            "notification-service"),
    NOTICES("dondoc.notices", "notification-service", Kept.FOR_A_WHILE, "notice id"),
    AUDIT("dondoc.audit", Topic.EVERY_SERVICE, Kept.FOR_EVER, "service and province");

    private static final String EVERY_SERVICE = "every service";

    private final String topicName;
    private final String owner;
    private final Kept kept;
    private final String key;
    private final Set<String> readers;

    Topic(String topicName, String owner, Kept kept, String key, String... readers) {
        this.topicName = topicName;
        this.owner = owner;
        this.kept = kept;
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

    /** How long a record stays. */
    public enum Kept {
        /** The latest of each key, for ever. */
        LATEST,
        /** Every record, for ever: what the law calls the file, and what figures are made of. */
        FOR_EVER,
        /** Every record for 400 days; whoever needs it longer archives it before. */
        FOR_A_WHILE
    }

    public Kept kept() {
        return kept;
    }

    /** Whether only the latest record per key is kept. */
    public boolean compacted() {
        return kept == Kept.LATEST;
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
