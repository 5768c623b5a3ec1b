package vn.dondoc.documents.intake.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Citation;
import vn.dondoc.documents.directive.DocumentNumber;
import vn.dondoc.documents.directive.Replacement;
import vn.dondoc.documents.directive.TimeLimit;
import vn.dondoc.documents.intake.head.DocumentNumbers;
import vn.dondoc.documents.intake.lexicon.Actors;
import vn.dondoc.documents.intake.lexicon.Calls;
import vn.dondoc.documents.intake.text.Marks;
import vn.dondoc.documents.intake.text.Sentences;
import vn.dondoc.documents.intake.text.Stretch;
import vn.dondoc.documents.intake.time.TimeLimits;
import vn.dondoc.documents.intake.time.TimeMentions;

/**
 * What a paper changes in another: sentences of changing (gia hạn, sửa đổi, thay cụm từ, bãi bỏ) that say where. They give
 * nobody anything to do by themselves; a clause that is quoted is the other paper's text.
 */
public final class Replacements {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String TIME = "(?:mốc )?(?:thời (?:hạn|gian|điểm)|tiến độ|hạn)";

    /** "Gia hạn thời gian nộp …", "lùi thời điểm …", "sửa thời hạn …", "gia hạn khoản 2 …"; not "di dời", "đẩy lùi", "đã kéo dài". */
    private static final Pattern MOVES = Pattern.compile(
            "(?<![\\p{L}])(?<!đã )(?<!bị )(?:gia hạn|kéo dài|lùi|dời|điều chỉnh|sửa(?: đổi)?|thay đổi|đổi)(?: thêm| lại)? (?:"
                    + TIME + "|(?:các )?nhiệm vụ|" + Places.ANY + ")(?![\\p{L}])",
            FLAGS);

    private static final String WHAT = "(?:cụm từ|nội dung|thời hạn|mốc|từ)";
    private static final Pattern REWORDS = Pattern.compile(
            "(?:thay(?: thế)?|bãi bỏ|bỏ) (?:" + WHAT
                    + ":? )?[“\"«]([^”\"»]{1,300})[”\"»][^“\"«]{0,160}?(?:bằng|thành)(?: "
                    + WHAT + ")?:? ?[“\"«]([^”\"»]{1,600})[”\"»]",
            FLAGS);

    private static final Pattern REVISES = Pattern.compile(
            "(?<![\\p{L}])(?:sửa đổi(?:, bổ sung)?|điều chỉnh|thay thế)(?![\\p{L}])[^“\"«]{0,300}(?:(?:như sau|thành):?\\s*(?:[“\"«]|$)|:\\s*$)",
            FLAGS);

    /** A whole clause falls away, not only words of it. */
    private static final Pattern REPEALS = Pattern.compile(
            "(?<![\\p{L}])(?:bãi bỏ|hủy bỏ|huỷ bỏ|dừng thực hiện)(?: các)?(?: nhiệm vụ| nội dung| quy định)?(?: nêu)?(?: tại)? (?="
                    + Places.ANY + ")",
            FLAGS);

    private static final Pattern HANDS_OVER = Pattern.compile(
            "(?<![\\p{L}])(?:giao|chuyển)(?: cho)? (.{4,160}?) (?:làm cơ quan )?chủ trì,? (?:thay(?: thế)?(?: cho)?) ",
            FLAGS);

    /** Whoever is told to see to it changes nothing yet: "tham mưu gia hạn", "đề xuất điều chỉnh". */
    private static final Pattern ASKED_FOR = Pattern.compile(
            "(?<![\\p{L}])(?:tham mưu|đề xuất|xem xét|nghiên cứu|rà soát|trình|kiến nghị|xin|không được|không|chủ động|báo cáo|hướng dẫn|thủ tục)(?: [^,;.]{0,60})?$",
            FLAGS);

    private static final Pattern OLD = Pattern.compile(
            "(?:(?<![\\p{L}])từ|trước đây là|trước đó là|hạn cũ(?: là)?|thay vì|thay cho|thay thế)(?: thời hạn| mốc| hạn)?:?(?: là)?(?: trước| đến hết| trong)?(?: ngày| tháng)? ?$",
            FLAGS);
    private static final Pattern NEW = Pattern.compile(
            "(?<![\\p{L}])(đến hết|đến|sang|thành|bằng|là|tới|(?:chậm nhất|muộn nhất)(?: là)?|trước|xong trước|trong)(?: thời hạn| mốc| hạn)?(?: là)?((?: trước| đến hết| hết| trong| cuối)?(?: ngày)?) ?$",
            FLAGS);
    /** "Ủy ban nhân dân tỉnh thống nhất gia hạn …": whoever issues it decides. */
    private static final Pattern DECIDES = Pattern.compile(
            "^(?:Chủ tịch )?(?:Ủy ban nhân dân|UBND|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Ban Thường vụ)(?: (?:tỉnh|thành phố|Tỉnh ủy|Thành ủy))?(?: \\p{Lu}\\p{L}+){0,4},? (?:thống nhất|đồng ý|quyết định|cho phép|chấp thuận|gia hạn|điều chỉnh|sửa đổi|lùi|kéo dài|bãi bỏ|thay)");

    private static final Pattern NUMBERED =
            Pattern.compile("^\\s*(?:\\d{1,2}(?:\\.\\d{1,2}){0,5}|[a-zđ]|[IVX]{1,5})[.)]\\s*");
    private static final Pattern GOES_ON =
            Pattern.compile("^; (?:và )?thay(?: thế)? (?:bằng|thành)(?![\\p{L}])", FLAGS);
    private static final Pattern QUOTE = Pattern.compile("[“\"«]");
    private static final Pattern OPENS_QUOTE = Pattern.compile("^[“\"«]");
    private static final Pattern CLOSES_QUOTE = Pattern.compile("[”\"»][.;,]?(?:/\\.)?$");
    private static final Pattern CHANGES = Pattern.compile(
            "(?<![\\p{L}])(?:sửa đổi|bổ sung|điều chỉnh|gia hạn|kéo dài|lùi|thay thế|bãi bỏ)(?![\\p{L}])", FLAGS);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d/.-])" + DocumentNumbers.NUMBER);
    private static final int LONGEST_QUOTE = 12;
    private static final double MOST = 0.6;

    private final List<Replacement> found = new ArrayList<>();
    private final TimeLimits limits;
    private final @Nullable String own;
    private @Nullable String changed;

    private Replacements(TimeLimits limits, @Nullable String own, @Nullable String changed) {
        this.limits = limits;
        this.own = own;
        this.changed = changed;
    }

    /**
     * @param own number of the paper itself
     * @param subject trích yếu, which names the paper that is changed, if it is about that
     */
    public static List<Replacement> read(
            List<Stretch> body,
            TimeLimits limits,
            @Nullable String own,
            @Nullable String subject,
            List<Citation> citations) {
        var replacements = new Replacements(limits, own, changedBy(subject, own, citations));
        for (int i = 0; i < body.size(); i++) {
            int end = endOfQuote(body, i);
            replacements.paragraph(body.get(i), body.subList(i + 1, end));
            i = end - 1;
        }
        return List.copyOf(replacements.found);
    }

    private static @Nullable String changedBy(
            @Nullable String subject, @Nullable String own, List<Citation> citations) {
        if (subject != null && CHANGES.matcher(subject).find()) {
            Optional<String> named = numberIn(subject, own);
            if (named.isPresent()) {
                return named.get();
            }
        }
        List<String> amended = citations.stream()
                .filter(it -> it.role() == Citation.Role.AMENDS && it.number() != null)
                .map(Citation::number)
                .distinct()
                .toList();
        return amended.size() == 1 ? amended.getFirst() : null;
    }

    private static Optional<String> numberIn(String text, @Nullable String own) {
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            String number = DocumentNumber.canonical(matcher.group(1));
            if (DocumentNumbers.isPlausible(number) && !number.equals(own)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    /** A clause that is announced ("như sau:") stands in quotation marks, over as many paragraphs as it has. */
    private static int endOfQuote(List<Stretch> body, int from) {
        boolean announced = body.get(from).text().endsWith(":")
                && from + 1 < body.size()
                && OPENS_QUOTE.matcher(body.get(from + 1).text()).find();
        int last = Math.min(body.size(), from + LONGEST_QUOTE);
        for (int i = from + 1; announced && i < last; i++) {
            if (CLOSES_QUOTE.matcher(body.get(i).text()).find()) {
                return i + 1;
            }
        }
        return from + 1;
    }

    private void paragraph(Stretch paragraph, List<Stretch> quoted) {
        String text = paragraph.text();
        if (text.startsWith("|") || Sentences.isTooLong(text)) {
            return;
        }
        if (text.endsWith(":") && quoted.isEmpty() && CHANGES.matcher(text).find()) {
            changed = numberIn(text, own).orElse(changed);
        }
        for (Stretch sentence : Sentences.sentences(paragraph)) {
            boolean last = sentence.text().endsWith(":") && !quoted.isEmpty();
            Stretch whole = last ? sentence.joined(Stretch.ofAll(quoted)) : sentence;
            if (REVISES.matcher(sentence.text()).find()) {
                revised(whole, sentence.text());
            } else {
                pieces(whole).forEach(this::piece);
            }
        }
    }

    /** What stands between semicolons, those within quotation marks apart. */
    private static List<Stretch> pieces(Stretch sentence) {
        List<Stretch> pieces = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < sentence.text().length(); i++) {
            char letter = sentence.text().charAt(i);
            quoted = letter == '"'
                    ? !quoted
                    : letter == '“' || letter == '«' || quoted && letter != '”' && letter != '»';
            if (letter == ';'
                    && !quoted
                    && !GOES_ON.matcher(sentence.text().substring(i)).find()) {
                pieces.add(sentence.sub(from, i).folded());
                from = i + 1;
            }
        }
        pieces.add(sentence.from(from).folded());
        return pieces.stream().filter(it -> !it.isEmpty()).toList();
    }

    /** "Sửa đổi khoản 2 Điều 3 như sau: “2. …”": by when the clause says now, and who leads. */
    private void revised(Stretch whole, String before) {
        int quote = indexOfQuote(whole.text());
        String lead = quote < 0 ? before : whole.text().substring(0, quote);
        if (isAskedFor(lead, CHANGES) || quote < 0 || !isOfAnother(lead)) {
            return;
        }
        String clause = whole.text().substring(quote + 1).replaceFirst("[”\"»].*$", "");
        String duty = NUMBERED.matcher(clause).replaceFirst("");
        keep(
                whole,
                lead,
                null,
                false,
                limits.of(clause),
                false,
                Actors.opening(duty).phrases());
    }

    private static int indexOfQuote(String text) {
        Matcher quote = QUOTE.matcher(text);
        return quote.find() ? quote.start() : -1;
    }

    private void piece(Stretch piece) {
        String text = piece.text();
        if (!isOfAnother(text) || isTold(text)) {
            return;
        }
        Matcher rewords = REWORDS.matcher(text);
        Matcher hands = HANDS_OVER.matcher(text);
        if (rewords.find()) {
            reworded(piece, rewords);
        } else if (hands.find() && !Actors.opening(text.substring(hands.end())).isEmpty()) {
            keep(piece, text, null, false, TimeLimit.NONE, false, Deed.names(hands.group(1)));
        } else if (MOVES.matcher(text).find() && !isAskedFor(text, MOVES)) {
            moved(piece);
        } else if (REPEALS.matcher(text).find()
                && !isAskedFor(text, REPEALS)
                && !Places.in(text).isEmpty()) {
            keep(piece, text, null, false, TimeLimit.NONE, true, List.of());
        }
    }

    /** Whether somebody else than whoever issues the paper is told to do it, so that it is a duty. */
    private static boolean isTold(String text) {
        String sentence = NUMBERED.matcher(text).replaceFirst("");
        if (HANDS_OVER.matcher(sentence).find()) {
            return false;
        }
        String whom = Calls.whom(sentence);
        return !Actors.opening(whom).isEmpty() && !DECIDES.matcher(whom).find();
    }

    private boolean isOfAnother(String text) {
        return changed != null || numberIn(text, own).isPresent();
    }

    private static boolean isAskedFor(String text, Pattern verb) {
        Matcher matcher = verb.matcher(text);
        return matcher.find()
                && ASKED_FOR.matcher(text.substring(0, matcher.start())).find();
    }

    private void reworded(Stretch piece, Matcher words) {
        TimeLimit now = limits.of(words.group(2));
        TimeLimit then = limits.of(words.group(1));
        TimeLimit limit = now.isNone() ? limits.ofCell(words.group(2)) : now;
        boolean timed = limit.kind() == TimeLimit.Kind.DATE || limit.kind() == TimeLimit.Kind.RECURRING;
        boolean named = Actors.isOnlyActors(words.group(1)) && Actors.isOnlyActors(words.group(2));
        keep(
                piece,
                piece.text(),
                timed ? then.date() : null,
                timed && then.yearInferred(),
                timed ? limit : TimeLimit.NONE,
                false,
                named ? Deed.names(words.group(2)) : List.of());
    }

    /** The time after "đến", "sang" or "thành" holds now, that after "từ" or "trước đây là" did. */
    private void moved(Stretch piece) {
        String text = piece.text();
        TimeLimit now = TimeLimit.NONE;
        TimeLimit then = TimeLimit.NONE;
        for (TimeMentions.Found time : TimeMentions.in(text)) {
            String before = text.substring(0, time.start());
            String words = time.words().replaceFirst("(?iu)^ngày ", "");
            Matcher pivot = NEW.matcher(before);
            if (OLD.matcher(before).find()) {
                then = limits.ofCell(words);
            } else if (pivot.find()) {
                String lead = pivot.group(1).matches("(?iu)sang|thành|bằng|là|tới")
                        ? pivot.group(2).strip()
                        : pivot.group(1);
                String phrase = (lead + " " + time.words()).strip();
                TimeLimit inWords = limits.of(phrase);
                now = inWords.date() == null ? limits.ofCell(words) : inWords;
            }
        }
        if (now.kind() == TimeLimit.Kind.DATE || now.kind() == TimeLimit.Kind.RECURRING) {
            keep(piece, text, then.date(), then.yearInferred(), now, false, List.of());
        }
    }

    private void keep(
            Stretch words,
            String place,
            @Nullable LocalDate dayBefore,
            boolean yearInferred,
            TimeLimit limit,
            boolean repealed,
            List<String> lead) {
        String number = numberIn(place, own).orElse(changed);
        List<String> places = Places.in(place);
        for (String it : places.isEmpty() ? Collections.<@Nullable String>singletonList(null) : places) {
            found.add(new Replacement(
                    number, it, words.text(), dayBefore, yearInferred, limit, repealed, lead, words.mark(1)));
        }
    }

    /**
     * What of a sentence gives somebody something to do, beside what it changes; the sentence itself if it changes nothing.
     *
     * @param changed where others are changed
     */
    static Stretch besides(Marks changed, Stretch sentence) {
        if (changed.share(sentence.mark(1)) == 0) {
            return sentence;
        }
        List<Stretch> left = pieces(sentence).stream()
                .filter(piece -> changed.share(piece.mark(1)) <= MOST)
                .toList();
        return left.isEmpty() ? sentence.from(sentence.text().length()) : Stretch.ofAll(left);
    }
}
