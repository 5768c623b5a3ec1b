package vn.dondoc.documents.format.edxml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.documents.format.Attachment;
import vn.dondoc.documents.format.Format;
import vn.dondoc.documents.format.Limits;
import vn.dondoc.documents.format.OpenPaper;
import vn.dondoc.documents.format.Paper;
import vn.dondoc.documents.format.Refusal;
import vn.dondoc.failure.Failure;

class EdxmlTests {

    private static final DocumentId ID = new DocumentId("000.00.00.H41", LocalDate.of(2024, 11, 4), "34", "CT-UBND");

    private static final EdxmlMessage MESSAGE = new EdxmlMessage(
            new Organization(
                    "000.00.00.H41",
                    "Chính phủ",
                    "UBND tỉnh <Mẫu> & Co",
                    "1 Đường A",
                    "a@b.vn",
                    "0238",
                    "0239",
                    "https://c.vn"),
            List.of(Organization.of("H41.05", "Sở Nội vụ"), Organization.of("H41.06", "Sở Tài chính")),
            new EdxmlMessage.Code("34", "CT-UBND"),
            "Vinh",
            LocalDate.of(2024, 11, 4),
            new EdxmlMessage.DocumentType("3", "Chỉ thị", "0"),
            "Về cải cách hành chính",
            "Nội dung tóm tắt",
            new EdxmlMessage.Signer("TM.", "Chủ tịch", "Nguyễn Văn A"),
            LocalDate.of(2024, 12, 15),
            List.of("Như trên", "Lưu: VT"),
            new EdxmlMessage.OtherInfo(Priority.VERY_URGENT, "Liên thông", "TVC", 5, 12, List.of("Phụ lục I")),
            List.of(new EdxmlMessage.ResponseFor("000.00.00.G22", "7816/VPCP-TTĐT", LocalDate.of(2015, 9, 30), ID)),
            SteeringType.STEERING,
            ID,
            BussinessDocType.REPLACE,
            "Thay thế bản gửi nhầm",
            List.of(new EdxmlMessage.Trace("000.00.00.H41", LocalDateTime.of(2024, 11, 4, 15, 30, 5))));

    private static final Attachment TEXT =
            new Attachment("chi-thi.txt", "text/plain", "CHỈ THỊ\nVề việc cải cách".getBytes(UTF_8));

    @Test
    void bringsAMessageBackWhole() {
        Attachment picture = new Attachment("dau.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
        Paper paper = open(EdxmlWriter.write(MESSAGE, List.of(picture, TEXT)));
        assertThat(paper.format()).isEqualTo(Format.EDXML);
        assertThat(paper.edxml()).isEqualTo(MESSAGE);
        assertThat(paper.text()).isEqualTo("CHỈ THỊ\nVề việc cải cách");
        assertThat(paper.attachments()).extracting(Attachment::name).containsExactly("dau.png", "chi-thi.txt");
        assertThat(paper.attachments().getFirst().content()).isEqualTo(picture.content());
    }

    @Test
    void readsTheOtherAttachmentsBesideTheFirst() {
        Attachment second = new Attachment("phu-luc.txt", "text/plain", "MẬT\nPHỤ LỤC".getBytes(UTF_8));
        Paper paper = open(EdxmlWriter.write(MESSAGE, List.of(TEXT, second)));
        assertThat(paper.text()).isEqualTo("CHỈ THỊ\nVề việc cải cách");
        assertThat(paper.beside()).contains("MẬT\nPHỤ LỤC").contains(MESSAGE.subject());
    }

    @Test
    void writesTheSameBytesForTheSameMessage() {
        assertThat(EdxmlWriter.write(MESSAGE, List.of(TEXT))).isEqualTo(EdxmlWriter.write(MESSAGE, List.of(TEXT)));
    }

    @Test
    void fallsBackToSubjectAndContentWhenNoAttachmentCanBeRead() {
        assertThat(open(EdxmlWriter.write(MESSAGE, List.of())).text())
                .isEqualTo("Về cải cách hành chính\nNội dung tóm tắt");
    }

    @Test
    void unwrapsAnAttachmentThatWasZippedOnTheWay() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("chi-thi.txt"));
            zip.write(TEXT.content());
        }
        Paper paper = open(EdxmlWriter.write(
                MESSAGE, List.of(new Attachment("chi-thi.txt", "application/zip", out.toByteArray()))));
        assertThat(paper.text()).startsWith("CHỈ THỊ");
        assertThat(paper.attachments().getFirst().content()).isEqualTo(TEXT.content());
    }

    @Test
    void readsOtherProgramsPrefixesGapsAndDates() {
        String xml = """
                <?xml version="1.0" encoding="utf-8"?>
                <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">
                 <e:edXMLEnvelope xmlns:e="http://www.mic.gov.vn/TBT/QCVN_102_2016"><e:edXMLHeader><e:MessageHeader>
                  <e:From><e:OrganId>H41</e:OrganId></e:From>
                  <e:Code><e:CodeNumber>12</e:CodeNumber></e:Code>
                  <e:PromulgationInfo><e:PromulgationDate>05/03/2024</e:PromulgationDate></e:PromulgationInfo>
                  <e:Subject>V/v họp</e:Subject><e:SteeringType>0</e:SteeringType>
                  <e:DueDate>sớm</e:DueDate><e:DocumentId>5f0c9a</e:DocumentId>
                 </e:MessageHeader></e:edXMLHeader></e:edXMLEnvelope>
                 <AttachmentEncoded xmlns=""><Attachment><AttachmentName>..\\..\\a/../ghi chú.txt</AttachmentName>
                  <ContentTransferEncoded>
                   %s
                  </ContentTransferEncoded></Attachment></AttachmentEncoded>
                </edXML>""".formatted(Base64.getMimeEncoder().encodeToString("văn bản đính kèm".getBytes(UTF_8)));
        Paper paper = open(xml.getBytes(UTF_8));
        EdxmlMessage message = paper.edxml();
        assertThat(paper.text()).isEqualTo("văn bản đính kèm");
        assertThat(paper.attachments().getFirst().name()).isEqualTo("ghi chú.txt");
        assertThat(message.promulgationDate()).isEqualTo(LocalDate.of(2024, 3, 5));
        assertThat(message.dueDate()).isNull();
        assertThat(message.documentId()).isNull();
        assertThat(message.steeringType()).isEqualTo(SteeringType.UNSAID);
        assertThat(message.code()).isEqualTo(new EdxmlMessage.Code("12", null));
    }

    @ParameterizedTest
    @EnumSource(ReceiptStatus.class)
    void bringsEveryStatusBack(ReceiptStatus status) {
        StatusMessage sent = new StatusMessage(
                new EdxmlMessage.ResponseFor("000.00.00.H41", "34/CT-UBND", LocalDate.of(2024, 11, 4), ID),
                Organization.of("H41.05", "Sở Nội vụ"),
                status,
                "Đã nhận, \"chờ\" <phân công>",
                LocalDateTime.of(2024, 11, 5, 7, 59, 59),
                new StatusMessage.Staff("Văn thư", "Trần Thị B", null, "b@c.vn"));
        assertThat(StatusMessage.read(EdxmlWriter.write(sent), Limits.DEFAULT)).isEqualTo(sent);
    }

    @Test
    void knowsTheCodesOfTheStandard() {
        assertThat(ReceiptStatus.values())
                .extracting(ReceiptStatus::code)
                .containsExactly("01", "02", "03", "04", "05", "06", "13", "15", "16");
        assertThat(ReceiptStatus.of("3")).contains(ReceiptStatus.ACCEPTED);
        assertThat(ReceiptStatus.of("14")).isEmpty();
    }

    @Test
    void tellsStatusesAndMessagesApart() {
        byte[] message = EdxmlWriter.write(MESSAGE, List.of());
        assertThatThrownBy(() -> StatusMessage.read(message, Limits.DEFAULT))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class, it -> assertThat(Refusal.of(it)).isEqualTo(Refusal.EDXML_INVALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000.00.00.G22,2015/09/30,7816/VPCP-TTĐT",
                "H41,2024/11/04,453-KL/TU",
                "H25,2020/03/05,30/2020/NĐ-CP"
            })
    void composesADocumentIdAsItWasParsed(String text) {
        assertThat(DocumentId.parse(text).orElseThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b",
                "H41,2024/13/04,1/A",
                "H41,2024/11/04,1",
                "H41,2024/11/04,/A",
                ",2024/11/04,1/A",
                "H41,2024/02/30,1/A"
            })
    void takesNothingElseForADocumentId(String text) {
        assertThat(DocumentId.parse(text)).isEmpty();
    }

    private static Paper open(byte[] file) {
        return OpenPaper.open("goi.edxml", file, Limits.DEFAULT);
    }
}
