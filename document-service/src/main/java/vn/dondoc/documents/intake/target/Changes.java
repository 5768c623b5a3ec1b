package vn.dondoc.documents.intake.target;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.intake.text.Stretch;

/** Figures to be moved by so much: "giảm ít nhất 30% so với năm 2024". */
final class Changes {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern CHANGE = Pattern.compile(
            "(giảm|tăng)(?: thêm| bình quân| tối thiểu| ít nhất| trên| từ| được| mỗi năm| h[àằ]ng năm| gấp){0,200}? ?"
                    + "(trên|tối thiểu|ít nhất|từ|không quá|bình quân)? ?" + Targets.NUMBER + Targets.UP_TO + "\\s?"
                    + Targets.UNIT,
            FLAGS);

    private static final Pattern CHANGE_OF = Pattern.compile(
            "(?:^|[,;] |phấn đấu )((?:cắt )?giảm|tăng|rút ngắn|tiết kiệm|thu hút thêm) (?=\\p{L})([^,;:\\d%]{4,70}?) ?(ít nhất|tối thiểu|từ|trên|cao hơn|khoảng|thêm)? "
                    + Targets.NUMBER + Targets.UP_TO + "\\s?" + Targets.UNIT,
            FLAGS);

    /** "giảm … còn 3%" names the level to come down to. */
    private static final Pattern LEVEL = Pattern.compile(
            "(?iu)(?:còn|xuống|lên|đạt|bằng|ở mức|không quá|dưới)$|(?:còn|xuống|đạt|lên) (?:dưới|trên|mức)|tỷ lệ [^,]* (?:đạt|là)$|^(?:trưởng|cường|thêm|bình quân|ít nhất|tối thiểu|trên|từ|mỗi năm|hằng năm|hàng năm|gấp)(?![\\p{L}])");

    private static final Pattern BASELINE = Pattern.compile(
            "so với (?:(?:cùng kỳ|thực hiện|ước thực hiện|kế hoạch|cuối|đầu)?\\s?năm (\\d{4})|giai đoạn (\\d{4}) ?[-–] ?(\\d{4})|(?:cùng kỳ|năm trước|năm liền kề|thời điểm|kịch bản)[^,;.]{0,30})",
            FLAGS);

    private Changes() {}

    /** @param goals whether every quantity there is one to be reached */
    static Optional<Target> of(String path, Stretch piece, @Nullable String year, boolean goals) {
        String text = piece.text();
        Matcher named = CHANGE_OF.matcher(text);
        if (named.find() && !LEVEL.matcher(named.group(2)).find()) {
            return Optional.of(changeOf(path, piece, named, year));
        }
        Matcher change = CHANGE.matcher(text);
        if (!change.find()) {
            return Optional.empty();
        }
        String unit = change.group(5);
        Matcher baseline = BASELINE.matcher(text);
        String since = null;
        int nameEnd = text.length();
        if (baseline.find()) {
            since = baseline.group(1) != null
                    ? baseline.group(1)
                    : baseline.group(2) != null ? baseline.group(2) + "-" + baseline.group(3) : null;
            nameEnd = baseline.start();
        }
        String words = change.group().toLowerCase(Locale.ROOT);
        String bound = words.matches(".*(?:ít nhất|tối thiểu|từ ).*")
                ? ">="
                : words.contains("trên") ? ">" : words.contains("không quá") ? "<=" : null;
        if (!goals && !unit.contains("%") && !unit.contains("điểm") && bound == null) {
            return Optional.empty();
        }
        String after =
                change.end() <= nameEnd ? text.substring(change.end(), nameEnd).strip() : "";
        String before = text.substring(0, change.start())
                .replaceFirst(TargetNames.LEAD_IN, "")
                .strip();
        String name = after.length() >= 8 ? after : before.length() >= 4 ? before : after;
        if (!unit.contains("%") && after.length() < 8 && before.length() < 4) {
            name = (unit + " " + after).strip();
        }
        return Optional.of(new Target(
                path,
                TargetNames.trimmed(name),
                change.group(1).equalsIgnoreCase("giảm") ? "decrease" : "increase",
                Targets.number(change.group(3)),
                change.group(4) == null ? null : Targets.number(change.group(4)),
                bound,
                unit,
                year,
                since,
                null,
                null,
                Indices.only(text),
                Targets.period(text),
                text,
                piece.mark(0.9)));
    }

    /** "Giảm tỷ lệ hộ nghèo ít nhất 0,2%": the name stands between the verb and the figure. */
    private static Target changeOf(String path, Stretch piece, Matcher change, @Nullable String year) {
        String text = piece.text();
        Matcher baseline = BASELINE.matcher(text);
        @Nullable String since = baseline.find() ? baseline.group(1) : null;
        String bound = String.valueOf(change.group(3)).toLowerCase(Locale.ROOT);
        return new Target(
                path,
                TargetNames.trimmed(change.group(2)),
                change.group(1).toLowerCase(Locale.ROOT).endsWith("tăng") ? "increase" : "decrease",
                Targets.number(change.group(4)),
                change.group(5) == null ? null : Targets.number(change.group(5)),
                bound.matches("ít nhất|tối thiểu|từ") ? ">=" : bound.matches("trên|cao hơn") ? ">" : null,
                change.group(6),
                year,
                since,
                null,
                null,
                Indices.only(text),
                Targets.period(text),
                text,
                piece.mark(0.85));
    }
}
