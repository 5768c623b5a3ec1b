package vn.dondoc.documents.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * The text layer of a PDF, by visual line from top to bottom; columns that stand apart are kept apart by three blanks.
 * Nothing is drawn, no script is run, no attachment is opened. PDFBox inflates streams without a limit of its own, so
 * every stream is inflated once here beforehand, into nothing, to learn whether it stays within the allowance.
 */
final class PdfText {

    /** Fewer letters than this on all pages together are stamps and page numbers over a scan. */
    private static final int LEAST_LETTERS = 20;
    /** The text of a document is far smaller than its pictures, which are never inflated for reading. */
    private static final int PICTURES_FACTOR = 10;
    /** What a stream of these older filters can grow to, at worst. */
    private static final int LZW_RATIO = 1_500;

    private static final int RUN_LENGTH_RATIO = 64;
    private static final int TAIL = 2048;
    private static final int DICTIONARY = 2048;

    private static final Pattern ENCRYPT = Pattern.compile("/Encrypt\\s*(?:\\d+\\s+\\d+\\s+R|<<)");
    private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*/Image\\b");

    private PdfText() {}

    static String read(byte[] content, Allowance allowance) {
        String raw = new String(content, StandardCharsets.ISO_8859_1);
        if (raw.lastIndexOf("startxref") < raw.length() - TAIL || !raw.contains("startxref")) {
            throw Refusal.DAMAGED.because("PDF, startxref");
        }
        if (ENCRYPT.matcher(raw).find()) {
            throw Refusal.PDF_ENCRYPTED.because();
        }
        inflateIntoNothing(raw, content, allowance);
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw Refusal.PDF_ENCRYPTED.because();
            }
            if (document.getNumberOfPages() > allowance.limits().maxPages()) {
                throw Refusal.TOO_MANY_PAGES.because(
                        document.getNumberOfPages() + " > " + allowance.limits().maxPages());
            }
            refuseMissingPages(document);
            refuseOtherBombs(document, allowance);
            String text = new Lines(allowance).getText(document);
            if (text.chars()
                            .filter(Character::isLetterOrDigit)
                            .limit(LEAST_LETTERS)
                            .count()
                    < LEAST_LETTERS) {
                throw Refusal.PDF_WITHOUT_TEXT.because();
            }
            return LegacyVietnamese.repair(text, allowance).replace("\u00AD", "");
        } catch (InvalidPasswordException e) {
            throw Refusal.PDF_ENCRYPTED.because();
        } catch (IOException e) {
            throw Refusal.DAMAGED.because("PDF");
        }
    }

    /** PDFBox skips a page that it cannot parse; a directive without one of its pages must not pass for whole. */
    private static void refuseMissingPages(PDDocument document) {
        int found = 0;
        for (PDPage page : document.getPages()) {
            found += page == null ? 0 : 1;
        }
        if (found != document.getNumberOfPages()) {
            throw Refusal.DAMAGED.because("PDF, " + found + "/" + document.getNumberOfPages());
        }
    }

    private static void inflateIntoNothing(String raw, byte[] content, Allowance allowance) {
        long limit = allowance.limits().maxExpandedBytes();
        long text = 0;
        long pictures = 0;
        for (int at = raw.indexOf("stream"); at >= 0; at = raw.indexOf("stream", at + 6)) {
            if (at >= 3 && raw.startsWith("end", at - 3)) {
                continue;
            }
            allowance.checkTime();
            int start = at + 6;
            while (start < content.length && (content[start] == '\r' || content[start] == '\n')) {
                start++;
            }
            String dictionary = raw.substring(Math.max(0, at - DICTIONARY), at);
            dictionary = dictionary.substring(dictionary.lastIndexOf(" obj") + 1);
            long size = inflatedSize(content, start, limit, allowance);
            if (PICTURE.matcher(dictionary).find()) {
                pictures += size;
            } else {
                text += size;
            }
            if (size > limit || text > limit || pictures > PICTURES_FACTOR * limit) {
                throw Refusal.EXPANDS_TOO_FAR.beyond(limit);
            }
        }
    }

    /** How far zlib data expands, looking through two layers of it; 0 for anything else. */
    private static long inflatedSize(byte[] content, int start, long limit, Allowance allowance) {
        if (start + 2 > content.length || !isZlib(content[start], content[start + 1])) {
            return 0;
        }
        Inflater outer = new Inflater();
        Inflater inner = null;
        byte[] chunk = new byte[1 << 16];
        byte[] deeper = new byte[1 << 16];
        long total = 0;
        try {
            outer.setInput(content, start, content.length - start);
            boolean first = true;
            int step = outer.inflate(chunk);
            while (step > 0) {
                total += step;
                // A stream may be deflated twice: a thousand times a thousand.
                if (first && step >= 2 && isZlib(chunk[0], chunk[1])) {
                    inner = new Inflater();
                }
                first = false;
                if (inner != null) {
                    inner.setInput(chunk, 0, step);
                    for (int more = inner.inflate(deeper); more > 0 && total <= limit; more = inner.inflate(deeper)) {
                        total += more;
                    }
                }
                if (total > limit) {
                    return total;
                }
                allowance.tick();
                step = outer.inflate(chunk);
            }
        } catch (DataFormatException e) {
            // Not zlib after all, or broken: PDFBox stops at the same byte.
            return total;
        } finally {
            outer.end();
            if (inner != null) {
                inner.end();
            }
        }
        return total;
    }

    private static boolean isZlib(byte first, byte second) {
        return (first & 0x0F) == 8 && ((first & 0xFF) << 8 | (second & 0xFF)) % 31 == 0;
    }

    /** Filters other than Flate are judged by the worst they can do. */
    private static void refuseOtherBombs(PDDocument document, Allowance allowance) throws IOException {
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            allowance.tick();
            COSObject object = document.getDocument().getObjectFromPool(key);
            if (!(object.getObject() instanceof COSStream stream) || isPicture(stream)) {
                continue;
            }
            String filters = String.valueOf(stream.getFilters());
            long length = stream.getLength();
            long worst = filters.contains("LZW")
                    ? length * LZW_RATIO
                    : filters.contains("RunLength") || filters.contains("{RL}") ? length * RUN_LENGTH_RATIO : 0;
            if (worst > allowance.limits().maxExpandedBytes() || layers(filters) > 2) {
                throw Refusal.EXPANDS_TOO_FAR.beyond(allowance.limits().maxExpandedBytes());
            }
        }
    }

    private static boolean isPicture(COSStream stream) {
        return COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
    }

    private static int layers(String filters) {
        return filters.split("Flate|COSName\\{Fl\\}|LZW|RunLength", -1).length - 1;
    }

    private static final class Lines extends PDFTextStripper {
        /** In widths of a blank: wider gaps separate columns, not words. */
        private static final float COLUMN_GAP = 4f;

        /** A number that a narrow column breaks, unless it is a whole year. */
        private static final Pattern BROKEN_NUMBER = Pattern.compile("(?<!\\d)\\d{1,3}$");

        private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        private static final float SMALL = 0.8f;

        private final Allowance allowance;
        private float lastEnd = Float.NaN;
        private float lastY = Float.NaN;
        private final PdfRules rules = PdfRules.of(this);

        Lines(Allowance allowance) {
            this.allowance = allowance;
            setSortByPosition(true);
            setLineSeparator("\n");
            setPageStart("");
            setPageEnd("\n");
            setArticleStart("");
            setArticleEnd("");
            setParagraphStart("");
            setParagraphEnd("");
            setAddMoreFormatting(false);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            // A page can call itself a billion times through forms; only here is every step seen.
            allowance.tick();
            super.processOperator(operator, operands);
        }

        @Override
        public void processPage(PDPage page) throws IOException {
            rules.clear();
            super.processPage(page);
        }

        /** What stands in the cells of a ruled table is written row by row; the rest before, between and after. */
        @Override
        protected void writePage() throws IOException {
            List<TextPosition> letters =
                    charactersByArticle.stream().flatMap(List::stream).toList();
            List<PdfRules.Table> tables = rules.tables(letters, allowance);
            if (tables.isEmpty()) {
                super.writePage();
                return;
            }
            float from = Float.NEGATIVE_INFINITY;
            for (PdfRules.Table table : tables) {
                writeBetween(letters, tables, from, table.top());
                for (List<List<TextPosition>> row : table.rows()) {
                    List<String> cells = row.stream().map(this::cell).toList();
                    if (cells.stream().anyMatch(it -> !it.isEmpty())) {
                        output.write(TableRow.lines(cells));
                    }
                }
                from = table.bottom();
            }
            writeBetween(letters, tables, from, Float.POSITIVE_INFINITY);
        }

        private void writeBetween(List<TextPosition> letters, List<PdfRules.Table> tables, float from, float to)
                throws IOException {
            List<TextPosition> rest = letters.stream()
                    .filter(it -> it.getYDirAdj() > from && it.getYDirAdj() - it.getHeightDir() / 2 < to)
                    .filter(it -> tables.stream().noneMatch(table -> table.holds(it)))
                    .toList();
            if (!rest.isEmpty()) {
                charactersByArticle = new ArrayList<>(List.of(new ArrayList<>(rest)));
                super.writePage();
            }
        }

        /** The letters of a cell in lines, its words apart. */
        private String cell(List<TextPosition> letters) {
            List<TextPosition> sorted = new ArrayList<>(letters);
            sorted.sort(Comparator.comparingDouble((TextPosition it) -> Math.round(it.getYDirAdj() / 3))
                    .thenComparingDouble(TextPosition::getXDirAdj));
            StringBuilder text = new StringBuilder();
            @Nullable TextPosition last = null;
            for (TextPosition it : sorted) {
                allowance.tick();
                boolean newLine = last != null && it.getYDirAdj() - last.getYDirAdj() > it.getHeightDir() / 2;
                boolean apart = last != null
                        && it.getXDirAdj() - last.getXDirAdj() - last.getWidthDirAdj() > it.getWidthOfSpace() / 3;
                boolean brokenNumber = newLine && BROKEN_NUMBER.matcher(text).find() && isDigit(it);
                if ((newLine || apart) && !brokenNumber) {
                    text.append(newLine ? '\n' : ' ');
                }
                text.append(it.getUnicode());
                last = it;
            }
            allowance.expand(text.length());
            return text.toString().strip();
        }

        @Override
        protected void writeWordSeparator() {
            // Written with the next word, when the gap is known.
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            allowance.expand(text.length());
            if (!positions.isEmpty()) {
                TextPosition first = positions.getFirst();
                TextPosition last = positions.getLast();
                if (first.getYDirAdj() == lastY || Math.abs(first.getYDirAdj() - lastY) < first.getHeightDir()) {
                    float gap = first.getXDirAdj() - lastEnd;
                    output.write(gap > COLUMN_GAP * first.getWidthOfSpace() ? "   " : " ");
                }
                lastEnd = last.getXDirAdj() + last.getWidthDirAdj();
                lastY = last.getYDirAdj();
            }
            output.write(withNoteMarks(text, positions));
        }

        /** A small raised digit after a word is the mark of a footnote, not a digit of the word. */
        private static String withNoteMarks(String text, List<TextPosition> positions) {
            if (positions.size() != text.length() || positions.size() < 2) {
                return text;
            }
            TextPosition first = positions.getFirst();
            StringBuilder marked = new StringBuilder(text);
            for (int i = 1; i < positions.size(); i++) {
                TextPosition it = positions.get(i);
                boolean raised = it.getFontSizeInPt() < SMALL * first.getFontSizeInPt()
                        && it.getYDirAdj() < first.getYDirAdj() - 1;
                if (raised && isDigit(it)) {
                    marked.setCharAt(i, SUPERSCRIPTS.charAt(text.charAt(i) - '0'));
                }
            }
            return marked.toString();
        }

        private static boolean isDigit(TextPosition letter) {
            String text = letter.getUnicode();
            return text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9';
        }

        @Override
        protected void writeLineSeparator() throws IOException {
            lastY = Float.NaN;
            super.writeLineSeparator();
        }

        @Override
        protected void writePageEnd() throws IOException {
            lastY = Float.NaN;
            allowance.checkTime();
            super.writePageEnd();
        }
    }
}
