package vn.dondoc.documents.intake.time;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.documents.directive.RelativeLimit;
import vn.dondoc.documents.directive.TimeLimit;

/** Limits without a day: always, as planned, at once, or before something that has its day yet. */
final class VagueLimits {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern ROADMAP = Pattern.compile(
            "(?:giai đoạn \\d{4} ?[-–] ?\\d{4} )?theo (?:đúng )?lộ trình|đúng tiến độ(?: .{0,40}?kế hoạch(?: đã)? đề ra)?|khẩn trương hoàn thành|theo (?:đúng )?(?:tiến độ|kế hoạch) đã đề ra|theo (?:đúng )?kế hoạch đã đề ra",
            FLAGS);

    private static final Pattern BY_RULE =
            Pattern.compile("theo quy định(?! của| tại)|ngay sau khi [^,;.]{5,60}|ngay khi [^,;.]{5,60}", FLAGS);

    private static final Pattern CONTINUOUS =
            Pattern.compile("^(?:thường xuyên|liên tục)|(?<![\\p{L}])thường xuyên(?=$|[,;.])", FLAGS);

    private static final Pattern HURRIES = Pattern.compile("lộ trình|tiến độ|khẩn trương|kế hoạch");

    /** "Trước khi khai giảng": the day is that of something else. */
    private static final Pattern BEFORE_EVENT = Pattern.compile(
            "(?<!trách nhiệm )(?:trước|xong trước|hoàn thành trước) (?:(?:khi |ngày |kỳ |dịp |thềm )?(?:[\\p{L}]+ ){0,3}?(?:khai giảng|tựu trường|năm học|nghỉ hè|mùa [\\p{L}]+|Tết|xuống giống|kỳ họp|Đại hội|khai mạc|bầu cử)|(?:khi|ngày) (?:[\\p{L}]+ ){0,3}?(?:bước vào|diễn ra|bắt đầu))(?![\\p{L}])[^,;.()\\d]{0,50}(?:\\d{4}(?: ?[-–] ?\\d{4})?)?",
            FLAGS);

    private static final Pattern AHEAD_OF_EVENT = Pattern.compile(
            "(?:(?:chậm nhất|ít nhất|muộn nhất)(?: là)? )?(\\d{1,3}) (ngày làm việc|ngày|giờ)(?: làm việc)?,? trước (?=khi |ngày (?!\\d)|kỳ |mùa |Tết|Đại hội|cuộc |phiên |hội nghị)[^,;.()\\d]{3,60}"
                    + "|trước (?=khi |ngày (?!\\d)|kỳ |mùa |Tết|Đại hội|đại hội|cuộc |mỗi |phiên |hội nghị)[^,;.()\\d]{3,50} (?<!thứ )(?:ít nhất |tối thiểu )?(\\d{1,3}) (ngày làm việc|ngày|giờ)(?![\\p{L}]| ?\\d)",
            FLAGS);

    private VagueLimits() {}

    /** A limit that names no day, or that of something else. */
    static Optional<TimeLimit> of(String sentence, String words) {
        Matcher roadmap = ROADMAP.matcher(sentence);
        if (HURRIES.matcher(words).find() && roadmap.find()) {
            return Optional.of(TimeLimit.without(TimeLimit.Kind.ROADMAP, roadmap.group()));
        }
        Matcher continuous = CONTINUOUS.matcher(sentence);
        if (continuous.find()) {
            return Optional.of(TimeLimit.without(TimeLimit.Kind.CONTINUOUS, continuous.group()));
        }
        Matcher rule = BY_RULE.matcher(sentence);
        if (rule.find()) {
            return Optional.of(
                    TimeLimit.without(TimeLimit.Kind.ROADMAP, rule.group().strip()));
        }
        return beforeEvent(sentence);
    }

    /** "Trước Đại hội 30 ngày", "chậm nhất 10 ngày trước khi khai mạc", or before something that has its day. */
    private static Optional<TimeLimit> beforeEvent(String sentence) {
        Matcher ahead = AHEAD_OF_EVENT.matcher(sentence);
        if (ahead.find()) {
            boolean first = ahead.group(1) != null;
            int amount = Integer.parseInt(first ? ahead.group(1) : ahead.group(3));
            RelativeLimit.Unit unit = switch ((first ? ahead.group(2) : ahead.group(4)).toLowerCase(Locale.ROOT)) {
                case "giờ" -> RelativeLimit.Unit.HOUR;
                case "ngày" -> RelativeLimit.Unit.DAY;
                default -> RelativeLimit.Unit.WORKING_DAY;
            };
            return Optional.of(untilEvent(ahead.group(), -amount, unit));
        }
        Matcher event = BEFORE_EVENT.matcher(sentence);
        return event.find() ? Optional.of(untilEvent(event.group(), 0, RelativeLimit.Unit.DAY)) : Optional.empty();
    }

    private static TimeLimit untilEvent(String phrase, int amount, RelativeLimit.Unit unit) {
        return new TimeLimit(
                TimeLimit.Kind.DATE,
                phrase.strip(),
                null,
                amount != 0,
                null,
                false,
                new RelativeLimit(amount, unit, RelativeLimit.From.EVENT),
                null,
                null,
                null,
                null);
    }
}
