package vn.dondoc.documents.intake.head;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.DocumentType;
import vn.dondoc.documents.intake.lexicon.WordList;

/**
 * Types, numbers and symbols in both grammars. State: {@code 4709/UBND-KSTT}, {@code 5158/QĐ-UBND}, {@code
 * 137/2024/QH15} (Nghị định 30/2020/NĐ-CP, Phụ lục III). Party: {@code 05-NQ/TU}, {@code 453-KL/TU} (Hướng dẫn
 * 36-HD/VPTW).
 */
public final class DocumentNumbers {

    private static final String WORD = "[A-ZĐƯ][A-Za-zĐđƯư]*\\d*";
    private static final String PARTY = "\\d{1,5}[A-Za-z]?\\s?[-–]\\s?[A-ZĐ][A-Za-zĐđ]{0,4}\\s?/\\s?" + WORD
            + "(?:\\s?[-–.]\\s?" + WORD + "){0,200}";
    private static final String STATE = "\\d{1,6}[A-Za-z]?\\s?/\\s?(?:\\d{4}\\s?/\\s?)?" + WORD + "(?:\\s?[-–.]\\s?"
            + WORD + "|\\s?&\\s?" + WORD + "){0,200}";

    /** Either grammar. One group. */
    public static final String NUMBER = "(" + PARTY + "|" + STATE + ")(?![\\p{L}\\d])";

    private static final Map<String, DocumentType> SYMBOLS = types("type-symbols.txt");

    /** The longer before the shorter that it ends with. */
    private static final Map<String, DocumentType> WORDS = types("type-words.txt");

    private static final Map<String, String> DEPARTMENTS = WordList.pairs(DocumentNumbers.class, "departments.txt");

    private static Map<String, DocumentType> types(String list) {
        Map<String, DocumentType> types = new LinkedHashMap<>();
        WordList.pairs(DocumentNumbers.class, list)
                .forEach((words, type) -> types.put(words, DocumentType.valueOf(type)));
        return types;
    }

    private static final Pattern TITLE = Pattern.compile(
            "^(" + String.join("|", WORDS.keySet()) + ")(?![\\p{L}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private DocumentNumbers() {}

    /** The department that a symbol names as the one that issues or drafts: {@code HD-SNV}, {@code SNNMT-CCTL}. */
    static @Nullable String departmentOf(@Nullable String symbol) {
        if (symbol == null) {
            return null;
        }
        for (String part : symbol.split("[/.&-]")) {
            String field = DEPARTMENTS.get(part);
            if (field != null) {
                return "Sở " + field;
            }
        }
        return null;
    }

    /** The words that introduce a number, as a regular expression without groups. */
    static String typeWords() {
        return "(?:" + String.join("|", WORDS.keySet()) + ")";
    }

    /** What stands after the running number. */
    static String symbol(String number) {
        return number.replaceFirst("^\\d+[A-Za-z]?[/-](?:\\d{4}/)?", "");
    }

    /** The type that a word says; {@code null} for words that say none. */
    static @Nullable DocumentType typeOfWord(@Nullable String word) {
        return word == null ? null : WORDS.get(word.toLowerCase(Locale.ROOT));
    }

    /** The type that a title in capitals opens with. */
    static @Nullable DocumentType typeOfTitle(String line) {
        Matcher matcher = TITLE.matcher(line);
        return matcher.find() ? WORDS.get(matcher.group(1).toLowerCase(Locale.ROOT)) : null;
    }

    /** The type that a canonical number says by its symbol; a letter if it names a unit that drafted. */
    public static DocumentType typeOfNumber(String number) {
        String symbol = symbol(number);
        boolean party = number.matches("^\\d+[-–].*");
        DocumentType type =
                party && symbol.startsWith("TT/") ? DocumentType.THONG_TRI : SYMBOLS.get(symbol.split("[/.-]")[0]);
        if (type != null) {
            return type;
        }
        if (number.matches(".*/QH\\d+")) {
            return DocumentType.NGHI_QUYET;
        }
        return DocumentType.CONG_VAN;
    }

    /** Whether a token that looks like a number can be one: "24/7" and "3/4" cannot. */
    public static boolean isPlausible(String canonical) {
        return canonical.matches(".*\\p{Lu}{2}.*") || canonical.matches(".*/\\p{Lu}\\p{L}*-\\p{Lu}.*");
    }
}
