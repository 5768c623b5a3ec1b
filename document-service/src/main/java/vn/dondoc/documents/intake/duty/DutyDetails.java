package vn.dondoc.documents.intake.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.intake.lexicon.Actors;
import vn.dondoc.documents.intake.text.Sentences;
import vn.dondoc.documents.intake.text.Stretch;

/** What the words of a duty say besides what is to be done: with whom, to whom it is reported, of what kind it is. */
final class DutyDetails {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern TAIL = Pattern.compile(
            ", (?=(?:bảo đảm|đảm bảo|nhằm|góp phần|qua đó|phấn đấu|coi đây|từ đó|tránh|không để|gắn với|đáp ứng)(?![\\p{L}]))| (?=(?:để|nhằm) (?:nâng cao|tạo|cán bộ|bảo đảm|đảm bảo|đáp ứng|góp phần|kịp thời|phục vụ|thúc đẩy|hạn chế|giảm|phát huy))");

    private static final Pattern COOPERATING =
            Pattern.compile("(?:phối hợp|cùng)(?: chặt chẽ)?(?: với| cùng)? (?=\\p{L})(.+)$", FLAGS | Pattern.DOTALL);

    /** Telling somebody something, and how. */
    private static final Pattern TELLS = Pattern.compile(
            "(?<![\\p{L}])(?:báo cáo|gửi|trình|nộp|kiến nghị|đăng ký|thông báo|chuyển|phản ánh|xin ý kiến|chịu trách nhiệm(?: toàn diện| trực tiếp| chính)?(?= trước))(?![\\p{L}])"
                    + "(?: (?:kết quả|tổng hợp|bằng văn bản|nhanh|ngay|kịp thời|trực tiếp|đồng thời|xin ý kiến)){0,10}",
            FLAGS);

    private static final Pattern TO_WHOM = Pattern.compile(" (?:về|cho|đến|tới|lên|với|trước|gửi|trình)(?= )", FLAGS);

    /** A receiver's name is over where it is said by when, what for, how or through whom. */
    private static final Pattern AFTER_RECEIVER = Pattern.compile(
            " (?:trước|chậm nhất|muộn nhất|trong|để|theo|xem xét|xem|vào|định kỳ|h[àằ]ng|qua|thông qua|kết quả|tổng hợp|thẩm định|phê duyệt|quyết định|ban hành|cho ý kiến|bằng|đúng|danh (?:sách|mục)|dự thảo|phương án|báo cáo|chỉ đạo|về|kế hoạch|đề án|khi|nếu|từ|biết|giải quyết|theo dõi|xử lý|bố trí|hồ sơ|tình hình|những|các (?:nội dung|vấn đề|khó khăn)|số liệu|tại|ngay|thông qua|đưa|công bố)(?![\\p{L}]).*$",
            Pattern.DOTALL);

    private static final Pattern CLAUSE_ENDS = Pattern.compile("[;.]|,(?! (?:gửi|trình) )");
    private static final int FARTHEST = 140;

    private DutyDetails() {}

    static List<String> cooperating(String deed) {
        Matcher matcher = COOPERATING.matcher(deed);
        if (!matcher.find()) {
            return List.of();
        }
        Actors.Opening opening = Actors.opening(matcher.group(1));
        return opening.phrases();
    }

    /** Whom the words tell to tell: named right behind the verb, or behind "về", "cho", "đến". */
    static List<String> reportTo(String deed) {
        List<String> bodies = new ArrayList<>();
        Matcher tells = TELLS.matcher(deed);
        while (tells.find()) {
            for (String body : toWhom(deed.substring(tells.end()))) {
                if (!bodies.contains(body)) {
                    bodies.add(body);
                }
            }
        }
        return bodies;
    }

    private static List<String> toWhom(String told) {
        List<String> atOnce = receivers(told.stripLeading());
        if (!atOnce.isEmpty()) {
            return atOnce;
        }
        Matcher ends = CLAUSE_ENDS.matcher(told);
        String clause = told.substring(0, Math.min(ends.find() ? ends.start() : told.length(), FARTHEST));
        Matcher to = TO_WHOM.matcher(clause);
        while (to.find()) {
            List<String> bodies = receivers(told.substring(to.end() + 1));
            if (!bodies.isEmpty()) {
                return bodies;
            }
        }
        return List.of();
    }

    private static List<String> receivers(String text) {
        List<String> names = new ArrayList<>();
        for (String name : Actors.opening(text).phrases()) {
            Matcher over = AFTER_RECEIVER.matcher(name);
            boolean goesOn = over.find();
            String body = goesOn ? name.substring(0, over.start()) : name;
            names.add(body.replaceFirst("(?iu)^(?:cho|về|gửi) ", "").strip());
            if (goesOn) {
                break;
            }
        }
        return names;
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
