package vn.dondoc.documents.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Citation;

/** The documents that a document names, each once, with the fullest of its mentions. */
final class Citations {

    private static final Pattern NUMBERED = Pattern.compile(
            "(" + DocumentNumbers.typeWords() + ")\\s+số:?\\s*" + DocumentNumbers.NUMBER + "(?:\\s*,?\\s*ngày\\s+"
                    + Dates.DATE + ")?(?:\\s*,?\\s*của\\s+(" + Bodies.ISSUER + "))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DATE_FIRST = Pattern.compile(
            "[Nn]gày\\s+" + Dates.DATE + "\\s*,\\s*(" + Bodies.ISSUER + ")\\s+(?:đã\\s+)?ban hành\\s*$");
    private static final Pattern LAW =
            Pattern.compile("Luật (?!số)[\\p{Lu}]\\p{L}+(?: (?!và\\b|năm\\b|của\\b|được\\b)[\\p{Ll}]\\p{L}*){1,6}");
    private static final Pattern BASIS = Pattern.compile("^(?:Căn cứ|Thực hiện|Trên cơ sở|Theo|Ngày \\d)");

    private Citations() {}

    /** @param own the document's own number, which is no citation */
    static List<Citation> read(List<String> paragraphs, @Nullable String own) {
        Map<String, Citation> found = new LinkedHashMap<>();
        boolean body = false;
        for (String paragraph : paragraphs) {
            body |= paragraph.matches("^(?:1\\.|I\\.) .*");
            String role = !body && BASIS.matcher(paragraph).find() ? "BASIS" : "CITED";
            Matcher matcher = NUMBERED.matcher(paragraph);
            while (matcher.find()) {
                String number = DocumentNumbers.canonical(matcher.group(2));
                if (!number.equals(own) && number.matches(".*[-/].*\\p{Lu}.*")) {
                    Citation citation = numbered(paragraph, matcher, number, role);
                    found.merge(number, citation, Citations::fuller);
                }
            }
            Matcher law = LAW.matcher(paragraph);
            while (law.find()) {
                found.putIfAbsent(law.group(), new Citation(null, "LUAT", null, "Quốc hội", law.group(), role));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static Citation numbered(String paragraph, Matcher matcher, String number, String role) {
        @Nullable
        LocalDate date = matcher.group(3) == null ? null : Dates.at(matcher, 3).orElse(null);
        @Nullable String issuer = matcher.group(6);
        Matcher before = DATE_FIRST.matcher(paragraph.substring(0, matcher.start()));
        if (before.find()) {
            date = date == null ? Dates.at(before, 1).orElse(null) : date;
            issuer = issuer == null ? before.group(4) : issuer;
        }
        return new Citation(
                number,
                DocumentNumbers.typeOf(number, matcher.group(1)),
                date,
                issuer,
                matcher.group().strip(),
                role);
    }

    private static Citation fuller(Citation first, Citation later) {
        return new Citation(
                first.number(),
                first.type(),
                first.date() == null ? later.date() : first.date(),
                first.issuer() == null ? later.issuer() : first.issuer(),
                first.date() == null && later.date() != null ? later.text() : first.text(),
                first.role().equals("BASIS") ? first.role() : later.role());
    }
}
