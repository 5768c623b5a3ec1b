package vn.dondoc.documents.format;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.documents.format.PaperFiles.docx;
import static vn.dondoc.documents.format.PaperFiles.docxParts;
import static vn.dondoc.documents.format.PaperFiles.p;
import static vn.dondoc.documents.format.PaperFiles.word;
import static vn.dondoc.documents.format.PaperFiles.zip;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DocxFormatTests {

    @Test
    void readsParagraphsAsLinesAndJoinsRuns() {
        String body =
                p("CHỈ THỊ") + "<w:p><w:r><w:t xml:space=\"preserve\">Về việc </w:t></w:r><w:r><w:t>cải cách</w:t>"
                        + "<w:br/><w:t>hành chính</w:t></w:r></w:p><w:p/>" + p("Nơi nhận:");
        assertThat(read(docx(body))).isEqualTo("CHỈ THỊ\nVề việc cải cách\nhành chính\nNơi nhận:\n");
    }

    @Test
    void readsATableRowAsOneLine() {
        String body = "<w:tbl><w:tr><w:tc>" + p("Sở Nội vụ") + p("Sở Y tế") + "</w:tc><w:tc/><w:tc>" + p("a|b")
                + "</w:tc></w:tr></w:tbl>" + p("sau bảng");
        assertThat(read(docx(body))).isEqualTo("| Sở Nội vụ Sở Y tế | | a¦b |\nsau bảng\n");
    }

    @Test
    void readsWhatStandsAroundTheTextBesideIt() {
        Map<String, byte[]> parts = docxParts(p("CHỈ THỊ"));
        parts.put("word/header1.xml", word("hdr", p("TỐI MẬT")));
        parts.put("word/footer2.xml", word("ftr", p("trang")));
        parts.put("word/comments.xml", word("comments", "<w:comment w:id=\"1\">" + p("xem lại") + "</w:comment>"));
        Paper paper = OpenPaper.open("chi-thi.docx", zip(parts), Limits.DEFAULT);
        assertThat(paper.text()).isEqualTo("CHỈ THỊ\n\n");
        assertThat(paper.beside()).contains("TỐI MẬT", "trang", "xem lại");
    }

    @Test
    void keepsParagraphsApart() {
        Paper paper = OpenPaper.open("chi-thi.docx", docx(p("CHỈ THỊ") + p("Về việc họp")), Limits.DEFAULT);
        assertThat(paper.text()).isEqualTo("CHỈ THỊ\n\nVề việc họp\n\n");
    }

    @Test
    void readsTheColumnsOfAHeadingOneAfterTheOther() {
        String body = "<w:tbl><w:tr><w:tc>" + p("UBND TỈNH LÀO CAI") + p("Số: 34/CT-UBND") + "</w:tc><w:tc>"
                + p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Lào Cai, ngày 02 tháng 3 năm 2026")
                + "</w:tc></w:tr></w:tbl>";
        assertThat(read(docx(body)))
                .isEqualTo("UBND TỈNH LÀO CAI\nSố: 34/CT-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                        + "Lào Cai, ngày 02 tháng 3 năm 2026\n");
    }

    @Test
    void foldsANestedTableIntoItsCell() {
        String inner = "<w:tbl><w:tr><w:tc>" + p("trong 1") + "</w:tc><w:tc>" + p("trong 2") + "</w:tc></w:tr></w:tbl>";
        String body =
                "<w:tbl><w:tr><w:tc>" + p("ngoài") + inner + "</w:tc><w:tc>" + p("bên") + "</w:tc></w:tr></w:tbl>";
        assertThat(read(docx(body))).isEqualTo("| ngoài trong 1 trong 2 | bên |\n");
    }

    @Test
    void drawsTheNumbersThatWordDoesNotStore() {
        Map<String, byte[]> parts = docxParts(p(1, 0, "Mục tiêu")
                + p(1, 1, "Chung")
                + p(1, 2, "một")
                + p(1, 2, "hai")
                + p(1, 1, "Cụ thể")
                + p(1, 2, "lại một")
                + p(1, 0, "Nhiệm vụ")
                + p(2, 0, "gạch")
                + p("không số")
                + p(1, 1, "Đầu mục II")
                + p(3, 0, "chạy lại")
                + p(4, 1, "hai cấp"));
        parts.put("word/numbering.xml", word("numbering", """
                <w:abstractNum w:abstractNumId="7">
                 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
                 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
                 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
                </w:abstractNum>
                <w:abstractNum w:abstractNumId="8">
                 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>
                </w:abstractNum>
                <w:abstractNum w:abstractNumId="9">
                 <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>
                 <w:lvl w:ilvl="1"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
                </w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
                <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
                <w:num w:numId="3"><w:abstractNumId w:val="7"/>
                 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
                <w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>"""));
        assertThat(read(zip(parts)).lines())
                .containsExactly(
                        "I. Mục tiêu",
                        "1. Chung",
                        "a) một",
                        "b) hai",
                        "2. Cụ thể",
                        "a) lại một",
                        "II. Nhiệm vụ",
                        "- gạch",
                        "không số",
                        "1. Đầu mục II",
                        "I. chạy lại",
                        "3.2. hai cấp");
    }

    @Test
    void takesTheNumberFromTheStyleAndItsBase() {
        Map<String, byte[]> parts = docxParts(styled("Con", "một") + styled("Con", "hai") + styled("Cha", "ba")
                + "<w:p><w:pPr><w:pStyle w:val=\"Con\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
                + "<w:r><w:t>tắt số</w:t></w:r></w:p>");
        parts.put("word/numbering.xml", word("numbering", """
                <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>
                 <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
                <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>"""));
        parts.put("word/styles.xml", word("styles", """
                <w:style w:styleId="Cha"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
                <w:style w:styleId="Con"><w:basedOn w:val="Cha"/></w:style>
                <w:style w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>"""));
        assertThat(read(zip(parts))).isEqualTo("1. một\n2. hai\n3. ba\ntắt số\n");
    }

    @Test
    void putsFootnotesAtTheEnd() {
        Map<String, byte[]> parts = docxParts("<w:p><w:r><w:t>Theo kết luận</w:t></w:r><w:r>"
                + "<w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>, yêu cầu</w:t></w:r></w:p>" + p("cuối"));
        parts.put(
                "word/footnotes.xml",
                word(
                        "footnotes",
                        "<w:footnote w:id=\"0\">" + p("gạch ngăn") + "</w:footnote><w:footnote w:id=\"2\">"
                                + p("Số 453-KL/TU") + "</w:footnote>"));
        assertThat(read(zip(parts))).isEqualTo("Theo kết luận, yêu cầu\ncuối\n¹ Số 453-KL/TU\n");
    }

    @Test
    void leavesOutWhatPaperWouldNotShow() {
        String body = "<w:p><w:r><w:t>giữ</w:t></w:r><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>"
                + "<w:moveFrom><w:r><w:t>dời</w:t></w:r></w:moveFrom><w:ins><w:r><w:t> thêm</w:t></w:r></w:ins>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
                + "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>";
        assertThat(read(docx(body))).isEqualTo("giữ thêm\n");
    }

    @Test
    void readsATextBoxOnce() {
        String box = "<w:txbxContent>" + p("MẬT ĐỘ") + "</w:txbxContent>";
        String body = "<w:tbl><w:tr><w:tc><w:p><w:r><mc:AlternateContent><mc:Choice>" + box
                + "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent>"
                + "<w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        assertThat(read(docx(body))).isEqualTo("MẬT ĐỘ\n| ô |\n");
    }

    @Test
    void convertsRunsInLegacyFonts() {
        String body = "<w:p>" + run(".VnTime", "Céng hßa ") + run(".VnTimeH", "viÖt nam")
                + run("Times New Roman", " ổn") + run("VNI-Times", " haïnh phuùc") + "</w:p>";
        assertThat(read(docx(body))).isEqualTo("Cộng hòa VIỆT NAM ổn hạnh phúc\n");
    }

    @Test
    void convertsLegacyTextWhoseFontIsNotNamed() {
        assertThat(read(docx(p("Chñ tÞch Uû ban nh©n d©n tØnh yªu cÇu c¸c së, ban, ngµnh"))))
                .isEqualTo("Chủ tịch Uỷ ban nhân dân tỉnh yêu cầu các sở, ban, ngành\n");
    }

    private static String run(String font, String text) {
        return "<w:r><w:rPr><w:rFonts w:ascii=\"" + font + "\" w:hAnsi=\"" + font
                + "\"/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String styled(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    /** Without the blank lines that keep paragraphs apart. */
    private static String read(byte[] file) {
        Paper paper = OpenPaper.open("chi-thi.docx", file, Limits.DEFAULT);
        assertThat(paper.format()).isEqualTo(Format.DOCX);
        return paper.text().replaceAll("\n{2,}", "\n");
    }
}
