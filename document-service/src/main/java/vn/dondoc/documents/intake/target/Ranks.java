package vn.dondoc.documents.intake.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.intake.text.Stretch;

/** Places to be reached among others: "thuộc nhóm 10/34", "xếp thứ 5". */
final class Ranks {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern GROUP_OF =
            Pattern.compile("(?:nhóm|top|tốp)\\s+(\\d{1,2})(?:\\s?/\\s?(\\d{2}))?", FLAGS);

    private static final Pattern PLACE =
            Pattern.compile("(?:xếp|vị trí|thứ hạng)(?: thứ| hạng)?\\s+(\\d{1,2})\\s?/\\s?(\\d{2})", FLAGS);
    private static final Pattern SPEAKS_OF_RANKS = Pattern.compile("xếp|thứ hạng|nhóm|vị trí|top|tốp", FLAGS);

    /** From where on a text speaks of a rank; what stands before may be a score. */
    static final Pattern BEGIN =
            Pattern.compile(",? (?:và )?(?:xếp|thuộc|đứng|nằm|vào|nhóm|vị trí|thứ hạng|top|tốp)(?![\\p{L}])", FLAGS);

    private Ranks() {}

    /** Each index that a text wants among the first; none if it speaks of no rank. */
    static List<Target> of(String path, Stretch piece, @Nullable String year) {
        String text = piece.text();
        Matcher rank = GROUP_OF.matcher(text);
        boolean ranked = SPEAKS_OF_RANKS.matcher(text).find() && rank.find();
        if (!ranked) {
            Matcher place = PLACE.matcher(text);
            if (!place.find()) {
                return List.of();
            }
            rank = place;
        }
        List<Target> found = new ArrayList<>();
        Integer of = rank.group(2) == null ? null : Integer.valueOf(rank.group(2));
        String before = TargetNames.of(text.substring(0, rank.start())
                .replaceFirst("(?iu)(?:xếp|nằm|thuộc|đứng|duy trì|vào|trong|đạt|,| ){1,200}$", ""));
        Map<String, String> named = Indices.in(text.substring(0, rank.start()));
        if (named.isEmpty() && before.length() < 25) {
            named = Indices.in(text.substring(rank.end()));
        }
        if (named.isEmpty()) {
            named = Map.of("", before);
        }
        for (Map.Entry<String, String> index : named.entrySet()) {
            if (!index.getValue().isBlank()) {
                found.add(new Target(
                        path,
                        index.getValue(),
                        "<=",
                        Targets.number(rank.group(1)),
                        null,
                        null,
                        "hạng",
                        year,
                        null,
                        null,
                        of,
                        index.getKey().isEmpty() ? null : index.getKey(),
                        Targets.period(text),
                        text,
                        piece.mark(0.85)));
            }
        }
        return found;
    }
}
