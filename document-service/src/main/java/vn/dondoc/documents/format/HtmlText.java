package vn.dondoc.documents.format;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** A web page as lines: a block is a line, a table row a line, what is there to steer the page is gone. */
final class HtmlText {

    /** A page of text has about a hundred tags; a tree of more than this would not fit the memory of a small server. */
    private static final int MAX_TAGS = 300_000;

    /** Deeper elements are lifted, not lost; the time of parsing grows with the square of the depth. */
    private static final int MAX_DEPTH = 100;

    private static final int HEAD = 4096;
    private static final Set<String> DROPPED = Set.of(
            "head",
            "script",
            "style",
            "nav",
            "noscript",
            "template",
            "iframe",
            "object",
            "svg",
            "select",
            "button",
            "textarea",
            "title");
    private static final Pattern CHARSET = Pattern.compile(
            "<(?:meta|\\?xml)[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("<!ENTITY", Pattern.CASE_INSENSITIVE);
    private static final Pattern HIDDEN =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all");

    private HtmlText() {}

    static String read(byte[] content, Allowance allowance) {
        int tags = 0;
        for (byte it : content) {
            if (it == '<' && ++tags > MAX_TAGS) {
                throw Refusal.TOO_MANY_ENTRIES.because("HTML > " + MAX_TAGS);
            }
        }
        String html = decode(content);
        String head = html.substring(0, Math.min(HEAD, html.length()));
        if (ENTITY.matcher(head).find()) {
            throw Refusal.DECLARES_ENTITIES.because();
        }
        if (html.indexOf('\0') >= 0) {
            throw Refusal.NOT_TEXT.because("NUL");
        }
        Document page = Jsoup.parse(html, Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        allowance.checkTime();
        Lines lines = new Lines(allowance);
        page.body().traverse(lines);
        return LegacyVietnamese.repair(lines.done(), allowance).replace("\u00AD", "");
    }

    private static String decode(byte[] content) {
        if (PlainText.byteOrderMark(content) != null) {
            return PlainText.decode(content);
        }
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        Matcher declared = CHARSET.matcher(head);
        String name = declared.find() ? declared.group(1).toLowerCase(Locale.ROOT) : "utf-8";
        // Pages say utf-8 or x-user-defined and mean something else often enough: see for oneself.
        if (name.equals("utf-8") || name.equals("utf8") || name.startsWith("x-")) {
            return PlainText.decode(content);
        }
        if (name.equals("windows-1258")) {
            return LegacyVietnamese.from1258(new String(content, Charset.forName("windows-1252")));
        }
        // UTF-16 cannot be what a page says in ASCII; a browser then takes UTF-8.
        if (name.startsWith("utf-16") || name.startsWith("utf-7")) {
            return PlainText.decode(content);
        }
        try {
            // As browsers do: who says Latin-1 means windows-1252.
            String western = name.equals("iso-8859-1") || name.equals("us-ascii") ? "windows-1252" : name;
            return new String(content, Charset.forName(western));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Refusal.UNKNOWN_ENCODING.because(name);
        }
    }

    private static final class Lines implements NodeVisitor {
        private final Allowance allowance;
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private final List<String> row = new ArrayList<>();
        /** The last number given in each list that is open. */
        private final Deque<Integer> lists = new ArrayDeque<>();

        private int tables;
        private int cells;
        private int dropped;

        Lines(Allowance allowance) {
            this.allowance = allowance;
        }

        @Override
        public void head(Node node, int depth) {
            allowance.tick();
            if (node instanceof TextNode text) {
                if (dropped == 0) {
                    allowance.expand(text.getWholeText().length());
                    line.append(text.getWholeText());
                }
                return;
            }
            if (!(node instanceof Element element)) {
                return;
            }
            if (drops(element)) {
                dropped++;
                return;
            }
            switch (element.normalName()) {
                case "table" -> {
                    endLine();
                    tables++;
                }
                case "td", "th" -> {
                    // A cell of a table within a cell belongs to the outer one.
                    if (cells > 0) {
                        line.append(' ');
                    } else if (tables == 1) {
                        line.setLength(0);
                    }
                    cells++;
                }
                case "br", "hr" -> breakLine(element.normalName().equals("br"));
                case "ol", "ul" -> {
                    endLine();
                    lists.push(start(element) - 1);
                }
                case "li" -> {
                    endLine();
                    line.append(bullet(element));
                }
                default -> {
                    if (element.isBlock()) {
                        endLine();
                    }
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            if (drops(element)) {
                dropped--;
                return;
            }
            switch (element.normalName()) {
                case "table" -> tables--;
                case "ol", "ul" -> {
                    endLine();
                    lists.poll();
                }
                case "td", "th" -> {
                    cells--;
                    if (cells == 0 && tables == 1) {
                        row.add(line.toString());
                        line.setLength(0);
                    }
                }
                case "tr" -> {
                    if (tables == 1 && cells == 0) {
                        if (!row.isEmpty() && dropped == 0) {
                            out.append(TableRow.lines(row));
                        }
                        row.clear();
                    }
                }
                default -> {
                    if (element.isBlock()) {
                        endLine();
                    }
                }
            }
        }

        private static boolean drops(Element element) {
            return DROPPED.contains(element.normalName())
                    || element.hasAttr("hidden")
                    || HIDDEN.matcher(element.attr("style")).find();
        }

        /** Numbered lists lose their numbers in the text, as in Word. */
        private String bullet(Element item) {
            Element list = item.parent();
            if (list == null || !list.normalName().equals("ol")) {
                return "- ";
            }
            Integer last = lists.poll();
            int number = last == null ? 1 : last + 1;
            lists.push(number);
            return switch (list.attr("type")) {
                case "a" -> DocxNumbering.format("lowerLetter", number) + ") ";
                case "A" -> DocxNumbering.format("upperLetter", number) + ". ";
                case "i" -> DocxNumbering.format("lowerRoman", number) + ". ";
                case "I" -> DocxNumbering.format("upperRoman", number) + ". ";
                default -> number + ". ";
            };
        }

        private static int start(Element list) {
            String start = list.attr("start");
            return start.matches("\\d{1,4}") ? Integer.parseInt(start) : 1;
        }

        private void breakLine(boolean even) {
            if (cells > 0) {
                line.append('\n');
            } else if (even) {
                out.append(TableRow.blanks(line.toString())).append('\n');
                line.setLength(0);
            } else {
                endLine();
            }
        }

        /** Within a cell the row decides what becomes of its lines. */
        private void endLine() {
            if (cells > 0) {
                line.append('\n');
                return;
            }
            String text = TableRow.blanks(line.toString());
            line.setLength(0);
            if (!text.isEmpty()) {
                out.append(text).append("\n\n");
            }
        }

        String done() {
            endLine();
            return out.toString();
        }
    }
}
