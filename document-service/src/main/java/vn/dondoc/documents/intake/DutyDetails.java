package vn.dondoc.documents.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words of a duty say besides what is to be done: with whom, to whom it is reported, of what kind it is. */
final class DutyDetails {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern TAIL = Pattern.compile(
            ", (?=(?:bảo đảm|đảm bảo|nhằm|góp phần|qua đó|phấn đấu|coi đây|từ đó|tránh|không để|gắn với|đáp ứng)(?![\\p{L}]))| (?=(?:để|nhằm) (?:nâng cao|tạo|cán bộ|bảo đảm|đảm bảo|đáp ứng|góp phần|kịp thời|phục vụ|thúc đẩy|hạn chế|giảm|phát huy))");

    private static final Pattern COOPERATING =
            Pattern.compile("(?:phối hợp|cùng)(?: chặt chẽ)?(?: với| cùng)? (?=\\p{L})(.+)$", FLAGS | Pattern.DOTALL);

    private static final Pattern REPORT_TO = Pattern.compile(
            "(?:báo cáo|gửi|trình)(?: kết quả| tổng hợp)?(?: [^,;.]{0,90}?)?(?: với| về| cho| đến| đến)? ((?:"
                    + Bodies.ISSUER + ")(?:(?:,| và|;)(?: báo cáo)? (?:" + Bodies.ISSUER + ")){0,200})");

    private static final Pattern BODY = Pattern.compile(Bodies.ISSUER);

    private DutyDetails() {}

    static List<String> cooperating(String deed) {
        Matcher matcher = COOPERATING.matcher(deed);
        if (!matcher.find()) {
            return List.of();
        }
        Actors.Opening opening = Actors.opening(matcher.group(1));
        return opening.phrases();
    }

    static List<String> reportTo(String deed) {
        Matcher matcher = REPORT_TO.matcher(deed);
        List<String> bodies = new ArrayList<>();
        while (matcher.find()) {
            Matcher body = BODY.matcher(matcher.group(1));
            while (body.find()) {
                if (!bodies.contains(body.group())) {
                    bodies.add(body.group());
                }
            }
        }
        return bodies;
    }

    /** The clause without what it is for and how well it is to be done, as long as most of it is left. */
    static String excerpt(String text, boolean resolution) {
        String first =
                resolution ? Sentences.sentences(Stretch.of(text)).getFirst().text() : text;
        Matcher tail = TAIL.matcher(first);
        while (tail.find()) {
            if (tail.start() >= 45 && tail.start() * 10 >= first.length() * 4) {
                return first.substring(0, tail.start()).strip();
            }
        }
        return first;
    }

    static @Nullable String kind(String deed) {
        String text = deed.toLowerCase(Locale.ROOT);
        if (text.contains("vấn đề phát sinh") && text.contains("báo cáo")) {
            return text.contains("đôn đốc") ? "SUPERVISION" : "AD_HOC_REPORT";
        }
        if (text.matches(
                        ".*(?:theo dõi|đôn đốc|tổng hợp).*tổng hợp,? (?:kết quả,? )?(?:tham mưu |và )?báo cáo.*|^tổng hợp.*báo cáo.*")
                && !text.contains("lồng ghép")) {
            return "AGGREGATION";
        }
        if (text.contains("báo cáo kết quả") || text.matches("^(?:định kỳ |hằng |hàng )?.{0,40}báo cáo .*")) {
            return "PERIODIC_REPORT";
        }
        if (text.matches(".*(đôn đốc|giám sát|thanh tra, kiểm tra|kiểm tra, ).*")) {
            return "SUPERVISION";
        }
        if (text.matches(".*chịu trách nhiệm trước.*")) {
            return "ACCOUNTABILITY";
        }
        if (text.matches(".*(thi đua|đánh giá, xếp loại).*")) {
            return "EVALUATION";
        }
        if (text.matches(".*(khắc phục|chấn chỉnh).*(hạn chế|tồn tại|khuyết điểm).*")) {
            return "REMEDIATION";
        }
        if (text.matches("^(?:tổ chức )?(?:sơ kết|tổng kết).*")) {
            return "REVIEW";
        }
        return text.matches(".*xây dựng (?:và ban hành |các |và triển khai )?kế hoạch.*|.*ban hành kế hoạch.*")
                ? "PLANNING"
                : null;
    }
}
