package vn.dondoc.documents.directive;

/**
 * A limit counted from something, such as "trong thời hạn 05 ngày làm việc kể từ ngày ký".
 *
 * @param amount how many
 */
public record RelativeLimit(int amount, Unit unit, From from) {

    /** What is counted. */
    public enum Unit {
        HOUR,
        DAY,
        WORKING_DAY
    }

    /** Where counting begins. */
    public enum From {
        ISSUE_DATE,
        /** The day on which the paper is received, which is that on which it is issued here. */
        RECEIPT,
        EVENT,
        OTHER_DEADLINE
    }
}
