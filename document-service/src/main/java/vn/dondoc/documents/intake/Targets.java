package vn.dondoc.documents.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Target;

/** Figures to be reached: comparator, value, unit, year and baseline, out of one clause at a time. */
final class Targets {

    private static final String BOUND = "(trên|tối thiểu|ít nhất|không dưới|từ|dưới|không quá|tối đa)?";
    private static final String PERCENT = "(\\d{1,3}(?:[.,]\\d+)?) ?%";
    private static final String LEAD_IN =
            "^(?:[Pp]h[ấâ]n đ[ấầ]u,? |[Hh][àằ]ng năm,? |[Tt]iếp tục |[Đđ]ến năm \\d{4},? )*(?:[Cc]ó |đạt )?";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern CHANGE = Pattern.compile(
            LEAD_IN + "(giảm|tăng) (?:bình quân )?" + BOUND + " ?" + PERCENT
                    + " (.+?) so với (?:năm (\\d{4})|giai đoạn (\\d{4}) ?- ?(\\d{4}))",
            FLAGS);
    private static final Pattern VALUE_FIRST = Pattern.compile(LEAD_IN + BOUND + " ?" + PERCENT + " (.+)$", FLAGS);
    private static final Pattern NAME_FIRST = Pattern.compile(
            LEAD_IN + "(.+?) (?:đạt|là|bằng) " + BOUND + " ?" + PERCENT + "(?: đến (\\d{1,3}(?:[.,]\\d+)?) ?%)?",
            FLAGS);
    private static final Pattern HORIZON = Pattern.compile("[Đđ]ến (?:hết )?năm (\\d{4})");

    private Targets() {}

    /**
     * Reads the targets of one clause.
     *
     * @param path its place; a number is added where it holds several
     * @param year horizon of the section it stands in
     */
    static List<Target> of(String path, String clause, @Nullable String year) {
        List<Target> targets = new ArrayList<>();
        String[] parts = clause.split("(?<=[.;])\\s+");
        for (String part : parts) {
            String text = part.replaceAll("[.;]+$", "").strip();
            String place = parts.length == 1 ? path : path + "." + (targets.size() + 1);
            one(place, text, horizon(text).orElse(year)).ifPresent(targets::add);
        }
        return targets;
    }

    /** The horizon that a heading or clause names. */
    static Optional<String> horizon(String text) {
        Matcher matcher = HORIZON.matcher(text);
        return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Target> one(String path, String text, @Nullable String year) {
        Matcher change = CHANGE.matcher(text);
        if (change.find()) {
            String baseline = change.group(5) != null ? change.group(5) : change.group(6) + "-" + change.group(7);
            String comparator = change.group(1).equalsIgnoreCase("giảm") ? "decrease" : "increase";
            return Optional.of(new Target(
                    path, change.group(4), comparator, number(change.group(3)), null, "%", year, baseline, text));
        }
        Matcher valueFirst = VALUE_FIRST.matcher(text);
        if (valueFirst.find()) {
            return Optional.of(new Target(
                    path,
                    valueFirst.group(3),
                    comparator(valueFirst.group(1)),
                    number(valueFirst.group(2)),
                    null,
                    "%",
                    year,
                    null,
                    text));
        }
        Matcher nameFirst = NAME_FIRST.matcher(text);
        if (nameFirst.find()) {
            String upper = nameFirst.group(4);
            return Optional.of(new Target(
                    path,
                    nameFirst.group(1),
                    upper == null ? comparator(nameFirst.group(2)) : "range",
                    number(nameFirst.group(3)),
                    upper == null ? null : number(upper),
                    "%",
                    year,
                    null,
                    text));
        }
        return Optional.empty();
    }

    private static String comparator(@Nullable String bound) {
        if (bound == null) {
            return "=";
        }
        return switch (bound.toLowerCase(java.util.Locale.ROOT)) {
            case "trên" -> ">";
            case "dưới" -> "<";
            case "không quá", "tối đa" -> "<=";
            default -> ">=";
        };
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
