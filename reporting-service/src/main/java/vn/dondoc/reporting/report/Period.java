package vn.dondoc.reporting.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.failure.Failure;

/**
 * A reporting period and its data window (thời gian chốt số liệu), which closes before the period does: Nghị định
 * 09/2019/NĐ-CP, article 12. Q3/2021 runs from 15/6/2021 to 14/9/2021.
 *
 * @param code {@code 2021-09}, {@code 2021-Q3}, {@code 2021-H1} or {@code 2021}
 */
public record Period(String code, Frequency frequency, LocalDate windowStart, LocalDate windowEnd) {

    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?");
    private static final int FIRST_DAY = 15;
    private static final int LAST_DAY = 14;

    /** How often a report is owed. */
    public enum Frequency {
        MONTHLY(1),
        QUARTERLY(3),
        SEMIANNUAL(6),
        ANNUAL(12);

        private final int months;

        Frequency(int months) {
            this.months = months;
        }

        /** Those of which it has several. */
        public List<Frequency> shorter() {
            return Arrays.stream(values()).filter(it -> it.months < months).toList();
        }
    }

    /**
     * @param pointer where the code stands in a request
     * @throws Failure.Invalid for anything but the four forms
     */
    public static Period parse(String pointer, String code) {
        return find(code).orElseThrow(() -> new Failure.Invalid(pointer, "reporting.no-period"));
    }

    /** The period of a code; nothing for anything but the four forms. */
    public static Optional<Period> find(String code) {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return Optional.of(of(year, Integer.parseInt(matcher.group(2)), Frequency.MONTHLY));
        } else if (matcher.group(3) != null) {
            return Optional.of(of(year, Integer.parseInt(matcher.group(3)), Frequency.QUARTERLY));
        } else if (matcher.group(4) != null) {
            return Optional.of(of(year, Integer.parseInt(matcher.group(4)), Frequency.SEMIANNUAL));
        }
        return Optional.of(of(year, 1, Frequency.ANNUAL));
    }

    /** The period whose data window holds {@code day}. */
    public static Period openOn(LocalDate day, Frequency frequency) {
        LocalDate month = day.getDayOfMonth() >= FIRST_DAY ? day.plusMonths(1) : day;
        int ordinal = (month.getMonthValue() - 1) / frequency.months + 1;
        return of(month.getYear(), ordinal, frequency);
    }

    /** The one that ends when this one begins. */
    public Period before() {
        return openOn(windowStart.minusDays(1), frequency);
    }

    /** The longer periods that it is part of, shortest first. */
    public List<Period> longer() {
        return Arrays.stream(Frequency.values())
                .filter(it -> it.months > frequency.months)
                .map(it -> openOn(windowStart, it))
                .toList();
    }

    /** The shorter periods that it consists of, earliest first. */
    public List<Period> parts(Frequency shorter) {
        List<Period> parts = new ArrayList<>();
        for (LocalDate day = windowStart; day.isBefore(windowEnd); day = day.plusMonths(shorter.months)) {
            parts.add(openOn(day, shorter));
        }
        return parts;
    }

    private static Period of(int year, int ordinal, Frequency frequency) {
        LocalDate lastMonth = LocalDate.of(year, ordinal * frequency.months, LAST_DAY);
        LocalDate start = lastMonth.minusMonths(frequency.months).withDayOfMonth(FIRST_DAY);
        String code = switch (frequency) {
            case MONTHLY -> "%d-%02d".formatted(year, ordinal);
            case QUARTERLY -> "%d-Q%d".formatted(year, ordinal);
            case SEMIANNUAL -> "%d-H%d".formatted(year, ordinal);
            case ANNUAL -> String.valueOf(year);
        };
        return new Period(code, frequency, start, lastMonth);
    }
}
