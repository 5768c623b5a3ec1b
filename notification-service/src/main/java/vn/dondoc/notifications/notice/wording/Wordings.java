package vn.dondoc.notifications.notice.wording;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Wording;

/**
 * Puts a notice into words from the templates of {@code notices/vi.properties} and {@code notices/en.properties}: for each
 * kind a subject, a body, and what to do next.
 */
@Component
public class Wordings {

    private static final String NOTHING = "–";
    private static final int LONGEST = 160;

    /** As offices write it. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    public Wordings() {
        for (Language language : Language.values()) {
            words.put(language, Words.read(language));
        }
    }

    /** The texts of one language, by key. */
    private record Words(Map<String, Template> templates, Map<String, String> texts) {

        static Words read(Language language) {
            Properties read = new Properties();
            String file = "/notices/" + language.name().toLowerCase(Locale.ROOT) + ".properties";
            try (InputStream stream = Objects.requireNonNull(Wordings.class.getResourceAsStream(file), file)) {
                read.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            Map<String, Template> templates = new HashMap<>();
            Map<String, String> texts = new HashMap<>();
            // Nothing is escaped here: a channel whose messages are pages escapes what it puts into them.
            Mustache.Compiler compiler = Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true);
            for (String key : read.stringPropertyNames()) {
                texts.put(key, read.getProperty(key));
                templates.put(key, compiler.compile(read.getProperty(key)));
            }
            return new Words(templates, texts);
        }

        String text(String key) {
            return Objects.requireNonNull(texts.get(key), key);
        }

        String filled(String key, Map<String, ?> values) {
            return Objects.requireNonNull(templates.get(key), key)
                    .execute(values)
                    .strip();
        }
    }

    public Wording of(Notice notice, Language language) {
        if (notice.worded() != null) {
            return language == Language.VI
                    ? notice.worded().vietnamese()
                    : notice.worded().english();
        }
        return of(notice.kind(), notice.facts(), notice.recipient(), language);
    }

    /** What a notice of these facts would say to a recipient. */
    public Wording of(Notice.Kind of, Facts facts, String recipient, Language language) {
        Words in = words(language);
        Map<String, Object> values = values(facts, in);
        values.put("own", facts.agency().equals(recipient));
        String kind = of.name();
        String insteadOf = facts.insteadOf();
        String prefix = insteadOf == null ? "" : in.filled("instead", Map.of("agency", insteadOf)) + " ";
        return new Wording(
                prefix + in.filled(kind + ".subject", values),
                in.filled(kind + ".body", values),
                in.filled(kind + ".next", values));
    }

    /** How many notices of a kind there are, such as {@code 9 nhiệm vụ mới}. */
    public String counted(Notice.Kind kind, int count, Language language) {
        return words(language).filled(kind.name() + ".many", Map.of("n", count));
    }

    /** What notices of one directive stand under; of none, what those stand under. */
    public String headed(@Nullable String directiveNumber, Language language) {
        Words in = words(language);
        return directiveNumber == null
                ? in.text("heading.none")
                : in.filled("heading.directive", Map.of("number", directiveNumber));
    }

    /** A text that goes with notices, such as the heading of a mail. */
    public String text(String key, Map<String, ?> values, Language language) {
        return words(language).filled(key, values);
    }

    private Words words(Language language) {
        return Objects.requireNonNull(words.get(language));
    }

    private static Map<String, Object> values(Facts it, Words in) {
        Map<String, Object> values = new HashMap<>();
        values.put("what", shortened(it.what()));
        values.put("source", source(it.origin(), it.directiveNumber(), it.clause(), in));
        values.put("number", Objects.requireNonNullElse(it.directiveNumber(), ""));
        values.put("clauses", Objects.requireNonNullElse(it.clause(), ""));
        values.put("due", due(it, in));
        values.put("days", it.workingDays());
        values.put("plural", plural(it.workingDays()));
        values.put("today", it.workingDays() == 0);
        values.put("agency", it.agencyName());
        values.put("accountable", it.accountable());
        values.put("note", Objects.requireNonNullElse(it.note(), ""));
        values.put("period", Objects.requireNonNullElse(it.period(), ""));
        values.put("to", String.join(", ", it.to()));
        values.put("n", it.to().size());
        values.put("role", it.role() == null ? "" : in.text("role." + it.role()));
        Facts.Digest digest = it.digest();
        if (digest != null) {
            values.put("late", digest.late());
            values.put("soon", digest.soon());
            values.put(
                    "lines", digest.lines().stream().map(line -> line(line, in)).collect(Collectors.joining("\n")));
            int more = digest.late() + digest.soon() - digest.lines().size();
            values.put("more", more);
            values.put("hasMore", more > 0);
        }
        return values;
    }

    private static String line(Facts.Line it, Words in) {
        String days = it.workingDays() > 0 ? "late" : it.workingDays() == 0 ? "today" : "left";
        return in.filled(
                "line." + days,
                Map.of(
                        "agency", it.agencyName(),
                        "what", shortened(it.what()),
                        "source", source(it.origin(), it.directiveNumber(), it.clause(), in),
                        "due", DAY.format(it.dueOn()),
                        "days", Math.abs(it.workingDays()),
                        "plural", plural(Math.abs(it.workingDays()))));
    }

    private static String source(
            Facts.Origin origin, @Nullable String directiveNumber, @Nullable String clause, Words in) {
        return switch (origin) {
            case DIRECTIVE -> {
                String number = directiveNumber == null ? in.text("unnumbered") : directiveNumber;
                yield clause == null ? number : in.filled("clause", Map.of("number", number, "clause", clause));
            }
            case REPORTING_REGIME -> in.text("regime");
            case REQUEST -> in.text("request");
            case NONE -> NOTHING;
        };
    }

    /** For the language that has one. */
    private static String plural(int many) {
        return many == 1 ? "" : "s";
    }

    private static String due(Facts it, Words in) {
        LocalDate day = it.dueOn();
        if (day == null) {
            return Objects.requireNonNullElseGet(it.limitText(), () -> in.text("undated"));
        }
        return (it.dueAt() == null ? "" : it.dueAt() + " ") + DAY.format(day);
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int word = text.lastIndexOf(' ', LONGEST);
        return text.substring(0, word > LONGEST / 2 ? word : LONGEST) + " …";
    }
}
