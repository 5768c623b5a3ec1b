package vn.dondoc.documents.format;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import vn.dondoc.failure.Failure;
import vn.dondoc.failure.Text;

/** Why a file is not read, and what its sender can do about it. The title is stable: people and tests look for it. */
public enum Refusal {
    EMPTY,
    TOO_LARGE,
    TOO_MANY_PAGES,
    TOO_MANY_ENTRIES,
    EXPANDS_TOO_FAR,
    TOO_SLOW,
    TOO_DEEP,
    TWO_THINGS_AT_ONCE,
    DAMAGED,
    PATH_TRAVERSAL,
    DECLARES_ENTITIES,
    PDF_ENCRYPTED,
    PDF_WITHOUT_TEXT,
    DOCX_ENCRYPTED,
    DOCX_WITH_MACROS,
    WORD_97,
    SPREADSHEET,
    OTHER_OFFICE_FILE,
    RTF,
    IMAGE,
    ARCHIVE,
    UNKNOWN_XML,
    EDXML_INVALID,
    BASE64_INVALID,
    NOT_TEXT,
    UNKNOWN_ENCODING,
    NO_TEXT;

    private static final Set<Refusal> HOSTILE = EnumSet.of(
            TOO_MANY_ENTRIES,
            EXPANDS_TOO_FAR,
            TOO_SLOW,
            TOO_DEEP,
            TWO_THINGS_AT_ONCE,
            PATH_TRAVERSAL,
            DECLARES_ENTITIES);

    /** The English reason without detail or fix. */
    public String title() {
        return reason().english();
    }

    /** Which of these a failure is. */
    public static Refusal of(Failure.Invalid failure) {
        Text text = failure.fields().getFirst().text();
        return Arrays.stream(values())
                .filter(it -> text.arguments().contains(it.reason()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a refusal: " + text));
    }

    private Text reason() {
        return Text.of(key());
    }

    private String key() {
        return "formats." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Not a wrong file, but one made to harm. */
    boolean isHostile() {
        return HOSTILE.contains(this);
    }

    public Failure.Invalid because() {
        return because("");
    }

    /** @param detail the same in every language: a number, a name, an encoding; empty for none */
    public Failure.Invalid because(String detail) {
        // A hostile name must not travel into answers and logs at full length or with line breaks.
        String clean = detail.replaceAll("\\p{Cntrl}", "?");
        String shown = clean.isEmpty() ? "" : " (" + (clean.length() > 80 ? clean.substring(0, 80) + "…" : clean) + ")";
        return new Failure.Invalid("/file", "formats.refused", reason(), shown, Text.of(key() + ".fix"));
    }

    /** @param limit in bytes */
    Failure.Invalid beyond(long limit) {
        return because(
                limit >= 1 << 20
                        ? String.format(Locale.ROOT, "> %d MB", limit >> 20)
                        : String.format(Locale.ROOT, "> %d B", limit));
    }
}
