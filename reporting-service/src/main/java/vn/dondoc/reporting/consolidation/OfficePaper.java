package vn.dondoc.reporting.consolidation;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/**
 * A paper laid out as Nghị định 30/2020/NĐ-CP, annex I, wants it: A4, Times New Roman 14, margins of 20, 30, 20 and 15 mm,
 * nation and motto, page numbers in the middle of the upper margin but on the first page.
 */
final class OfficePaper {

    private static final String FONT = "Times New Roman";
    private static final int BODY = 14;
    private static final int SMALL = 12;
    private static final int TINY = 11;

    /** Twentieths of a point to a millimetre. */
    private static final double TWIPS = 1440 / 25.4;

    private static final int TEXT_WIDTH = twips(210 - 30 - 15);

    private final XWPFDocument document;

    OfficePaper(XWPFDocument document) {
        this.document = document;
        CTSectPr page = document.getDocument().getBody().addNewSectPr();
        var size = page.addNewPgSz();
        size.setW(BigInteger.valueOf(twips(210)));
        size.setH(BigInteger.valueOf(twips(297)));
        var margins = page.addNewPgMar();
        margins.setTop(BigInteger.valueOf(twips(20)));
        margins.setBottom(BigInteger.valueOf(twips(20)));
        margins.setLeft(BigInteger.valueOf(twips(30)));
        margins.setRight(BigInteger.valueOf(twips(15)));
        margins.setHeader(BigInteger.valueOf(twips(10)));
        page.addNewTitlePg();
        XWPFParagraph number = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        number.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private static int twips(double millimetres) {
        return (int) Math.round(millimetres * TWIPS);
    }

    /** Bodies and number at the left, nation, motto, place and date at the right. */
    void head(Frame frame) {
        XWPFTableRow row = frameTable();
        XWPFTableCell left = row.getCell(0);
        XWPFTableCell right = row.getCell(1);
        XWPFParagraph first = left.getParagraphs().getFirst();
        if (frame.superior() != null) {
            run(centre(first), frame.superior().toUpperCase(Locale.ROOT), SMALL, false);
            first = left.addParagraph();
        }
        run(centre(first), frame.issuer().toUpperCase(Locale.ROOT), SMALL, true).setUnderline(UnderlinePatterns.SINGLE);
        String number = frame.number() == null ? "        /BC" : frame.number();
        run(centre(left.addParagraph()), "Số: " + number, 13, false);
        run(centre(right.getParagraphs().getFirst()), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", SMALL, true);
        run(centre(right.addParagraph()), "Độc lập - Tự do - Hạnh phúc", 13, true)
                .setUnderline(UnderlinePatterns.SINGLE);
        String date = "%s, ngày %02d tháng %02d năm %d"
                .formatted(
                        frame.place(),
                        frame.date().getDayOfMonth(),
                        frame.date().getMonthValue(),
                        frame.date().getYear());
        run(centre(right.addParagraph()), date, 13, false).setItalic(true);
    }

    void title(String kind, String about) {
        centred("", false);
        centred(kind, true);
        centred(about, true);
        centred("", false);
    }

    void heading(String text) {
        run(spaced(document.createParagraph()), text, BODY, true);
    }

    void text(String text) {
        XWPFParagraph paragraph = spaced(document.createParagraph());
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setFirstLineIndent(twips(10));
        run(paragraph, text, BODY, false);
    }

    void centred(String text, boolean bold) {
        run(centre(document.createParagraph()), text, BODY, bold);
    }

    void note(String text) {
        run(document.createParagraph(), text, TINY, false).setItalic(true);
    }

    void newPage() {
        document.createParagraph().createRun().addBreak(BreakType.PAGE);
    }

    /**
     * A table with a heading row that is repeated on every page.
     *
     * @param widths in hundredths of the text's width
     */
    void table(List<String> head, int[] widths, List<List<String>> rows) {
        XWPFTable table = document.createTable(rows.size() + 1, head.size());
        table.setWidth(TEXT_WIDTH);
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setCellMargins(twips(0.5), twips(0.7), twips(0.5), twips(0.7));
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.getRow(0).setRepeatHeader(true);
        fill(table.getRow(0), head, widths, true);
        for (int i = 0; i < rows.size(); i++) {
            table.getRow(i + 1).setCantSplitRow(true);
            fill(table.getRow(i + 1), rows.get(i), widths, false);
        }
    }

    private static void fill(XWPFTableRow row, List<String> cells, int[] widths, boolean head) {
        for (int i = 0; i < cells.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            width(cell, TEXT_WIDTH * widths[i] / 100);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            if (head || i != 1) {
                centre(paragraph);
            }
            String[] lines = cells.get(i).split("\n", -1);
            XWPFRun run = run(paragraph, lines[0], TINY, head);
            for (int line = 1; line < lines.length; line++) {
                run.addBreak();
                run.setText(lines[line]);
            }
        }
    }

    /** Recipients at the left, who signs at the right. */
    void sign(Frame frame) {
        centred("", false);
        XWPFTableRow row = frameTable();
        XWPFTableCell left = row.getCell(0);
        run(left.getParagraphs().getFirst(), "Nơi nhận:", SMALL, true).setItalic(true);
        frame.recipientsOrNone().forEach(it -> run(left.addParagraph(), "- " + it + ";", TINY, false));
        run(left.addParagraph(), "- Lưu: VT.", TINY, false);
        XWPFTableCell right = row.getCell(1);
        run(centre(right.getParagraphs().getFirst()), frame.signerTitle().toUpperCase(Locale.ROOT), BODY, true);
        for (int i = 0; i < 4; i++) {
            right.addParagraph();
        }
        run(centre(right.addParagraph()), frame.signer(), BODY, true);
    }

    /** Two cells beside each other, without lines. */
    private XWPFTableRow frameTable() {
        XWPFTable table = document.createTable(1, 2);
        table.setWidth(TEXT_WIDTH);
        table.removeBorders();
        width(table.getRow(0).getCell(0), TEXT_WIDTH * 42 / 100);
        width(table.getRow(0).getCell(1), TEXT_WIDTH * 58 / 100);
        return table.getRow(0);
    }

    private static void width(XWPFTableCell cell, int twips) {
        var width = cell.getCTTc().addNewTcPr().addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(twips));
    }

    private static XWPFParagraph centre(XWPFParagraph paragraph) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        return paragraph;
    }

    private static XWPFParagraph spaced(XWPFParagraph paragraph) {
        paragraph.setSpacingBefore(120);
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
        return run;
    }
}
