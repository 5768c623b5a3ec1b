package vn.dondoc.documents.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.format.Limits;
import vn.dondoc.documents.format.OpenPaper;

/** One plan as an office suite saves it: heading and signature laid out in tables, a footnote, an appendix with rules. */
class OfficeFilesTests {

    private static final Path PAPERS = Path.of("src/test/resources/papers");

    private final VietnameseDocumentReader reader = new VietnameseDocumentReader();

    @ParameterizedTest
    @ValueSource(strings = {"ke-hoach.docx", "ke-hoach.pdf", "ke-hoach.html"})
    void readsHeadSignatureAndTable(String file) throws IOException {
        Reading reading = read(file);

        assertThat(reading.head().number()).isEqualTo("84/KH-UBND");
        assertThat(reading.head().issueDate()).isEqualTo(LocalDate.of(2026, 4, 14));
        assertThat(reading.head().issuer()).isEqualTo("Ủy ban nhân dân tỉnh Quảng Ngãi");
        assertThat(reading.head().subject()).isEqualTo("Nâng cao chất lượng giải quyết thủ tục hành chính năm 2026");
        assertThat(reading.head().signer().name()).isEqualTo("Trần Phước Lành");
        assertThat(reading.head().signer().title()).isEqualTo("PHÓ CHỦ TỊCH");
        assertThat(reading.recipients()).containsExactly("Như trên", "Thường trực Tỉnh ủy (b/c)", "Lưu: VT, KSTTHC");
        assertThat(reading.targets()).hasSize(2);
        assertThat(reading.provisions())
                .extracting(Provision::path)
                .contains("PL.1", "PL.2")
                .hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ke-hoach.docx", "ke-hoach.pdf", "ke-hoach.html"})
    void readsTheRowsOfTheTable(String file) throws IOException {
        Provision first = read(file).provisions().stream()
                .filter(it -> it.path().equals("PL.1"))
                .findFirst()
                .orElseThrow();

        assertThat(first.text())
                .isEqualTo(
                        "Số hóa hồ sơ còn hiệu lực của Sở Xây dựng và các đơn vị trực thuộc trên phần mềm dùng chung");
        assertThat(first.assignees()).containsExactly("Sở Xây dựng");
        assertThat(first.cooperating()).containsExactly("Sở Khoa học và Công nghệ");
        assertThat(first.limit().date()).isEqualTo(LocalDate.of(2026, 9, 30));
    }

    private Reading read(String file) throws IOException {
        byte[] content = Files.readAllBytes(PAPERS.resolve(file));
        return reader.read(OpenPaper.open(file, content, Limits.DEFAULT).text());
    }
}
