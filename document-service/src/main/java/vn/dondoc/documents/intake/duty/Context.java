package vn.dondoc.documents.intake.duty;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.TimeLimit;
import vn.dondoc.documents.intake.lexicon.Actors;
import vn.dondoc.documents.intake.lexicon.Calls;
import vn.dondoc.documents.intake.lexicon.Verbs;
import vn.dondoc.documents.intake.target.Targets;
import vn.dondoc.documents.intake.text.Outline;
import vn.dondoc.documents.intake.text.Sentences;
import vn.dondoc.documents.intake.time.TimeLimits;

/**
 * What holds for everything under a heading.
 *
 * @param assignees who acts, if it says so
 * @param duties whether what stands there may be a duty
 * @param goals whether it sets goals
 * @param year of the goals
 * @param limit for what has none of its own
 * @param yearly whether days without a year come round there
 */
record Context(
        List<String> assignees,
        List<String> cooperating,
        boolean duties,
        boolean goals,
        @Nullable String year,
        TimeLimit limit,
        boolean yearly) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern NO_DUTIES = Pattern.compile(
            "TÌNH HÌNH|NGUYÊN NHÂN|QUAN ĐIỂM|MỤC TIÊU|CHỈ TIÊU|KẾT QUẢ (?:ĐẠT|THỰC HIỆN|CHỦ YẾU)|HẠN CHẾ|TỒN TẠI|MỤC ĐÍCH|^YÊU CẦU$|^YÊU CẦU CHUNG$|ĐÁNH GIÁ CHUNG|BỐI CẢNH|SỰ CẦN THIẾT|CĂN CỨ PHÁP LÝ|CƠ SỞ PHÁP LÝ|ĐỐI TƯỢNG|PHẠM VI ĐIỀU CHỈNH|THÀNH PHẦN (?:DỰ|THAM DỰ|HỌP)|NHỮNG KẾT QUẢ|ƯU ĐIỂM|^THỜI GIAN,? (?:VÀ )?ĐỊA ĐIỂM|^ĐỊA ĐIỂM",
            FLAGS);

    /** A heading that names duties, within a part that names goals as well. */
    private static final Pattern ASKS_AGAIN =
            Pattern.compile("NHIỆM VỤ|GIẢI PHÁP|TỔ CHỨC THỰC HIỆN|PHÂN CÔNG|TRÁCH NHIỆM", FLAGS);

    private static final int LONGEST_HEADING = 160;

    private static final Pattern GOALS =
            Pattern.compile("MỤC TIÊU|CHỈ TIÊU|^(?:Đến|Trong|Hết) (?:hết )?năm \\d{4}|^Giai đoạn|^Năm \\d{4}", FLAGS);

    private static final Pattern EACH_YEAR = Pattern.compile(
            "^(?:(?:định kỳ )?(?:h[àằ]ng|mỗi) năm(?![\\p{L}])|(?:trước|sau|trong|vào) [^.;:]{2,60} (?:h[àằ]ng|mỗi) năm:$)",
            FLAGS);

    /** "Trách nhiệm của chủ hồ chứa": a heading that names whoever acts under it, whatever they are called. */
    private static final Pattern RESPONSIBILITY = Pattern.compile("^(?:Trách nhiệm|Nhiệm vụ) của (.{4,110}?)[:.]?$");

    private static final Pattern YEAR_OF_GOALS = Pattern.compile("năm (20\\d{2})(?!\\s?[-–])");

    private static final int LONGEST_NAME = 120;

    /** Above all headings. */
    static final Context TOP = new Context(List.of(), List.of(), true, false, null, TimeLimit.NONE, false);

    /** What holds under an item, given what holds above it. */
    Context under(Outline.Item item, TimeLimits limits) {
        String text = item.text().text();
        if (item.children().isEmpty()) {
            return this;
        }
        boolean heads = item.isHeading() || text.endsWith(":");
        boolean asks = heads
                && text.length() < LONGEST_HEADING
                && ASKS_AGAIN.matcher(text).find();
        boolean duties = (this.duties || asks || text.endsWith(":") && Calls.isCall(Sentences.lastSentence(text)))
                && !(heads
                        && text.length() < LONGEST_HEADING
                        && NO_DUTIES.matcher(text).find()
                        && !asks
                        && !Calls.isCall(text));
        boolean goals = this.goals && !(asks && !this.duties)
                || heads
                        && text.length() < LONGEST_HEADING
                        && GOALS.matcher(text).find()
                        && (!this.duties || !duties || text.matches("(?iu).*(?:mục tiêu|chỉ tiêu).*"));
        String year =
                heads ? Targets.horizon(text).or(() -> anyYear(text, goals)).orElse(this.year) : this.year;
        List<String> assignees = this.assignees;
        List<String> cooperating = this.cooperating;
        TimeLimit limit = this.limit;
        if (heads && duties) {
            String last = Sentences.lastSentence(text);
            String lead = Calls.whom(last);
            Actors.Opening opening = Actors.opening(lead);
            if (!opening.isEmpty()) {
                assignees = isNameAlone(item, lead, opening)
                        ? List.of(lead.replaceFirst("[:.;]+$", "").strip())
                        : opening.phrases();
                cooperating = DutyDetails.cooperating(lead.substring(Math.min(opening.length(), lead.length())));
            } else if (text.length() < LONGEST_NAME) {
                Matcher responsible = RESPONSIBILITY.matcher(text);
                assignees = responsible.matches() ? List.of(responsible.group(1)) : assignees;
            }
            if (text.endsWith(":")) {
                TimeLimit named = limits.of(last);
                limit = named.kind() == TimeLimit.Kind.DATE ? named : limit;
            }
        }
        boolean yearly =
                this.yearly || text.endsWith(":") && EACH_YEAR.matcher(text).find();
        return new Context(assignees, cooperating, duties, goals, year, limit, yearly);
    }

    /** A short heading that begins as a name, and goes on without a deed, is a name as a whole. */
    private static boolean isNameAlone(Outline.Item item, String lead, Actors.Opening opening) {
        String rest = lead.substring(Math.min(opening.length(), lead.length()));
        return item.isNumbered()
                && opening.phrases().size() == 1
                && rest.length() > 2
                && lead.length() < LONGEST_NAME
                && !rest.startsWith("(")
                && !Verbs.ends(rest, true)
                && !rest.contains("sau");
    }

    private static Optional<String> anyYear(String text, boolean goals) {
        Matcher year = YEAR_OF_GOALS.matcher(text);
        return goals && text.length() < 120 && year.find() ? Optional.of(year.group(1)) : Optional.empty();
    }
}
