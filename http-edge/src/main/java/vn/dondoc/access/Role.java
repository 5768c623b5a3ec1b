package vn.dondoc.access;

/** What a caller may be. The names are those of the token's {@code roles} claim. */
public enum Role {
    CLERK,
    OFFICER,
    LEAD,
    SUPERVISOR,
    AUDITOR,
    ADMIN,
    SYSTEM;

    /** Names for annotations, which take only constants. */
    public static final class Names {
        public static final String CLERK = "CLERK";
        public static final String OFFICER = "OFFICER";
        public static final String LEAD = "LEAD";
        public static final String SUPERVISOR = "SUPERVISOR";
        public static final String AUDITOR = "AUDITOR";
        public static final String ADMIN = "ADMIN";
        public static final String SYSTEM = "SYSTEM";

        private Names() {}
    }
}
