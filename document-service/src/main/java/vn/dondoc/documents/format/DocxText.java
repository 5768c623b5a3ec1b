package vn.dondoc.documents.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Word document as it would read on paper: numbers drawn, deletions and hidden text gone, text boxes once. Headers,
 * footers and comments are not text of the document, and are read beside it.
 */
final class DocxText {

    private static final Set<String> WORD = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");
    private static final Pattern BESIDE = Pattern.compile("(?:header|footer|comments)\\d*\\.xml");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final Allowance allowance;
    private final DocxNumbering numbering;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private final Deque<Table> tables = new ArrayDeque<>();
    private final Set<String> notes = new LinkedHashSet<>();
    /** Marks in the stack of tables that what follows stands in a box of its own, not in the cell around it. */
    private final Table textBox = new Table();

    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private final boolean inCell;
        private @Nullable String style;
        private @Nullable String list;
        private @Nullable Integer level;
        private @Nullable String font;
        private boolean hidden;

        Paragraph(boolean inCell) {
            this.inCell = inCell;
        }
    }

    private static final class Table {
        private final List<String> row = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
    }

    private DocxText(DocxNumbering numbering, Allowance allowance) {
        this.numbering = numbering;
        this.allowance = allowance;
    }

    /** What stands in the document, and what stands around it. */
    record Read(String text, String beside) {}

    static Read read(byte[] content, Allowance allowance) {
        ZipParts parts = new ZipParts(content, allowance);
        String main = mainPart(parts, allowance);
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        DocxNumbering numbering =
                new DocxNumbering(parts.read(folder + "numbering.xml"), parts.read(folder + "styles.xml"), allowance);
        DocxText reading = new DocxText(numbering, allowance);
        byte[] body = parts.read(main);
        if (body == null) {
            throw Refusal.DAMAGED.because(main);
        }
        reading.body(new SafeXml(body, allowance));
        reading.appendNotes(parts, folder);
        int end = reading.out.length();
        for (String part : parts.names()) {
            byte[] around = part.startsWith(folder)
                            && BESIDE.matcher(part.substring(folder.length())).matches()
                    ? parts.read(part)
                    : null;
            if (around != null) {
                reading.body(new SafeXml(around, allowance));
            }
        }
        return new Read(
                repaired(reading.out.substring(0, end), allowance), repaired(reading.out.substring(end), allowance));
    }

    private static String repaired(String text, Allowance allowance) {
        return LegacyVietnamese.repair(text, allowance).replace("\u00AD", "");
    }

    /** Tells a Word document from whatever else is packed as zip. */
    private static String mainPart(ZipParts parts, Allowance allowance) {
        if (parts.encrypted()) {
            throw Refusal.ARCHIVE.because("zip, password");
        }
        Set<String> names = parts.names();
        if (names.stream().anyMatch(it -> it.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
            throw Refusal.DOCX_WITH_MACROS.because();
        }
        if (names.stream().anyMatch(it -> it.startsWith("xl/"))) {
            throw Refusal.SPREADSHEET.because(".xlsx");
        }
        if (names.stream().anyMatch(it -> it.startsWith("ppt/"))) {
            throw Refusal.OTHER_OFFICE_FILE.because("PowerPoint");
        }
        if (names.contains("mimetype")) {
            throw Refusal.OTHER_OFFICE_FILE.because("OpenDocument, EPUB");
        }
        byte[] types = parts.read("[Content_Types].xml");
        if (types == null) {
            throw Refusal.ARCHIVE.because("zip");
        }
        if (new String(types, StandardCharsets.UTF_8).contains("macroEnabled")) {
            throw Refusal.DOCX_WITH_MACROS.because();
        }
        byte[] relations = parts.read("_rels/.rels");
        String main = relations == null ? "word/document.xml" : target(new SafeXml(relations, allowance));
        if (!names.contains(main)) {
            throw Refusal.ARCHIVE.because("zip");
        }
        return main;
    }

    private static String target(SafeXml relations) {
        for (SafeXml.Event event = relations.next(); event != SafeXml.Event.DONE; event = relations.next()) {
            if (event == SafeXml.Event.START) {
                String type = relations.attribute("Type");
                String target = relations.attribute("Target");
                if (type != null && target != null && type.endsWith("/officeDocument")) {
                    return target.startsWith("/") ? target.substring(1) : target;
                }
            }
        }
        return "word/document.xml";
    }

    private void body(SafeXml xml) {
        for (SafeXml.Event event = xml.next(); event != SafeXml.Event.DONE; event = xml.next()) {
            switch (event) {
                case START -> start(xml);
                case END -> end(xml);
                case TEXT, DONE -> {
                    // Text outside w:t is the blanks between elements.
                }
            }
        }
    }

    private void start(SafeXml xml) {
        String name = xml.name();
        if (!WORD.contains(xml.namespace())) {
            // Of two renderings of the same drawing only the first is read.
            if (name.equals("Fallback")) {
                xml.skip();
            }
            return;
        }
        switch (name) {
            case "tbl" -> tables.push(new Table());
            case "p" -> paragraphs.push(new Paragraph(!tables.isEmpty() && !inTextBox()));
            case "txbxContent" -> tables.push(textBox);
            case "del", "moveFrom", "instrText", "rPrChange", "pPrChange" -> xml.skip();
            default -> {
                Paragraph paragraph = paragraphs.peek();
                if (paragraph != null) {
                    inParagraph(xml, name, paragraph);
                }
            }
        }
    }

    private boolean inTextBox() {
        return tables.peek() == textBox;
    }

    private void inParagraph(SafeXml xml, String name, Paragraph paragraph) {
        switch (name) {
            case "r" -> {
                paragraph.font = null;
                paragraph.hidden = false;
            }
            case "pStyle" -> paragraph.style = xml.attribute("val");
            case "numId" -> paragraph.list = xml.attribute("val");
            case "ilvl" -> paragraph.level = DocxNumbering.level(xml.attribute("val"));
            case "rFonts" -> paragraph.font = xml.attribute("ascii");
            case "vanish" -> {
                String off = xml.attribute("val");
                paragraph.hidden = !"0".equals(off) && !"false".equals(off);
            }
            case "t" -> {
                String font = paragraph.font;
                boolean hidden = paragraph.hidden;
                String text = xml.elementText();
                if (!hidden) {
                    paragraph.text.append(LegacyVietnamese.inFont(font, text));
                }
            }
            case "tab", "ptab" -> {
                // Inside pPr the same element names a tab stop.
                if (xml.attribute("pos") == null) {
                    paragraph.text.append('\t');
                }
            }
            case "br", "cr" -> paragraph.text.append('\n');
            case "noBreakHyphen" -> paragraph.text.append('-');
            case "softHyphen" -> paragraph.text.append('\u00AD');
            case "footnoteReference", "endnoteReference" -> {
                if (!"1".equals(xml.attribute("customMarkFollows"))) {
                    notes.add(name.substring(0, name.indexOf("Ref")) + ' ' + xml.attribute("id"));
                }
            }
            default -> {
                // Looks, bookmarks and the like carry no text.
            }
        }
    }

    private void end(SafeXml xml) {
        if (!WORD.contains(xml.namespace())) {
            return;
        }
        switch (xml.name()) {
            case "p" -> endParagraph();
            case "tc" -> {
                Table table = tables.peek();
                if (table != null) {
                    table.row.add(table.cell.toString());
                    table.cell.setLength(0);
                }
            }
            case "tr" -> endRow();
            case "tbl", "txbxContent" -> tables.poll();
            default -> {
                // Only paragraphs and tables end a line.
            }
        }
    }

    private void endParagraph() {
        Paragraph paragraph = paragraphs.poll();
        if (paragraph == null) {
            return;
        }
        String number = numbering.next(paragraph.style, new DocxNumbering.Place(paragraph.list, paragraph.level));
        String text = number + paragraph.text;
        allowance.expand(text.length());
        Table table = tables.peek();
        if (paragraph.inCell && table != null) {
            String inner = text.strip();
            table.cell
                    .append(table.cell.isEmpty() || inner.isEmpty() ? "" : "\n")
                    .append(inner);
        } else {
            out.append(text.stripTrailing()).append("\n\n");
        }
    }

    /** A row of a table within a cell belongs to that cell. */
    private void endRow() {
        Table table = tables.poll();
        if (table == null) {
            return;
        }
        Table around = tables.peek();
        if (around != null && around != textBox) {
            String inner = String.join(" ", table.row).strip();
            around.cell.append(around.cell.isEmpty() ? "" : " ").append(inner);
        } else {
            out.append(TableRow.lines(table.row));
        }
        table.row.clear();
        tables.push(table);
    }

    /** Notes follow the document in the order in which it refers to them. */
    private void appendNotes(ZipParts parts, String folder) {
        Map<String, String> texts = new HashMap<>();
        for (String kind : List.of("footnote", "endnote")) {
            byte[] part =
                    notes.stream().anyMatch(it -> it.startsWith(kind)) ? parts.read(folder + kind + "s.xml") : null;
            if (part != null) {
                readNotes(new SafeXml(part, allowance), kind, texts);
            }
        }
        int number = 0;
        for (String note : notes) {
            number++;
            String text = texts.get(note);
            if (text != null && !text.isBlank()) {
                out.append(superscript(number)).append(' ').append(text).append('\n');
            }
        }
    }

    private void readNotes(SafeXml xml, String kind, Map<String, String> texts) {
        int main = out.length();
        String id = "";
        for (SafeXml.Event event = xml.next(); event != SafeXml.Event.DONE; event = xml.next()) {
            boolean note = event != SafeXml.Event.TEXT && xml.name().equals(kind);
            if (event == SafeXml.Event.START && note) {
                id = kind + ' ' + xml.attribute("id");
            } else if (event == SafeXml.Event.START) {
                start(xml);
            } else if (event == SafeXml.Event.END && note) {
                texts.put(id, TableRow.blanks(out.substring(main)));
                out.setLength(main);
            } else if (event == SafeXml.Event.END) {
                end(xml);
            }
        }
    }

    private static String superscript(int number) {
        StringBuilder sign = new StringBuilder();
        Integer.toString(number).chars().forEach(c -> sign.append(SUPERSCRIPTS.charAt(c - '0')));
        return sign.toString();
    }
}
