package vn.dondoc.documents.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;

class PdfFormatTests {

    @Test
    void readsVisualLinesAndKeepsColumnsApart() {
        String text = read(PaperFiles.pdf(
                "ỦY BAN NHÂN DÂN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
                "TỈNH NGHỆ AN|Độc lập - Tự do",
                "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành"));
        assertThat(text.lines())
                .containsExactly(
                        "ỦY BAN NHÂN DÂN   CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
                        "TỈNH NGHỆ AN   Độc lập - Tự do",
                        "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành");
    }

    @Test
    void joinsPagesWithoutASeparator() {
        byte[] file = PaperFiles.pdf(document -> {
            PaperFiles.page(document, "dòng cuối của trang một");
            PaperFiles.page(document, "dòng đầu của trang hai");
        });
        assertThat(read(file)).isEqualTo("dòng cuối của trang một\ndòng đầu của trang hai\n");
    }

    @Test
    void ignoresScriptsAndAttachments() {
        byte[] file = PaperFiles.pdf(document -> {
            PaperFiles.page(document, "Quyết định về việc phê duyệt kế hoạch");
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile("hai.exe");
            specification.setEmbeddedFile(new PDEmbeddedFile(
                    document, new ByteArrayInputStream("MZ secret".getBytes(StandardCharsets.US_ASCII))));
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("hai.exe", specification));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
        Paper paper = OpenPaper.open("a.pdf", file, Limits.DEFAULT);
        assertThat(paper.text()).isEqualToIgnoringWhitespace("Quyết định về việc phê duyệt kế hoạch");
        assertThat(paper.attachments()).isEmpty();
    }

    @Test
    void convertsLegacyText() {
        assertThat(read(PaperFiles.pdf("Chñ tÞch Uû ban nh©n d©n tØnh yªu cÇu c¸c së, ban, ngµnh")))
                .isEqualToIgnoringWhitespace("Chủ tịch Uỷ ban nhân dân tỉnh yêu cầu các sở, ban, ngành");
    }

    private static String read(byte[] file) {
        Paper paper = OpenPaper.open("van-ban.pdf", file, Limits.DEFAULT);
        assertThat(paper.format()).isEqualTo(Format.PDF);
        return paper.text();
    }
}
