package vn.dondoc.contract;

/** The topics of the system, who owns each, and how long a record stays. */
public enum Topic {
    DIRECTIVES("dondoc.directives", "document-service", false, "directive id"),
    AGENCIES("dondoc.agencies", "document-service", true, "agency code, or id of a succession"),
    CALENDARS("dondoc.calendars", "task-service", true, "province and year"),
    TASKS("dondoc.tasks", "task-service", false, "task id"),
    REPORTS("dondoc.reports", "reporting-service", false, "report id"),
    DEFINITIONS("dondoc.definitions", "reporting-service", true, "indicator or target id"),
    INDICATORS("dondoc.indicators", "reporting-service", true, "indicator, agency, period, basis, boundaries"),
    NOTICES("dondoc.notices", "notification-service", false, "notice id");

    private final String topicName;
    private final String owner;
    private final boolean compacted;
    private final String key;

    Topic(String topicName, String owner, boolean compacted, String key) {
        this.topicName = topicName;
        this.owner = owner;
        this.compacted = compacted;
        this.key = key;
    }

    public String topicName() {
        return topicName;
    }

    public String owner() {
        return owner;
    }

    /** Whether only the latest record per key is kept. */
    public boolean compacted() {
        return compacted;
    }

    /** What the record key is. */
    public String key() {
        return key;
    }
}
