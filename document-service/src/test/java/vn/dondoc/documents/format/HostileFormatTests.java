package vn.dondoc.documents.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.documents.format.PaperFiles.docx;
import static vn.dondoc.documents.format.PaperFiles.docxParts;
import static vn.dondoc.documents.format.PaperFiles.p;
import static vn.dondoc.documents.format.PaperFiles.pdf;
import static vn.dondoc.documents.format.PaperFiles.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import vn.dondoc.failure.Failure;

/** Files made to harm, to break, or that are no documents: each refused with its reason, soon and within the memory. */
class HostileFormatTests {

    private static final Duration SOON = Limits.DEFAULT.maxTime();
    private static final String OFFICE = "Quyết định của Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch";

    /** @param reason null when the file is to be read */
    private record Case(String name, byte[] file, Limits limits, Refusal reason) {}

    private final List<Case> cases = new ArrayList<>();

    @Test
    void refusesEachWithItsReasonInBoundedTimeAndPrintsTheTable() {
        broken();
        notDocuments();
        zips();
        xmls();
        pdfs();
        polyglots();
        edxmls();
        StringBuilder table = new StringBuilder("HF file | verdict | reason | ms\nHF --- | --- | --- | ---\n");
        List<String> wrong = new ArrayList<>();
        for (Case it : cases) {
            long before = System.nanoTime();
            String verdict = "read";
            String reason = "";
            Refusal refusal = null;
            try {
                OpenPaper.open(it.name(), it.file(), it.limits());
            } catch (Failure.Invalid e) {
                verdict = "refused";
                refusal = Refusal.of(e);
                assertThat(e.fields().getFirst().pointer()).isEqualTo("/file");
                reason = e.fields().getFirst().text().english();
                reason = reason.substring(0, reason.indexOf(". ") < 0 ? reason.length() : reason.indexOf(". "));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            table.append("HF %s | %s | %s | %d%n".formatted(it.name(), verdict, reason, took.toMillis()));
            if (refusal != it.reason() || took.compareTo(SOON) > 0) {
                wrong.add("%s: expected %s, was %s in %s".formatted(it.name(), it.reason(), refusal, took));
            }
        }
        System.out.println(table);
        assertThat(wrong).isEmpty();
    }

    @Test
    void throwsNothingButARefusalWhateverIsBroken() {
        Random random = new Random(30_2020);
        Map<String, byte[]> stored =
                withPart("word/numbering.xml", PaperFiles.word("numbering", "<w:num w:numId='1'/>"));
        List<byte[]> sound = List.of(
                docx(p(OFFICE)),
                zip(stored),
                pdf(OFFICE, "Nơi nhận"),
                PaperFiles.xml(edxml("Trích yếu", attachment("a.docx", base64(docx(p(OFFICE)))))),
                ("<html><table><tr><td>" + OFFICE + "<ol><li>a</ol></table>").getBytes(UTF_8),
                OFFICE.getBytes(UTF_8));
        int read = 0;
        int refused = 0;
        for (byte[] file : sound) {
            for (int i = 0; i < 300; i++) {
                byte[] broken = i % 3 == 0 ? Arrays.copyOf(file, random.nextInt(1, file.length)) : file.clone();
                for (int j = 0; j < 1 + i % 5; j++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                try {
                    OpenPaper.open("hỏng", broken, Limits.DEFAULT);
                    read++;
                } catch (Failure.Invalid e) {
                    assertThat(Refusal.of(e)).isNotNull();
                    refused++;
                }
            }
        }
        System.out.printf("HF %d files broken at random: %d refused, %d still read%n", read + refused, refused, read);
        assertThat(refused).isGreaterThan(600);
    }

    private void broken() {
        refused("empty file", new byte[0], Refusal.EMPTY);
        refused("larger than the limit", new byte[(20 << 20) + 1], Refusal.TOO_LARGE);
        byte[] sound = docx(p(OFFICE));
        refused("docx cut in half", Arrays.copyOf(sound, sound.length / 2), Refusal.DAMAGED);
        byte[] flipped = sound.clone();
        flipped[indexOf(flipped, "word/document.xml") + 40] ^= 0x55;
        refused("docx with a flipped byte", flipped, Refusal.DAMAGED);
        refused("docx without text", docx("<w:p/>"), Refusal.NO_TEXT);
        byte[] page = pdf(OFFICE);
        refused("pdf cut in half", Arrays.copyOf(page, page.length / 2), Refusal.DAMAGED);
        refused("pdf of 10 bytes", "%PDF-1.7\n%".getBytes(ISO_8859_1), Refusal.DAMAGED);
        refused("text with NUL bytes", "văn\0bản".getBytes(UTF_8), Refusal.NOT_TEXT);
        refused("text with control bytes", "văn\7bản".getBytes(UTF_8), Refusal.NOT_TEXT);
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        refused("random bytes", noise.clone(), Refusal.NOT_TEXT);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (noise[i] | 0x80);
        }
        refused("random high bytes", noise, Refusal.UNKNOWN_ENCODING);
        accepted("text of 20 MB in one line", (OFFICE + " ").repeat(230_000).getBytes(UTF_8));
        accepted("text of 20 MB in 10 million lines", "a\n".repeat(10_000_000).getBytes(UTF_8));
        accepted(
                "TCVN3 text of 20 MB in one line",
                "Céng hßa x· héi chñ nghÜa ".repeat(700_000).getBytes(ISO_8859_1));
        refused("UTF-16 cut inside a letter", new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}, Refusal.DAMAGED);
    }

    private void notDocuments() {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        refused("Word 97 (.doc)", join(ole, new byte[600], "WordDocument".getBytes(UTF_16LE)), Refusal.WORD_97);
        refused("Excel 97 (.xls)", join(ole, new byte[600], "Workbook".getBytes(UTF_16LE)), Refusal.SPREADSHEET);
        refused(
                "docx with a password",
                join(ole, new byte[600], "EncryptedPackage".getBytes(UTF_16LE)),
                Refusal.DOCX_ENCRYPTED);
        refused("RTF", "{\\rtf1\\ansi van ban}".getBytes(ISO_8859_1), Refusal.RTF);
        refused("PNG", join(new byte[] {(byte) 0x89}, "PNG\r\n".getBytes(ISO_8859_1)), Refusal.IMAGE);
        refused("JPEG named .pdf", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0}, Refusal.IMAGE);
        refused("RAR", "Rar!\32\7".getBytes(ISO_8859_1), Refusal.ARCHIVE);
        refused("zip that is no docx", zip(Map.of("a.txt", OFFICE.getBytes(UTF_8))), Refusal.ARCHIVE);
        refused("xlsx", zip(withPart("xl/workbook.xml", PaperFiles.xml("<a/>"))), Refusal.SPREADSHEET);
        refused("odt", zip(Map.of("mimetype", "application/vnd.oasis".getBytes(UTF_8))), Refusal.OTHER_OFFICE_FILE);
        refused("docx with macros", zip(withPart("word/vbaProject.bin", new byte[9])), Refusal.DOCX_WITH_MACROS);
        refused("Word 2003 XML", PaperFiles.xml("<w:wordDocument xmlns:w='x'/>"), Refusal.UNKNOWN_XML);
    }

    private void zips() {
        refused(
                "zip bomb, flat: 150 MB in one part",
                zip(withPart("word/media/a.bin", new byte[150 << 20])),
                Refusal.EXPANDS_TOO_FAR);
        Map<String, byte[]> many = docxParts(p(OFFICE));
        for (int i = 0; i < 30; i++) {
            many.put("word/media/" + i + ".bin", new byte[4 << 20]);
        }
        refused("zip bomb, spread: 30 parts of 4 MB", zip(many), Refusal.EXPANDS_TOO_FAR);
        byte[] bomb = docx("<w:p><w:r><w:t>" + "a".repeat(90 << 20) + "</w:t></w:r></w:p>");
        refused("zip bomb in document.xml: 90 MB of one letter", bomb, Refusal.EXPANDS_TOO_FAR);
        byte[] lying = docx(p("a".repeat(1 << 20)));
        declareSize(lying, "word/document.xml", 1000);
        refused("zip part larger than it declares", lying, Refusal.EXPANDS_TOO_FAR);
        byte[] nested = new byte[1 << 20];
        for (int i = 0; i < 5; i++) {
            nested = zip(Map.of("a.zip", nested));
        }
        refused("zip bomb, nested five times", nested, Refusal.ARCHIVE);
        accepted("docx with a nested zip inside, never opened", zip(withPart("word/embeddings/a.zip", nested)));
        Map<String, byte[]> entries = docxParts(p(OFFICE));
        for (int i = 0; i < 5000; i++) {
            entries.put("word/media/" + i, new byte[0]);
        }
        refused("docx with 5,000 parts", zip(entries), Refusal.TOO_MANY_ENTRIES);
        refused("part named ../../etc/passwd", zip(withPart("../../etc/passwd", new byte[1])), Refusal.PATH_TRAVERSAL);
        refused("part named C:\\Windows\\a", zip(withPart("C:\\Windows\\a", new byte[1])), Refusal.PATH_TRAVERSAL);
        byte[] twice = zip(withPart("word/document.xmm", PaperFiles.word("document", p("khác"))));
        rename(twice, "word/document.xmm", "word/document.xml");
        refused("zip with the same part twice", twice, Refusal.TWO_THINGS_AT_ONCE);
        refused(
                "zip with two parts that differ in case",
                zip(withPart("WORD/Document.xml", new byte[1])),
                Refusal.TWO_THINGS_AT_ONCE);
        byte[] disagreeing = docx(p(OFFICE));
        int local = indexOf(disagreeing, "word/document.xml");
        System.arraycopy("word/documenx.xml".getBytes(UTF_8), 0, disagreeing, local, 17);
        refused("zip whose two directories disagree", disagreeing, Refusal.TWO_THINGS_AT_ONCE);
    }

    private void xmls() {
        String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        laughs.append("]>");
        String doc = "<w:document xmlns:w=\"" + PaperFiles.W + "\"><w:body>" + p("&e;") + "</w:body></w:document>";
        refused("docx with XXE", docxWith(external + doc), Refusal.DECLARES_ENTITIES);
        refused("docx with billion laughs", docxWith(laughs + doc.replace("&e;", "&a29;")), Refusal.DECLARES_ENTITIES);
        refused("docx with an undeclared entity", docxWith(doc), Refusal.DECLARES_ENTITIES);
        String edxml = edxml("&e;", "");
        refused("edXML with XXE", PaperFiles.xml(external + edxml), Refusal.DECLARES_ENTITIES);
        refused(
                "edXML with billion laughs",
                PaperFiles.xml(laughs + edxml.replace("&e;", "&a29;")),
                Refusal.DECLARES_ENTITIES);
        refused(
                "edXML with a remote DTD",
                PaperFiles.xml("<!DOCTYPE edXML SYSTEM \"http://127.0.0.1:9/x.dtd\">" + edxml),
                Refusal.DECLARES_ENTITIES);
        refused(
                "HTML with XXE",
                (external.replace(" x ", " html ") + "<html><p>&e;</p></html>").getBytes(UTF_8),
                Refusal.DECLARES_ENTITIES);
        refused(
                "HTML with billion laughs",
                (laughs.toString().replace("DOCTYPE x", "DOCTYPE html") + "<p>&a29;</p>").getBytes(UTF_8),
                Refusal.DECLARES_ENTITIES);
        String deep = "<w:tbl><w:tr><w:tc>".repeat(100_000);
        refused("docx nested 300,000 deep", docx(deep), Refusal.TOO_DEEP);
        refused(
                "edXML nested 100,000 deep",
                PaperFiles.xml(edxml("x", "").replace("<Subject>", "<a>".repeat(100_000))),
                Refusal.TOO_DEEP);
        accepted("HTML nested 200,000 deep", ("<html>" + "<div>".repeat(200_000) + OFFICE).getBytes(UTF_8));
        accepted("HTML with a list of 250,000 items", ("<ol>" + "<li>a".repeat(250_000)).getBytes(UTF_8));
        accepted(
                "HTML with 20 MB of open comment",
                ("<html><p>" + OFFICE + "<!--" + "-".repeat(20_000_000)).getBytes(UTF_8));
        refused("HTML with 5 million tags", "<p>a".repeat(5_000_000).getBytes(UTF_8), Refusal.TOO_MANY_ENTRIES);
        accepted(
                "HTML tag with a million attributes",
                ("<html><p " + "a b c d ".repeat(250_000) + ">" + OFFICE).getBytes(UTF_8));
        refused(
                "time is up",
                docx(p(OFFICE)),
                new Limits(1 << 20, 9, 99, 1 << 20, Duration.ofNanos(1)),
                Refusal.TOO_SLOW);
    }

    private void pdfs() {
        refused("pdf with a password", encrypted("bí mật"), Refusal.PDF_ENCRYPTED);
        refused("pdf with restricted rights", encrypted(""), Refusal.PDF_ENCRYPTED);
        refused(
                "pdf without a text layer (scan)",
                pdf(document -> document.addPage(new PDPage(PDRectangle.A4))),
                Refusal.PDF_WITHOUT_TEXT);
        refused(
                "pdf of 501 pages",
                pdf(document -> {
                    for (int i = 0; i < 501; i++) {
                        document.addPage(new PDPage());
                    }
                }),
                Refusal.TOO_MANY_PAGES);
        refused("pdf bomb: a page of 150 MB", flateBomb(150, 1), Refusal.EXPANDS_TOO_FAR);
        refused("pdf bomb, deflated twice", flateBomb(150, 2), Refusal.EXPANDS_TOO_FAR);
        refused("pdf bomb labelled as a picture", relabelled(flateBomb(150, 1)), Refusal.EXPANDS_TOO_FAR);
        refused(
                "pdf whose page calls itself 10^9 times",
                formBomb(),
                new Limits(20 << 20, 500, 2000, 100 << 20, Duration.ofSeconds(2)),
                Refusal.TOO_SLOW);
    }

    private void polyglots() {
        byte[] page = pdf(OFFICE);
        byte[] word = docx(p(OFFICE));
        refused("pdf with a zip behind it", join(page, word), Refusal.TWO_THINGS_AT_ONCE);
        refused(
                "pdf with a zip and rubbish behind it",
                join(page, word, "xyz".getBytes(UTF_8)),
                Refusal.TWO_THINGS_AT_ONCE);
        refused("docx with a pdf before it", join("%!x %PDF-1.7\n".getBytes(UTF_8), word), Refusal.TWO_THINGS_AT_ONCE);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("%PDF-1.7 a", new byte[1]);
        parts.putAll(docxParts(p(OFFICE)));
        refused("docx with a pdf header inside", zip(parts), Refusal.TWO_THINGS_AT_ONCE);
        refused(
                "html with a pdf header",
                ("<html><!-- %PDF-1.4 --><p>" + OFFICE).getBytes(UTF_8),
                Refusal.TWO_THINGS_AT_ONCE);
        refused(
                "pdf header on html",
                ("%PDF-1.4\n<html><script>x</script><p>" + OFFICE).getBytes(UTF_8),
                Refusal.TWO_THINGS_AT_ONCE);
        refused("text with a zip behind it", join(OFFICE.getBytes(UTF_8), word), Refusal.TWO_THINGS_AT_ONCE);
        accepted("pdf named .docx", page);
        accepted("docx named .txt", word);
    }

    private void edxmls() {
        refused(
                "edXML with wrong base64",
                PaperFiles.xml(edxml("x", attachment("a.txt", "!!không phải!!"))),
                Refusal.BASE64_INVALID);
        String small = attachment("a.txt", "YQ==");
        refused(
                "edXML with 10,000 attachments",
                PaperFiles.xml(edxml("x", small.repeat(10_000))),
                Refusal.TOO_MANY_ENTRIES);
        refused("edXML without a sender", PaperFiles.xml(edxml("x", "").replace("H41", "")), Refusal.EDXML_INVALID);
        refused(
                "edXML of another namespace",
                PaperFiles.xml(edxml("x", "").replace("QCVN_102_2016", "khac")),
                Refusal.UNKNOWN_XML);
        String carried = attachment("a.bin", base64(zip(Map.of("a", new byte[150 << 20]))));
        refused("edXML with a zip bomb attached", PaperFiles.xml(edxml("x", carried)), Refusal.EXPANDS_TOO_FAR);
        String inner = attachment("a.edxml", base64(PaperFiles.xml(edxml("trong", ""))));
        refused("edXML in edXML", PaperFiles.xml(edxml("ngoài", inner)), Refusal.TOO_DEEP);
        String xxe = attachment(
                "a.docx", base64(docxWith("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>")));
        refused("edXML with an XXE docx attached", PaperFiles.xml(edxml("x", xxe)), Refusal.DECLARES_ENTITIES);
        accepted(
                "edXML with an unreadable attachment",
                PaperFiles.xml(edxml("Trích yếu", attachment("a.png", base64("\u0089PNG".getBytes(ISO_8859_1))))));
        byte[] whole = PaperFiles.xml(edxml("x", small));
        refused("edXML cut in half", Arrays.copyOf(whole, whole.length / 2), Refusal.DAMAGED);
    }

    private void refused(String name, byte[] file, Refusal reason) {
        refused(name, file, Limits.DEFAULT, reason);
    }

    private void refused(String name, byte[] file, Limits limits, Refusal reason) {
        cases.add(new Case(name, file, limits, reason));
    }

    private void accepted(String name, byte[] file) {
        cases.add(new Case(name, file, Limits.DEFAULT, null));
    }

    private static String edxml(String subject, String attachments) {
        return "<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"><edXMLEnvelope><edXMLHeader><MessageHeader>"
                + "<From><OrganId>H41</OrganId></From><Subject>" + subject
                + "</Subject></MessageHeader></edXMLHeader></edXMLEnvelope><AttachmentEncoded>" + attachments
                + "</AttachmentEncoded></edXML>";
    }

    private static String attachment(String name, String base64) {
        return "<Attachment><AttachmentName>" + name + "</AttachmentName><ContentTransferEncoded>" + base64
                + "</ContentTransferEncoded></Attachment>";
    }

    private static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }

    private static Map<String, byte[]> withPart(String name, byte[] content) {
        Map<String, byte[]> parts = docxParts(p(OFFICE));
        parts.put(name, content);
        return parts;
    }

    private static byte[] docxWith(String documentXml) {
        Map<String, byte[]> parts = docxParts("");
        parts.put("word/document.xml", PaperFiles.xml(documentXml));
        return zip(parts);
    }

    private static byte[] encrypted(String password) {
        return pdf(document -> {
            PaperFiles.page(document, OFFICE);
            AccessPermission none = new AccessPermission();
            none.setCanExtractContent(false);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("chủ", password, none);
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    private static byte[] flateBomb(int megabytes, int layers) {
        byte[] content = deflate(out -> {
            byte[] chunk = new byte[1 << 20];
            Arrays.fill(chunk, (byte) ' ');
            for (int i = 0; i < megabytes; i++) {
                out.accept(chunk);
            }
            return null;
        });
        byte[] packed = content;
        for (int i = 1; i < layers; i++) {
            packed = deflate(out -> {
                out.accept(content);
                return null;
            });
        }
        byte[] raw = packed;
        return pdf(document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDStream stream = new PDStream(document);
            try (var out = stream.getCOSObject().createRawOutputStream()) {
                out.write(raw);
            }
            org.apache.pdfbox.cos.COSArray filters = new org.apache.pdfbox.cos.COSArray();
            for (int i = 0; i < layers; i++) {
                filters.add(COSName.FLATE_DECODE);
            }
            stream.getCOSObject().setItem(COSName.FILTER, filters);
            stream.getCOSObject().setItem(COSName.SUBTYPE, COSName.getPDFName("Photo"));
            page.setContents(stream);
        });
    }

    private static byte[] relabelled(byte[] bomb) {
        return new String(bomb, ISO_8859_1).replace("/Photo", "/Image").getBytes(ISO_8859_1);
    }

    private interface Sink {
        void accept(byte[] bytes);
    }

    private static byte[] deflate(Function<Sink, Void> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater())) {
            content.apply(chunk -> {
                try {
                    out.write(chunk);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Nine forms, each drawing the next ten times. */
    private static byte[] formBomb() {
        return pdf(document -> {
            PDPage page = PaperFiles.page(document, OFFICE);
            PDFormXObject next = form(document, null);
            for (int i = 0; i < 9; i++) {
                next = form(document, next);
            }
            PDResources resources = page.getResources();
            resources.put(COSName.getPDFName("F"), next);
            PDStream draw = new PDStream(document, new ByteArrayInputStream("/F Do".getBytes(ISO_8859_1)));
            page.setContents(List.of(draw));
        });
    }

    private static PDFormXObject form(PDDocument document, PDFormXObject inner) throws IOException {
        String draw = inner == null ? "q Q" : "/F Do ".repeat(10);
        PDFormXObject form =
                new PDFormXObject(new PDStream(document, new ByteArrayInputStream(draw.getBytes(ISO_8859_1))));
        form.setBBox(PDRectangle.A4);
        form.setResources(new PDResources());
        if (inner != null) {
            form.getResources().put(COSName.getPDFName("F"), inner);
        }
        return form;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, ISO_8859_1).indexOf(text);
    }

    /** In the central directory, which stands behind the content. */
    private static void declareSize(byte[] zip, String name, int size) {
        int at = new String(zip, ISO_8859_1).lastIndexOf(name) - 46;
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 24, size);
    }

    private static void rename(byte[] zip, String from, String to) {
        for (int at = indexOf(zip, from); at >= 0; at = indexOf(zip, from)) {
            System.arraycopy(to.getBytes(ISO_8859_1), 0, zip, at, to.length());
        }
    }
}
