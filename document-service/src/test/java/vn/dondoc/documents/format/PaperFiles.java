package vn.dondoc.documents.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Files of every kind, made on the spot. */
final class PaperFiles {

    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private PaperFiles() {}

    interface Writing {
        void to(PDDocument document) throws IOException;
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Map<String, byte[]> docxParts(String body) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", xml("""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="xml" ContentType="application/xml"/></Types>"""));
        parts.put("_rels/.rels", xml("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Target="word/document.xml"
                 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
                </Relationships>"""));
        parts.put("word/document.xml", word("document", "<w:body>" + body + "</w:body>"));
        return parts;
    }

    static byte[] docx(String body) {
        return zip(docxParts(body));
    }

    static byte[] word(String root, String inner) {
        return xml("<w:" + root + " xmlns:w=\"" + W
                + "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">" + inner + "</w:" + root
                + ">");
    }

    static byte[] xml(String xml) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(UTF_8);
    }

    static String p(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    /** A paragraph in a list. */
    static String p(int list, int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list
                + "\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    static byte[] pdf(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            writing.to(document);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One page with each line at its own height. */
    static byte[] pdf(String... lines) {
        return pdf(document -> page(document, lines));
    }

    static PDPage page(PDDocument document, String... lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        PDFont font = font(document);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            float y = 780;
            for (String line : lines) {
                float x = 60;
                // Columns are separated by a bar in the fixture.
                for (String column : line.split("\\|")) {
                    content.beginText();
                    content.setFont(font, 11);
                    content.newLineAtOffset(x, y);
                    content.showText(column);
                    content.endText();
                    x += 260;
                }
                y -= 18;
            }
        }
        return page;
    }

    static PDFont font(PDDocument document) throws IOException {
        try (InputStream ttf =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return PDType0Font.load(document, Objects.requireNonNull(ttf), true);
        }
    }
}
