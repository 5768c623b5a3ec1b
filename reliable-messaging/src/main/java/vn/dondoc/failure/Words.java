package vn.dondoc.failure;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of every module, from its bundles. A key that is in none is a fault of ours, which a test finds. */
final class Words {

    static final Locale VIETNAMESE = Locale.of("vi");
    static final Locale ENGLISH = Locale.ENGLISH;

    /** Never the language of the machine in the place of the one that was asked for. */
    private static final ResourceBundle.Control ONLY_AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private Words() {}

    static String say(Locale language, Text text) {
        String namespace = text.key().substring(0, text.key().indexOf('.'));
        String pattern = ResourceBundle.getBundle("words." + namespace, language, ONLY_AS_ASKED)
                .getString(text.key().substring(namespace.length() + 1));
        Object[] arguments =
                text.arguments().stream().map(it -> said(language, it)).toArray();
        return new MessageFormat(pattern, language).format(arguments);
    }

    /** Days and months as offices write them, in Vietnamese. */
    private static String said(Locale language, Object argument) {
        return switch (argument) {
            case Text inner -> say(language, inner);
            case LocalDate day when language.equals(VIETNAMESE) -> DAY.format(day);
            case YearMonth month when language.equals(VIETNAMESE) -> MONTH.format(month);
            default -> argument.toString();
        };
    }
}
