package vn.dondoc.documents.directive;

import org.jspecify.annotations.Nullable;

/**
 * A limit that comes round, such as "trước ngày 15 hằng tháng".
 *
 * @param freq DAILY WEEKLY MONTHLY QUARTERLY SEMIANNUAL ANNUAL
 * @param day of the month
 * @param month of the year, for a yearly limit
 * @param monthOfPeriod 3 for "tháng cuối quý", 1 for "tháng đầu quý"
 * @param times within one period, for "mỗi năm hai lần"
 * @param inclusive whether the day itself is still in time
 */
public record Recurrence(
        String freq,
        @Nullable Integer day,
        @Nullable Integer month,
        @Nullable Integer monthOfPeriod,
        @Nullable Integer times,
        boolean inclusive) {}
