package vn.dondoc.documents.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that Word draws before paragraphs and does not store. Reads numbering.xml and the numbering of styles, then
 * counts along with the paragraphs in their order.
 */
final class DocxNumbering {

    private static final int LEVELS = 9;

    private record Level(int start, String format, String pattern, boolean legal) {}

    /** Where a paragraph stands: a list and a level in it. */
    record Place(@Nullable String list, @Nullable Integer level) {}

    private static final class Abstract {
        private final Map<Integer, Level> levels = new HashMap<>();
        /** Unset until the level was first used. */
        private final @Nullable Integer[] counters = new Integer[LEVELS];

        private final Map<String, Integer> levelOfStyle = new HashMap<>();
    }

    private static final class Instance {
        private String abstractId = "";
        private final Map<Integer, Integer> restarts = new HashMap<>();
        private final Map<Integer, Level> overrides = new HashMap<>();
    }

    private record Style(@Nullable String basedOn, Place place) {}

    private final Map<String, Abstract> abstracts = new HashMap<>();
    private final Map<String, Instance> instances = new HashMap<>();
    private final Map<String, Style> styles = new HashMap<>();
    private final Set<String> started = new HashSet<>();

    DocxNumbering(byte @Nullable [] numbering, byte @Nullable [] styles, Allowance allowance) {
        if (numbering != null) {
            readNumbering(new SafeXml(numbering, allowance));
        }
        if (styles != null) {
            readStyles(new SafeXml(styles, allowance));
        }
    }

    private void readNumbering(SafeXml xml) {
        Abstract scheme = null;
        Instance instance = null;
        int level = 0;
        LevelBeingRead reading = null;
        for (SafeXml.Event event = xml.next(); event != SafeXml.Event.DONE; event = xml.next()) {
            if (event == SafeXml.Event.START) {
                String value = xml.attribute("val");
                switch (xml.name()) {
                    case "abstractNum" -> {
                        scheme = new Abstract();
                        instance = null;
                        abstracts.put(text(xml.attribute("abstractNumId")), scheme);
                    }
                    case "num" -> {
                        instance = new Instance();
                        scheme = null;
                        instances.put(text(xml.attribute("numId")), instance);
                    }
                    case "abstractNumId" -> {
                        if (instance != null) {
                            instance.abstractId = text(value);
                        }
                    }
                    case "lvlOverride" -> level = level(xml.attribute("ilvl"));
                    case "startOverride" -> {
                        if (instance != null) {
                            instance.restarts.put(level, integer(value, 1));
                        }
                    }
                    case "lvl" -> {
                        level = level(xml.attribute("ilvl"));
                        reading = new LevelBeingRead();
                    }
                    case "pStyle" -> {
                        if (scheme != null) {
                            scheme.levelOfStyle.put(text(value), level);
                        }
                    }
                    default -> {
                        if (reading != null) {
                            reading.take(xml.name(), value);
                        }
                    }
                }
            } else if (event == SafeXml.Event.END && xml.name().equals("lvl") && reading != null) {
                if (scheme != null) {
                    scheme.levels.put(level, reading.done());
                } else if (instance != null) {
                    instance.overrides.put(level, reading.done());
                }
                reading = null;
            }
        }
    }

    private static final class LevelBeingRead {
        private int start = 1;
        private String format = "decimal";
        private String pattern = "";
        private boolean legal;

        void take(String element, @Nullable String value) {
            switch (element) {
                case "start" -> start = integer(value, 1);
                case "numFmt" -> format = text(value);
                case "lvlText" -> pattern = text(value);
                case "isLgl" -> legal = !"0".equals(value) && !"false".equals(value);
                default -> {
                    // Indents, fonts and alignment do not change the number.
                }
            }
        }

        Level done() {
            return new Level(start, format, pattern, legal);
        }
    }

    private void readStyles(SafeXml xml) {
        String style = "";
        String basedOn = null;
        String list = null;
        Integer level = null;
        for (SafeXml.Event event = xml.next(); event != SafeXml.Event.DONE; event = xml.next()) {
            if (event == SafeXml.Event.START) {
                switch (xml.name()) {
                    case "style" -> {
                        style = text(xml.attribute("styleId"));
                        basedOn = null;
                        list = null;
                        level = null;
                    }
                    case "basedOn" -> basedOn = xml.attribute("val");
                    case "numId" -> list = xml.attribute("val");
                    case "ilvl" -> level = level(xml.attribute("val"));
                    default -> {
                        // Only the numbering of a style is wanted.
                    }
                }
            } else if (event == SafeXml.Event.END && xml.name().equals("style")) {
                styles.put(style, new Style(basedOn, new Place(list, level)));
            }
        }
    }

    /**
     * The number of the next paragraph, which counts it.
     *
     * @param own what the paragraph itself says; its style fills the rest
     * @return with the blank after it; empty for a paragraph without a number
     */
    String next(@Nullable String style, Place own) {
        Place place = resolve(style, own);
        Instance instance = place.list() == null ? null : instances.get(place.list());
        Abstract scheme = instance == null ? null : abstracts.get(instance.abstractId);
        if (instance == null || scheme == null) {
            return "";
        }
        Integer byStyle = style == null ? null : scheme.levelOfStyle.get(style);
        int level = place.level() != null ? place.level() : byStyle != null ? byStyle : 0;
        count(text(place.list()), instance, scheme, level);
        return drawn(instance, scheme, level);
    }

    private Place resolve(@Nullable String style, Place own) {
        String list = own.list();
        Integer level = own.level();
        String name = style;
        // A style can be based on itself in a hostile file.
        for (int i = 0; i < 12 && name != null && (list == null || level == null); i++) {
            Style it = styles.get(name);
            if (it == null) {
                break;
            }
            list = list == null ? it.place().list() : list;
            level = level == null ? it.place().level() : level;
            name = it.basedOn();
        }
        return new Place(list, level);
    }

    /** A list continues the count of every list of its scheme, unless it says where it restarts, once. */
    private void count(String list, Instance instance, Abstract scheme, int level) {
        if (started.add(list)) {
            instance.restarts.forEach((at, value) -> scheme.counters[at] = value - 1);
        }
        for (int i = 0; i < level; i++) {
            if (scheme.counters[i] == null) {
                scheme.counters[i] = start(instance, scheme, i);
            }
        }
        Integer current = scheme.counters[level];
        scheme.counters[level] = current == null ? start(instance, scheme, level) : current + 1;
        for (int i = level + 1; i < LEVELS; i++) {
            scheme.counters[i] = null;
        }
    }

    private static int start(Instance instance, Abstract scheme, int level) {
        Level it = levelOf(instance, scheme, level);
        return it == null ? 1 : it.start();
    }

    private static @Nullable Level levelOf(Instance instance, Abstract scheme, int level) {
        Level override = instance.overrides.get(level);
        return override != null ? override : scheme.levels.get(level);
    }

    private static String drawn(Instance instance, Abstract scheme, int level) {
        Level it = levelOf(instance, scheme, level);
        if (it == null || it.format().equals("none")) {
            return "";
        }
        if (it.format().equals("bullet")) {
            return "- ";
        }
        StringBuilder out = new StringBuilder();
        String pattern = it.pattern();
        for (int i = 0; i < pattern.length(); i++) {
            char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : 0;
            if (pattern.charAt(i) == '%' && next >= '1' && next <= '9') {
                int of = next - '1';
                Level other = levelOf(instance, scheme, of);
                Integer value = scheme.counters[of];
                String format = other == null || it.legal() ? "decimal" : other.format();
                out.append(format(format, value == null ? 1 : value));
                i++;
            } else {
                out.append(pattern.charAt(i));
            }
        }
        return out.isEmpty() ? "" : out.append(' ').toString();
    }

    static String format(String format, int value) {
        return switch (format) {
            case "lowerLetter" -> letters(value);
            case "upperLetter" -> letters(value).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(value).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(value);
            case "decimalZero" -> value < 10 ? "0" + value : Integer.toString(value);
            case "none", "bullet" -> "";
            default -> Integer.toString(value);
        };
    }

    /** After z Word writes aa, bb, cc. */
    private static String letters(int value) {
        if (value < 1 || value > 26 * 20) {
            return Integer.toString(value);
        }
        return String.valueOf((char) ('a' + (value - 1) % 26)).repeat((value - 1) / 26 + 1);
    }

    private static String roman(int value) {
        if (value < 1 || value > 3999) {
            return Integer.toString(value);
        }
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder out = new StringBuilder();
        int rest = value;
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                out.append(signs[i]);
                rest -= values[i];
            }
        }
        return out.toString();
    }

    static int level(@Nullable String value) {
        return Math.clamp(integer(value, 0), 0, LEVELS - 1);
    }

    private static int integer(@Nullable String value, int otherwise) {
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
