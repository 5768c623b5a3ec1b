package vn.dondoc.documents.intake.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which clauses of a paper a sentence names, by that paper's own numbering. */
final class Places {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String UNIT =
            "(điểm|tiết|tiểu mục|khoản|mục|phần|chương|điều|phụ lục|gạch đầu dòng(?: thứ)?|(?:nhiệm vụ|số thứ tự|stt|dòng)(?: số| thứ)?)";
    private static final String LABEL = "(\\d{1,2}(?:\\.\\d{1,2}){0,5}[a-z]?|[IVX]{1,5}|[A-Ea-zđ]\\d?)(?![\\p{L}\\d/])";

    /** One, without groups that count. */
    static final String ANY = UNIT.replace("(điểm", "(?:điểm") + " " + LABEL.replace("(\\d", "(?:\\d");

    private static final Pattern FIRST =
            Pattern.compile("(?<![\\p{L}])(?<!thời )(?<!hạng )" + UNIT + " " + LABEL, FLAGS);

    /** "khoản 1, 2 và khoản 3". */
    private static final Pattern MORE = Pattern.compile("^(,| và|, và|;) (?:" + UNIT + " )?" + LABEL, FLAGS);

    private static final Pattern AROUND =
            Pattern.compile("^,? ?(?:của|tại|thuộc|trong|nêu tại)? ?" + UNIT + " " + LABEL, FLAGS);
    private static final Pattern ANNEX = Pattern.compile("(?<![\\p{L}])phụ lục(?! (?:\\d|[IVX]))(?![\\p{L}])", FLAGS);

    /** What stands in one place after the other, from inside outwards. */
    private final List<List<String>> levels = new ArrayList<>();

    private boolean annex;

    private Places() {}

    /**
     * "điểm b khoản 2 Mục III" is III.2.b; "khoản 1 và 2 Điều 3" is Đ3.1 and Đ3.2. None if it names none, or says it in a way that
     * may mean several things: a place that is guessed would be the wrong one.
     */
    static List<String> in(String text) {
        Matcher first = FIRST.matcher(text);
        return first.find() ? new Places().from(first, text) : List.of();
    }

    private List<String> from(Matcher first, String text) {
        String unit = first.group(1);
        level(unit, first.group(2));
        int end = first.end();
        while (true) {
            String rest = text.substring(end);
            Matcher more = MORE.matcher(rest);
            Matcher around = AROUND.matcher(rest);
            boolean goesOn = more.find();
            if (goesOn && (more.group(2) == null || more.group(2).equalsIgnoreCase(unit))) {
                levels.getLast().add(labelled(unit, more.group(3)));
                end += more.end();
            } else if (around.find()) {
                unit = around.group(1);
                level(unit, around.group(2));
                end += around.end();
            } else if (goesOn) {
                return List.of();
            } else {
                break;
            }
        }
        return levels.stream().skip(1).anyMatch(it -> it.size() > 1) ? List.of() : composed(text.substring(end));
    }

    private void level(String unit, String label) {
        annex |= unit.equalsIgnoreCase("phụ lục");
        levels.add(new ArrayList<>(List.of(labelled(unit, label))));
    }

    private static String labelled(String unit, String label) {
        return unit.equalsIgnoreCase("điều") ? "Đ" + label : unit.equalsIgnoreCase("phụ lục") ? "PL" + label : label;
    }

    private List<String> composed(String rest) {
        List<String> outer = new ArrayList<>();
        if (!annex && ANNEX.matcher(rest).find()) {
            outer.add("PL");
        }
        for (int i = levels.size() - 1; i > 0; i--) {
            outer.add(levels.get(i).getFirst());
        }
        List<String> places = new ArrayList<>();
        for (String innermost : levels.getFirst()) {
            List<String> labels = new ArrayList<>(outer);
            labels.add(innermost);
            places.add(joined(labels));
        }
        return places;
    }

    /** "tiểu mục 2.1 mục 2" says its 2 twice. */
    private static String joined(List<String> labels) {
        var place = new StringBuilder();
        for (String label : labels) {
            String above = place.toString();
            String last = above.substring(above.lastIndexOf('.') + 1);
            boolean says = !last.isEmpty() && label.startsWith(last + ".");
            place.append(above.isEmpty() ? "" : ".").append(says ? label.substring(last.length() + 1) : label);
        }
        return place.toString();
    }
}
