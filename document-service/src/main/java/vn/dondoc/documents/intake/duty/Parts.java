package vn.dondoc.documents.intake.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.documents.directive.TimeLimit;
import vn.dondoc.documents.intake.lexicon.Actors;
import vn.dondoc.documents.intake.lexicon.Calls;
import vn.dondoc.documents.intake.lexicon.Verbs;
import vn.dondoc.documents.intake.text.Stretch;
import vn.dondoc.documents.intake.time.TimeLimits;

/** A sentence in the parts that are duties of their own, and what of it says no duty. */
final class Parts {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?:gồm|sau|sau đây|như sau|nhiệm vụ|cụ thể|nội dung|trong đó|trọng tâm|chủ yếu|giải pháp|giai đoạn \\d+)\\s?: ?(?=\\p{L})|(?:trọng tâm|nhiệm vụ|nội dung|giải pháp) như:? (?=\\p{Ll})",
            FLAGS);

    private static final Pattern GOES_ON = Pattern.compile(
            "^(?:kết quả (?:báo cáo|gửi)|(?:đồng thời,? )?gửi (?:kèm )?(?:tệp|bản mềm|file|bản điện tử)|đưa vào (?:sử dụng|khai thác)|thực hiện thường xuyên|áp dụng (?:từ|kể từ)|ban hành (?:trước|trong)|bàn giao (?:trước|trong|chậm)|hoàn thành (?:trước|trong|chậm|vào|đến|xong|việc này)|xong |kết thúc |trình |gửi (?!báo cáo)|nhất là|trong đó|qua đó|góp phần|bảo đảm|đảm bảo|không để|phấn đấu|báo cáo (?!kết quả về|nhanh|định kỳ|tiến độ)|(?:thường xuyên )?cập nhật|\\p{L}+(?: \\p{L}+){0,2} (?:tối thiểu|ít nhất|đạt|trên) \\d)",
            FLAGS);

    private static final int LONGEST_ORDER = 330;

    /** A sentence that only says what figure is to be reached is a target, not a duty. */
    private static final Pattern FIGURE = Pattern.compile(
            "^(?:phấn đấu [^;]{0,100}?(?:\\d\\s?%|(?:đạt|có|từ|trên|dưới|ít nhất|tối thiểu|còn) \\d)|(?:giảm|tăng)(?: ít nhất| tối thiểu| bình quân)? \\d|(?:ít nhất|tối thiểu|trên|\\d[\\d.,]*\\s?%))",
            FLAGS);

    private static final Pattern REPORTS_TROUBLE = Pattern.compile(", (?=kịp thời báo cáo )", FLAGS);

    private static final Pattern ALSO = Pattern.compile("^đồng thời,? ");

    private static final Pattern REGULARLY = Pattern.compile(
            "^(?:định kỳ|h[àằ]ng (?:ngày|tuần|tháng|quý|năm)|0?6 tháng)(?:(?! về )[^,;.]){0,60}? (?:báo cáo|tổng hợp|gửi|sơ kết|rà soát|kiểm tra)",
            FLAGS);

    private static final int SHORTEST_DUTY = 25;

    private static final Pattern LABEL = Pattern.compile("^[\\p{Lu}][^:;.]{3,60}:\\s+(?=\\p{L})");

    /** "Cấp cơ sở: xong trong quý I": the label is what is to be done by then. */
    private static final Pattern TO_BE_DONE = Pattern.compile(
            "^\\p{Lu}[^:;.]{3,60}: (?:(?:xong|hoàn thành|kết thúc|dự kiến|từ|hết|trước|trong|vào|chậm nhất|muộn nhất)(?![\\p{L}])[^:]{5,80}|(?:\\d{1,2} giờ,? )?ngày \\d[^:]{3,60})$");

    /** "Bổ sung khoản 7 vào Mục III như sau: “7. …”": what is added is in quotation marks. */
    private static final Pattern ADDS = Pattern.compile(
            "^Bổ sung [^“\"«:]{0,200}(?:như sau|sau đây)?: ?[“\"«](?:(?:\\d{1,2}(?:\\.\\d{1,2}){0,5}|[a-zđ])[.)] ?)?",
            FLAGS);

    private final TimeLimits limits;

    Parts(TimeLimits limits) {
        this.limits = limits;
    }

    /** Whether a sentence only says what figure is to be reached. */
    static boolean isFigure(String sentence) {
        return FIGURE.matcher(sentence).find();
    }

    /** Whether it names what is to be done by its label and says no more than by when. */
    static boolean isToBeDone(String sentence) {
        return TO_BE_DONE.matcher(sentence.replaceFirst("[.;]$", "")).find();
    }

    /** "Chế độ báo cáo: Các sở …" is a heading and a sentence on one line. */
    static Stretch unlabelled(Stretch sentence) {
        Matcher adds = ADDS.matcher(sentence.text());
        if (adds.find()) {
            return sentence.from(adds.end());
        }
        Matcher label = LABEL.matcher(sentence.text());
        boolean titled = label.find()
                && Actors.opening(label.group()).isEmpty()
                && !Deed.isLabel(sentence.text())
                && (Character.isUpperCase(sentence.text().codePointAt(label.end()))
                        || Verbs.does(sentence.text().substring(label.end())));
        return titled && !isToBeDone(sentence.text()) ? sentence.from(label.end()) : sentence;
    }

    /** From the one called upon, where a sentence calls upon somebody before the list it announces; nothing otherwise. */
    static String announcing(String sentence, String firstPart) {
        int list = sentence.indexOf(firstPart);
        String before = list > 0 ? sentence.substring(0, list) : "";
        return Calls.whom(before);
    }

    /** A semicolon divides duties where somebody else is named after it, or where a list of them was announced. */
    List<Stretch> of(Stretch sentence) {
        String text = sentence.text();
        boolean orders = text.length() < LONGEST_ORDER;
        Matcher list = ANNOUNCED.matcher(text);
        boolean announced = text.indexOf(';') > 0
                && list.find()
                && text.indexOf(';', list.end()) > 0
                && Verbs.does(text.substring(list.end()));
        int from = 0;
        if (announced) {
            from = list.end();
        }
        List<Stretch> parts = new ArrayList<>();
        int begin = announced ? from : 0;
        for (int at = text.indexOf(';', from); at >= 0; at = text.indexOf(';', at + 1)) {
            String piece = Calls.withoutNumber(text.substring(at + 1).strip());
            String body = piece.replaceFirst("(?iu)^(?:đồng thời,? |và )?(?:giao |đề nghị |yêu cầu )?", "");
            Actors.Opening opening = Actors.opening(body);
            boolean ownActor =
                    !opening.isEmpty() && Verbs.does(body.substring(Math.min(opening.length(), body.length())));
            int next = text.indexOf(';', at + 1);
            String alone = next < 0 ? piece : text.substring(at + 1, next).strip();
            boolean begins = (Verbs.does(piece) && !GOES_ON.matcher(piece).find()) || asksAfterLimit(piece);
            begins |= SENDS.matcher(piece).find() && limits.of(alone).recurrence() != null;
            begins |= ANOTHER_REPORT.matcher(piece).find() && isTimed(limits.of(alone));
            boolean ownTime = begins && (isTimed(limits.of(alone)) || isTimed(limits.of(text.substring(begin, at))));
            boolean ownDuty = announced && Verbs.does(piece)
                    || begins && orders
                    || ownTime
                    || piece.matches("(?iu)^chịu trách nhiệm trước .*");
            String before = text.substring(begin, at).strip();
            boolean enough =
                    Verbs.does(Calls.deedOf(before)) || FIGURE.matcher(before).find();
            if ((ownActor || ownDuty) && enough) {
                parts.add(sentence.sub(begin, at).folded());
                begin = at + 1;
            }
        }
        Stretch rest = sentence.from(begin).folded();
        Matcher report = REPORTS_TROUBLE.matcher(rest.text());
        if (report.find() && report.start() > 60 && rest.text().matches("(?iu).*(?:phát sinh|vướng mắc|khó khăn).*")) {
            parts.add(rest.sub(0, report.start()));
            parts.add(rest.from(report.end()));
        } else {
            parts.add(rest);
        }
        return parts.stream().flatMap(it -> atCommas(it).stream()).toList();
    }

    /** "chậm nhất ngày 31/3 ban hành hướng dẫn": by when stands before what. */
    boolean asksAfterLimit(String words) {
        TimeLimit limit = limits.of(words);
        String phrase = limit.phrase();
        return isTimed(limit)
                && phrase != null
                && words.startsWith(phrase)
                && Verbs.does(words.substring(phrase.length()).replaceFirst("^,? ", ""));
    }

    /** "riêng báo cáo tổng kết gửi trước ngày 05/12": another report with a day of its own. */
    private static final Pattern ANOTHER_REPORT =
            Pattern.compile("^(?:riêng )?báo cáo [^,;.]{3,60}? (?:gửi|nộp|trình) ", FLAGS);

    /** What is sent or told again and again is a duty beside what is done before. */
    private static final Pattern SENDS = Pattern.compile("^(?:báo cáo|gửi|trình|cập nhật) (?=\\p{L})", FLAGS);

    /** A comma divides two duties where each has its own time, or where the second is said to be done at the same time. */
    List<Stretch> atCommas(Stretch part) {
        String text = part.text();
        for (int comma = text.indexOf(", "); comma > 0; comma = text.indexOf(", ", comma + 1)) {
            String left = text.substring(0, comma);
            String right = text.substring(comma + 2);
            boolean also = ALSO.matcher(right).find()
                    && Verbs.opens(ALSO.matcher(right).replaceFirst(""))
                    && comma > SHORTEST_DUTY;
            boolean both =
                    comma > SHORTEST_DUTY && Verbs.does(right) && isTimed(limits.of(right)) && isTimed(limits.of(left));
            boolean regularly =
                    comma > SHORTEST_DUTY && REGULARLY.matcher(right).find();
            boolean inBrackets = left.endsWith(")") && Verbs.does(right) && isTimed(limits.of(left));
            if ((also || both || regularly || inBrackets)
                    && Verbs.does(Calls.deedOf(left))
                    && !GOES_ON.matcher(right).find()) {
                List<Stretch> apart = new ArrayList<>(List.of(part.sub(0, comma).folded()));
                apart.addAll(atCommas(part.from(comma + 2).folded()));
                return apart;
            }
        }
        return List.of(part);
    }

    static boolean isTimed(TimeLimit limit) {
        return limit.kind() == TimeLimit.Kind.DATE || limit.recurrence() != null;
    }
}
