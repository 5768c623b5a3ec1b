package vn.dondoc.documents.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlFormatTests {

    @Test
    void readsBlocksAsLinesAndDropsWhatSteersThePage() {
        String html = """
                <!DOCTYPE html><html><head><title>Trang</title><style>p{}</style></head><body>
                <nav><a href=x>Trang chủ</a></nav><script>alert('x')</script>
                <h1>CHỈ&nbsp;THỊ</h1><p>Về việc <b>cải cách</b>
                   hành chính<br>tiếp theo</p><div style="display:none">ẩn</div>
                <ul><li>một</li><li>hai</li></ul><ol start="3"><li>ba</li></ol><ol type="a"><li>x</li></ol>
                </body></html>""";
        assertThat(read(html.getBytes(UTF_8)).lines())
                .containsExactly(
                        "CHỈ THỊ", "Về việc cải cách hành chính", "tiếp theo", "- một", "- hai", "3. ba", "a) x");
    }

    @Test
    void readsTableRowsAsPipes() {
        String html = "<table><tr><th>STT</th><th>Nhiệm vụ</th></tr><tr><td>1</td><td><p>Rà soát</p><p>thủ tục</p>"
                + "<table><tr><td>trong</td><td>bảng</td></tr></table></td></tr></table><p>sau</p>";
        assertThat(read(html.getBytes(UTF_8)))
                .isEqualTo("| STT | Nhiệm vụ |\n| 1 | Rà soát thủ tục trong bảng |\nsau\n");
    }

    @Test
    void takesTheEncodingFromMarkOrPageOrFromTheBytes() {
        String page = "<html><head><meta charset='%s'></head><body><p>Ủy ban nhân dân tỉnh</p></body></html>";
        assertThat(read(page.formatted("utf-8").getBytes(UTF_8))).isEqualTo("Ủy ban nhân dân tỉnh\n");
        assertThat(read(("\uFEFF" + page.formatted("x")).getBytes(UTF_16LE))).isEqualTo("Ủy ban nhân dân tỉnh\n");
        byte[] tcvn3 =
                "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\"></head><body><p>Chñ tÞch Uû ban nh©n d©n</p></body></html>"
                        .getBytes(ISO_8859_1);
        assertThat(read(tcvn3)).isEqualTo("Chủ tịch Uỷ ban nhân dân\n");
        byte[] lying = "<html><meta charset=utf-8><p>Chuû tòch UÛy ban nhaân daân tænh quyeát ñònh</p></html>"
                .getBytes(ISO_8859_1);
        assertThat(read(lying)).isEqualTo("Chủ tịch Ủy ban nhân dân tỉnh quyết định\n");
    }

    @Test
    void decodesEntities() {
        assertThat(read("<p>t&#7881;nh &#272;&#x1ED3;ng &amp; &ocirc;</p>".getBytes(UTF_8)))
                .isEqualTo("tỉnh Đồng & ô\n");
    }

    @Test
    void readsXhtml() {
        String page =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>văn bản</p></body></html>";
        assertThat(read(page.getBytes(UTF_8))).isEqualTo("văn bản\n");
    }

    /** Without the blank lines that keep paragraphs apart. */
    private static String read(byte[] file) {
        Paper paper = OpenPaper.open("trang.html", file, Limits.DEFAULT);
        assertThat(paper.format()).isEqualTo(Format.HTML);
        return paper.text().replaceAll("\n{2,}", "\n");
    }
}
