package vn.dondoc.documents.intake.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.documents.intake.OpenUpload;
import vn.dondoc.documents.intake.VietnameseDocumentReader;
import vn.dondoc.failure.Failure;

/** Marks of secrecy in every spelling that was seen to get in, and words of secrecy that are no marks. */
class SecrecyMarkTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MẬT",
                "Mật",
                "M Ậ T",
                "M  Ậ  T",
                "M   Ậ   T",
                "(MẬT)",
                "[MẬT]",
                "MẬT.",
                "*MẬT*",
                "**MẬT**",
                "«MẬT»",
                "- MẬT -",
                "HỎA TỐC - MẬT",
                "HOẢ TỐC – MẬT",
                "MẬT - HỎA TỐC",
                "KHẨN, MẬT",
                "ĐỘ MẬT : TUYỆT MẬT",
                "Độ mật: Tối mật",
                "ĐỘ MẬT: MẬT",
                "Mức độ mật: Mật",
                "DẤU MẬT: TỐI MẬT",
                "BÍ MẬT NHÀ NƯỚC",
                "TÀI LIỆU MẬT",
                "MẬT - BÍ MẬT NHÀ NƯỚC",
                "MẬT (Bản số: 03)",
                "T U Y Ệ T M Ậ T",
                "TUYET MAT",
                "TỐI MẬT",
                "MAT",
                "M\u200BẬ\u200BT",
                "\uFEFFMẬT\u00AD",
                "\u041CẬТ",
                "ＭẬＴ",
                "M\u0301ẬT\u0323",
                "M\u0336Ậ\u0336T\u0336",
                "MẬT\u00A0\u00A0\u00A0CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Số: 12/UBND-NC MẬT",
                "Số: 12/UBND-NC (MẬT)",
                "| UBND TỈNH | MẬT |",
                "| MẬT | |",
                "UBND TỈNH\tTỐI MẬT"
            })
    void isFoundWhereverItStands(String mark) {
        String head = "UBND TỈNH X\n" + mark + "\nSố: 5/UBND-KT\n\nKính gửi: các sở\n\n1. Sở Y tế báo cáo.\n";
        assertThat(SecrecyMark.in(head)).as("in the head").isPresent();
        String end = "UBND TỈNH X\n\n1. Sở Y tế báo cáo trước ngày 20/12/2026.\n\n" + mark + "\nTM. ỦY BAN NHÂN DÂN\n";
        assertThat(SecrecyMark.in(end)).as("before the signature").isPresent();
        assertThat(SecrecyMark.in(Normalizer.normalize(head, Normalizer.Form.NFD)))
                .as("with letters typed apart")
                .isPresent();
        assertThat(new VietnameseDocumentReader().read(end).head().secrecy()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sở Nội vụ quản lý văn bản mật theo quy định.",
                "V/v tăng cường công tác bảo vệ bí mật nhà nước",
                "QUY CHẾ BẢO VỆ\nBÍ MẬT NHÀ NƯỚC",
                "Danh mục bí mật nhà nước độ Tối mật và Mật do Thủ tướng ban hành",
                "không sao chụp, gửi qua mạng văn bản\nmật.",
                "Các độ mật gồm:\n- tuyệt mật;\n- tối mật;\n- mật",
                "Độ mật: không",
                "| STT | Tên tài liệu | Độ mật |",
                "Mật ong, mật mía",
                "| Sản phẩm | Mật ong |",
                "Mật độ dân số",
                "MẬT ĐỘ XÂY DỰNG",
                "BẢO MẬT THÔNG TIN",
                "Bệnh về mắt: Mắt",
                "| Mat |"
            })
    void wordsOfSecrecyInTheTextAreNone(String text) {
        assertThat(SecrecyMark.in("UBND TỈNH X\n\n" + text + "\n\nKính gửi: các sở\n"))
                .isEmpty();
    }

    @Test
    void isFoundInTheHeaderOfAWordDocument() throws IOException {
        byte[] clean = Files.readAllBytes(Path.of("src/test/resources/papers/ke-hoach.docx"));
        var upload = new OpenUpload();
        assertThat(upload.open("ke-hoach.docx", clean).text()).isNotBlank();
        byte[] marked = withHeader(clean, "TUYỆT MẬT");
        assertThatThrownBy(() -> upload.open("ke-hoach.docx", marked))
                .isInstanceOfSatisfying(
                        Failure.Rejected.class, it -> assertThat(it.code()).isEqualTo("secret-document"));
    }

    private static byte[] withHeader(byte[] docx, String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(docx));
                var to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
            }
            to.putNextEntry(new ZipEntry("word/header9.xml"));
            to.write(("<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>"
                            + text + "</w:t></w:r></w:p></w:hdr>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void saysWhereAndHowStrict() {
        String text = "UBND TỈNH X\n|  | TUYỆT MẬT |\nSố: 5";
        SecrecyMark found = SecrecyMark.in(text).orElseThrow();
        assertThat(found.level()).isEqualTo("TUYET_MAT");
        assertThat(text.substring(found.mark().start(), found.mark().end())).contains("TUYỆT MẬT");
    }
}
