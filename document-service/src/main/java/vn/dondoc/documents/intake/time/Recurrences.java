package vn.dondoc.documents.intake.time;

import java.time.DateTimeException;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Recurrence;
import vn.dondoc.documents.directive.TimeLimit;

/** Limits that come round: how often, and on which day of each period. */
public final class Recurrences {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String EVERY = "(?:h[àằ]ng|mỗi)";

    private static final Pattern DAY_OF_MONTH_EVERY = Pattern.compile(
            "((?:(?:định kỳ|định kì)(?:,)? )?(?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|vào|không quá)?\\s*(?:(\\d{1,2})\\s?(?:giờ|h)\\s?(\\d{2})?(?: phút)?,?\\s+)?ngày\\s+(?:mùng\\s+)?(\\d{1,2})\\s+(?:của\\s+)?(?:"
                    + EVERY + " tháng|các tháng))",
            FLAGS);

    /** "hằng tháng … trước ngày 05 của tháng sau". */
    private static final Pattern DAY_OF_NEXT_MONTH = Pattern.compile(
            "^(?=.*(?:" + EVERY + " tháng|báo cáo tháng|định k[ỳì]|" + EVERY
                    + " kỳ))(?:.*?)((?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|vào|không quá)\\s*(?:(\\d{1,2})\\s?(?:giờ|h)\\s?(\\d{2})?(?: phút)?,?\\s+)?ngày\\s+(?:mùng\\s+)?(\\d{1,2})\\s+(?:của\\s+)?tháng (?:sau|kế tiếp|tiếp theo|liền kề(?: sau)?))",
            FLAGS);

    private static final Pattern DAY_IN_EVERY_MONTH = Pattern.compile(
            EVERY
                    + " tháng(?![\\p{L}])[^;.]{0,80}?((?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|vào) (?:(\\d{1,2})\\s?(?:giờ|h)\\s?(\\d{2})?(?: phút)?,?\\s+)?ngày\\s+(?:mùng\\s+)?(\\d{1,2}))(?!\\s?(?:[/.-]\\s?)?\\d| (?:của )?tháng| năm)(?=$|[,;.)])",
            FLAGS);

    private static final Pattern FOLLOWING = Pattern.compile("(?:sau|tiếp theo|liền kề|kế tiếp)$", FLAGS);

    private static final Pattern DAY_OF_QUARTER = Pattern.compile(
            "((?:(?:định kỳ|định kì)[^,;.]{0,20}? )?(?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|vào|không quá)?\\s*ngày\\s+(?:mùng\\s+)?(\\d{1,2})\\s+(?:của\\s+)?tháng\\s+(cuối|đầu|thứ nhất|thứ hai|thứ ba)\\s+(?:của\\s+)?(?:"
                    + EVERY + "\\s+)?(?:mỗi\\s+)?(?:quý(?: sau| tiếp theo| liền kề)?|kỳ báo cáo))",
            FLAGS);

    private static final Pattern DAY_OF_YEAR = Pattern.compile(
            "((?:(?:định kỳ|định kì)[^,;.]{0,20}? )?(?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|vào)\\s*ngày\\s+(\\d{1,2})(?:/|\\s+tháng\\s+)(\\d{1,2})(?:\\s*(?:,|và)\\s*(?:trước )?(?:ngày\\s+)?(\\d{1,2})(?:/|\\s+tháng\\s+)(\\d{1,2}))?\\s+(?:của\\s+)?"
                    + EVERY + " năm)",
            FLAGS);

    private static final Pattern DAY_IN_EVERY_YEAR = Pattern.compile(
            "(?:^|[,;] |định kỳ )" + EVERY
                    + " năm(?![\\p{L}])[^;.]{0,80}?((?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết) ngày\\s+(\\d{1,2})(?:/|\\s+tháng\\s+)(\\d{1,2}))(?!\\s?[/\\d]| năm)",
            FLAGS);

    private static final Pattern WEEKDAY_EVERY = Pattern.compile(
            "((?:(trước)|chậm nhất(?: là)?|vào)?\\s*(?:(\\d{1,2})\\s?(?:giờ|h)\\s?(\\d{2})?(?: phút)?,? )?(?:ngày )?(?:chiều |sáng )?(?:thứ (?<weekday>\\p{L}+|\\d)|(?<sunday>Chủ nhật)) (?:của )?"
                    + EVERY + " tuần|" + EVERY + " tuần (?:một|1|01|hai|2|02) lần)",
            FLAGS);

    private static final Pattern WEEKDAY_OF_MONTH = Pattern.compile(
            "((?:(trước)|chậm nhất(?: là)?|vào)?\\s*(?:(\\d{1,2})\\s?(?:giờ|h)\\s?(\\d{2})?(?: phút)?,? )?(?:ngày )?(?:chiều |sáng )?(?:thứ (?<weekday>\\p{L}+|\\d)|(?<sunday>Chủ nhật))(?: của)?(?: tuần)? (?<week>đầu(?: tiên)?|cuối(?: cùng)?|thứ (?:nhất|hai|ba|tư))(?: của)? "
                    + EVERY + " tháng)",
            FLAGS);

    private static final Pattern HOUR_EVERY_DAY = Pattern.compile(
            "(?:" + EVERY + " ngày,? )?((?:(trước)|chậm nhất(?: là)?|vào)\\s+" + CalendarDays.HOUR + "(?:(?:và|,) "
                    + CalendarDays.HOUR + ")?(?:" + EVERY + " ngày|(?<=" + EVERY
                    + " ngày.{0,30})(?! ngày \\d|[^.;]*\\d{1,2}/)))",
            FLAGS);

    private static final Pattern EVERY_N_MONTHS = Pattern.compile(
            "(?:định kỳ )?(?:(\\d{1,2}|sáu|ba) tháng(?: một lần|/lần| 01 lần| 1 lần)|(?:mỗi )?năm (?:hai|2|02) (?:lần|kỳ|đợt)|(?:(\\d{1,2}) lần/năm))",
            FLAGS);

    private static final Pattern RECURRING = Pattern.compile(
            "(?:(?:định kỳ|định kì),? )?(?:(?:theo|báo cáo) )?" + EVERY
                    + " (ngày|tuần|tháng|quý|năm)(?:(?:, | và |; )(?:" + EVERY
                    + " )?(?:quý|6 tháng|06 tháng|năm|9 tháng)){0,200}"
                    + "|(?:định kỳ|định kì),? (?:theo )?(?:(ngày|tuần|tháng|quý|năm)|(0?6 tháng)|(?:0?1 năm))(?:(?:, | và |; |/)(?:quý|0?6 tháng|năm|9 tháng|cả năm|1 năm|01 năm)){0,200}|qua (?:từng|các) năm"
                    + "|(?:0?6 tháng|sáu tháng)(?:, | và )(?:" + EVERY + " |cả )?năm",
            FLAGS);

    /** "02 lần/ngày" */
    private static final Pattern SO_OFTEN = Pattern.compile(
            "(?<![\\d/])(?:\\d{1,2}|một|hai|ba|bốn) (?:lần|kỳ|đợt) ?(?:/|mỗi |một |trong )(ngày|tuần|tháng|quý|năm)",
            FLAGS);

    /** What is due on days of each year, when the days are written without one. */
    private static final Pattern EVERY_YEAR = Pattern.compile(
            "(?:^|[,;:.(] ?)(?:định k[ỳì] )?" + EVERY + " năm(?![\\p{L}])|" + EVERY
                    + " năm,? (?:trước|trong|vào|chậm nhất|muộn nhất)(?![\\p{L}])"
                    + "|định k[ỳì] (?:0?6 tháng|sáu tháng|năm|" + EVERY
                    + " năm)|(?:0?6|sáu) tháng một lần|năm (?:hai|0?2) (?:lần|kỳ|đợt)",
            FLAGS);

    /** A year that is named is no each year. */
    private static final Pattern OF_ONE_YEAR = Pattern.compile("(?<!hằng )(?<!hàng )năm 20\\d\\d", FLAGS);

    private static final Pattern MONTH_WITHOUT_YEAR = Pattern.compile(
            "(?:trong|vào|hết|đến hết|chậm nhất(?: là)?(?: trong)?) (?:cuối )?tháng (\\d{1,2})(?!\\d|\\s?[/.-]\\s?\\d|,? năm \\d)",
            FLAGS);

    private static final Pattern DAY_WITHOUT_YEAR = Pattern.compile(
            "(?:(trước)|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|đến hết|vào) (?:ngày )?(\\d{1,2})(?:/|\\s+tháng\\s+)(\\d{1,2})(?:,? (?:và )?(?:trước )?(?:ngày )?(\\d{1,2})(?:/|\\s+tháng\\s+)(\\d{1,2}))?(?!\\s?[/\\d]|,? năm)",
            FLAGS);

    private static final Pattern COMES_ROUND = Pattern.compile("h[àằ]ng |mỗi |định k|6 tháng|sáu tháng|qua ");

    private static final Map<String, String> FREQUENCIES =
            Map.of("ngày", "DAILY", "tuần", "WEEKLY", "tháng", "MONTHLY", "quý", "QUARTERLY", "năm", "ANNUAL");

    private static final Map<String, Integer> WEEKDAYS = Map.ofEntries(
            Map.entry("hai", 1),
            Map.entry("2", 1),
            Map.entry("ba", 2),
            Map.entry("3", 2),
            Map.entry("tư", 3),
            Map.entry("4", 3),
            Map.entry("năm", 4),
            Map.entry("5", 4),
            Map.entry("sáu", 5),
            Map.entry("6", 5),
            Map.entry("bảy", 6),
            Map.entry("7", 6));

    private static final Map<String, Integer> WEEKS =
            Map.of("đầu", 1, "thứ nhất", 1, "thứ hai", 2, "thứ ba", 3, "thứ tư", 4, "cuối", -1);

    /** A cheap look before the dear ones. */
    private static final Pattern MAY_COME_ROUND = Pattern.compile("h[àằ]ng |mỗi |quý|các tháng|tháng (?:sau|tiếp|kế)");

    private static final int LAST_DAY = 31;

    private Recurrences() {}

    /** On which day of each period. */
    static Optional<TimeLimit> onDay(String sentence, String words) {
        if (MAY_COME_ROUND.matcher(words).find()) {
            Optional<TimeLimit> named = onDayOfEach(sentence);
            if (named.isPresent()) {
                return named;
            }
        }
        boolean eachYear = EVERY_YEAR.matcher(sentence).find()
                && !OF_ONE_YEAR.matcher(sentence).find();
        return eachYear ? onDaysOfEachYear(sentence) : Optional.empty();
    }

    private static Optional<TimeLimit> onDayOfEach(String sentence) {
        Matcher daily = HOUR_EVERY_DAY.matcher(sentence);
        if (daily.find()) {
            Integer times = daily.group(5) == null ? null : 2;
            var every = new Recurrence("DAILY", null, null, null, times, daily.group(2) == null);
            return Optional.of(recurring(daily.group(1), every, CalendarDays.time(daily.group(3), daily.group(4))));
        }
        Matcher year = DAY_OF_YEAR.matcher(sentence);
        if (year.find() && Dates.of(year.group(3), year.group(4), "2024").isPresent()) {
            boolean twice = year.group(5) != null;
            String frequency = twice ? "SEMIANNUAL" : "ANNUAL";
            var every = new Recurrence(
                    frequency,
                    Integer.valueOf(year.group(3)),
                    Integer.valueOf(year.group(4)),
                    null,
                    null,
                    year.group(2) == null);
            return Optional.of(TimeLimit.recurring(
                    year.group(1).strip(), frequency, twice ? every.onDays(daysOfYear(year)) : every));
        }
        Matcher annual = DAY_IN_EVERY_YEAR.matcher(sentence);
        if (annual.find()) {
            return onDaysOfEachYear(sentence.substring(annual.start(1)));
        }
        Matcher quarter = DAY_OF_QUARTER.matcher(sentence);
        if (quarter.find() && Integer.parseInt(quarter.group(3)) <= LAST_DAY) {
            int month = switch (quarter.group(4).toLowerCase(Locale.ROOT)) {
                case "đầu", "thứ nhất" -> 1;
                case "thứ hai" -> 2;
                default -> 3;
            };
            var every = new Recurrence(
                    "QUARTERLY", Integer.valueOf(quarter.group(3)), null, month, null, quarter.group(2) == null);
            boolean following = FOLLOWING.matcher(quarter.group(1)).find();
            return Optional.of(TimeLimit.recurring(
                    quarter.group(1).strip(), "QUARTERLY", following ? every.inFollowingPeriod() : every));
        }
        Matcher month = DAY_OF_MONTH_EVERY.matcher(sentence);
        if (month.find() && isDayOfMonth(month)) {
            return Optional.of(monthly(month, dayOfMonth(month)));
        }
        Matcher next = DAY_OF_NEXT_MONTH.matcher(sentence);
        if (next.find() && isDayOfMonth(next)) {
            return Optional.of(monthly(next, dayOfMonth(next).inFollowingPeriod()));
        }
        Matcher within = DAY_IN_EVERY_MONTH.matcher(sentence);
        if (within.find() && isDayOfMonth(within)) {
            return Optional.of(monthly(within, dayOfMonth(within)));
        }
        Matcher ofMonth = WEEKDAY_OF_MONTH.matcher(sentence);
        if (ofMonth.find()) {
            String which = ofMonth.group("week").toLowerCase(Locale.ROOT).replaceFirst(" (?:tiên|cùng)$", "");
            Recurrence every = new Recurrence("MONTHLY", null, null, null, null, ofMonth.group(2) == null)
                    .onWeekday(day(ofMonth))
                    .inWeek(WEEKS.get(which));
            return Optional.of(
                    recurring(ofMonth.group(1), every, CalendarDays.time(ofMonth.group(3), ofMonth.group(4))));
        }
        Matcher week = WEEKDAY_EVERY.matcher(sentence);
        if (week.find()) {
            Recurrence every =
                    new Recurrence("WEEKLY", null, null, null, null, week.group(2) == null).onWeekday(day(week));
            return Optional.of(recurring(week.group(1), every, CalendarDays.time(week.group(3), week.group(4))));
        }
        return Optional.empty();
    }

    /** Groups of all that name a day of each month: the words, "trước", hour, minute, day. */
    private static Recurrence dayOfMonth(Matcher words) {
        return new Recurrence("MONTHLY", Integer.valueOf(words.group(5)), null, null, null, words.group(2) == null);
    }

    private static boolean isDayOfMonth(Matcher words) {
        return Integer.parseInt(words.group(5)) <= LAST_DAY;
    }

    private static TimeLimit monthly(Matcher words, Recurrence every) {
        return recurring(words.group(1), every, CalendarDays.time(words.group(3), words.group(4)));
    }

    /** "Định kỳ 6 tháng … trước ngày 20/6": a day without a year, of something that comes round each year. */
    public static Optional<TimeLimit> onDaysOfEachYear(String sentence) {
        Matcher words = DAY_WITHOUT_YEAR.matcher(sentence);
        while (words.find()) {
            boolean isDay = Dates.of(words.group(2), words.group(3), "2024").isPresent();
            if (isDay
                    && !CalendarDays.HAPPENED
                            .matcher(sentence.substring(0, words.start()))
                            .find()) {
                boolean twice = words.group(4) != null
                        && Dates.of(words.group(4), words.group(5), "2024").isPresent();
                Integer month = Integer.valueOf(words.group(3));
                var every = new Recurrence(
                        twice ? "SEMIANNUAL" : "ANNUAL",
                        Integer.valueOf(words.group(2)),
                        month,
                        null,
                        null,
                        words.group(1) == null);
                List<String> days = twice
                        ? List.of(dayOfYear(words.group(2), words.group(3)), dayOfYear(words.group(4), words.group(5)))
                        : null;
                return Optional.of(TimeLimit.recurring(words.group().strip(), every.freq(), every.onDays(days)));
            }
        }
        Matcher month = MONTH_WITHOUT_YEAR.matcher(sentence);
        return month.find() ? inMonthOfEachYear(month) : Optional.empty();
    }

    /** "Hằng năm, trong tháng 01" ends with the month. */
    private static Optional<TimeLimit> inMonthOfEachYear(Matcher words) {
        int number = Integer.parseInt(words.group(1));
        return number < 1 || number > 12
                ? Optional.empty()
                : Optional.of(TimeLimit.recurring(
                        words.group().strip(),
                        "ANNUAL",
                        new Recurrence("ANNUAL", Month.of(number).minLength(), number, null, null, true)));
    }

    /** Such as {@code 06-10}, both of them; none if one is no day of any year. */
    private static @Nullable List<String> daysOfYear(Matcher year) {
        try {
            return List.of(dayOfYear(year.group(3), year.group(4)), dayOfYear(year.group(5), year.group(6)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static String dayOfYear(String day, String month) {
        return MonthDay.of(Integer.parseInt(month), Integer.parseInt(day))
                .toString()
                .substring(2);
    }

    /** 1 is Monday. */
    private static @Nullable Integer day(Matcher week) {
        return week.group("sunday") != null ? Integer.valueOf(7) : weekday(week.group("weekday"));
    }

    /** 1 for "thứ hai" and "thứ 2". */
    private static @Nullable Integer weekday(@Nullable String name) {
        return name == null ? null : WEEKDAYS.get(name.toLowerCase(Locale.ROOT));
    }

    private static TimeLimit recurring(String phrase, Recurrence every, @Nullable String time) {
        return new TimeLimit(
                TimeLimit.Kind.RECURRING,
                phrase.strip(),
                null,
                true,
                time,
                false,
                null,
                every.freq(),
                every,
                null,
                null);
    }

    /** How often, where no day is named. */
    static Optional<TimeLimit> howOften(String sentence, String words) {
        Matcher months = EVERY_N_MONTHS.matcher(sentence);
        if (words.contains("lần") && months.find()) {
            String n = months.group(1);
            String freq = n == null
                    ? "SEMIANNUAL"
                    : switch (n.toLowerCase(Locale.ROOT)) {
                        case "3", "03", "ba" -> "QUARTERLY";
                        case "6", "06", "sáu" -> "SEMIANNUAL";
                        case "12" -> "ANNUAL";
                        default -> "MONTHLY";
                    };
            return Optional.of(TimeLimit.recurring(months.group().strip(), freq, null));
        }
        Matcher often = SO_OFTEN.matcher(sentence);
        if (often.find()) {
            return Optional.of(TimeLimit.recurring(
                    often.group().strip(),
                    often.group().matches("(?iu)(?:0?2|hai) .*năm")
                            ? "SEMIANNUAL"
                            : FREQUENCIES.get(often.group(1).toLowerCase(Locale.ROOT)),
                    null));
        }
        Matcher recurring = RECURRING.matcher(sentence);
        if (COMES_ROUND.matcher(words).find() && recurring.find()) {
            String every = recurring.group(1) != null ? recurring.group(1) : recurring.group(2);
            String phrase = recurring.group().toLowerCase(Locale.ROOT);
            String frequency = every != null
                    ? FREQUENCIES.get(every.toLowerCase(Locale.ROOT))
                    : phrase.contains("6 tháng") || phrase.contains("sáu tháng") ? "SEMIANNUAL" : "ANNUAL";
            return Optional.of(TimeLimit.recurring(recurring.group().strip(), frequency, null));
        }
        return Optional.empty();
    }
}
