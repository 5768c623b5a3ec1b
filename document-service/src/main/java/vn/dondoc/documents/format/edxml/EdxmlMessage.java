package vn.dondoc.documents.format.edxml;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of one document (QCVN 102:2016/BTTTT, MessageHeader and TraceHeaderList). What a message leaves out or
 * spells unreadably is null.
 *
 * @param code number and symbol as sent, apart: 7816 and VPCP-TTĐT
 * @param documentType the codes differ between programs: trust the name
 * @param traces the agencies the message went through, first the sender
 */
public record EdxmlMessage(
        Organization from,
        List<Organization> to,
        Code code,
        @Nullable String place,
        @Nullable LocalDate promulgationDate,
        DocumentType documentType,
        @Nullable String subject,
        @Nullable String content,
        Signer signer,
        @Nullable LocalDate dueDate,
        List<String> toPlaces,
        OtherInfo otherInfo,
        List<ResponseFor> responseFor,
        @Nullable SteeringType steeringType,
        @Nullable DocumentId documentId,
        @Nullable BussinessDocType bussinessDocType,
        @Nullable String bussinessDocReason,
        List<Trace> traces) {

    public EdxmlMessage {
        to = List.copyOf(to);
        toPlaces = List.copyOf(toPlaces);
        responseFor = List.copyOf(responseFor);
        traces = List.copyOf(traces);
    }

    /** Số và ký hiệu. */
    public record Code(@Nullable String number, @Nullable String notation) {}

    public record DocumentType(
            @Nullable String type,
            @Nullable String typeName,
            @Nullable String typeDetail) {}

    /** @param competence quyền hạn ký: TM., KT., TL. */
    public record Signer(
            @Nullable String competence,
            @Nullable String position,
            @Nullable String fullName) {}

    public record OtherInfo(
            @Nullable Priority priority,
            @Nullable String sphereOfPromulgation,
            @Nullable String typerNotation,
            @Nullable Integer promulgationAmount,
            @Nullable Integer pageAmount,
            List<String> appendixes) {
        public OtherInfo {
            appendixes = List.copyOf(appendixes);
        }
    }

    /** The document that this one answers. */
    public record ResponseFor(
            @Nullable String organId,
            @Nullable String code,
            @Nullable LocalDate promulgationDate,
            @Nullable DocumentId documentId) {}

    /** @param timestamp in Vietnamese time */
    public record Trace(@Nullable String organId, @Nullable LocalDateTime timestamp) {}
}
