package vn.dondoc.documents.format.edxml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.format.Attachment;

/**
 * Messages and statuses in the standard's order of elements. The same message gives the same bytes, so that sending again
 * is recognised as such. Unsigned: the signature is the axis' own work.
 */
public final class EdxmlWriter {

    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String PREFIX = "edXML";

    private final XMLStreamWriter xml;

    private EdxmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    private interface Body {
        void write() throws XMLStreamException;
    }

    public static byte[] write(EdxmlMessage message, List<Attachment> attachments) {
        return document(it -> it.message(message, attachments));
    }

    public static byte[] write(StatusMessage status) {
        return document(it -> it.inside("edXMLEnvelope", () -> it.inside("edXMLHeader", () -> it.status(status))));
    }

    private interface Document {
        void writeTo(EdxmlWriter writer) throws XMLStreamException;
    }

    private static byte[] document(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.setDefaultNamespace(EdxmlReader.NAMESPACE);
            xml.writeStartElement(EdxmlReader.NAMESPACE, "edXML");
            xml.writeDefaultNamespace(EdxmlReader.NAMESPACE);
            xml.writeNamespace(PREFIX, EdxmlReader.NAMESPACE);
            document.writeTo(new EdxmlWriter(xml));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return out.toByteArray();
    }

    private void message(EdxmlMessage message, List<Attachment> attachments) throws XMLStreamException {
        List<String> ids = contentIds(attachments);
        inside("edXMLEnvelope", () -> {
            inside("edXMLHeader", () -> {
                inside("MessageHeader", () -> header(message));
                inside("TraceHeaderList", () -> traces(message));
                inside("DigitalSignature", () -> {});
            });
            inside(
                    "edXMLBody",
                    () -> inside("edXMLManifest", () -> {
                        for (int i = 0; i < ids.size(); i++) {
                            reference(ids.get(i), attachments.get(i));
                        }
                    }));
        });
        if (!attachments.isEmpty()) {
            plain("AttachmentEncoded", () -> {
                for (int i = 0; i < ids.size(); i++) {
                    attachment(ids.get(i), attachments.get(i));
                }
            });
        }
    }

    private void header(EdxmlMessage it) throws XMLStreamException {
        inside("From", () -> organization(it.from()));
        for (Organization to : it.to()) {
            inside("To", () -> organization(to));
        }
        inside("Code", () -> {
            leaf("CodeNumber", it.code().number());
            leaf("CodeNotation", it.code().notation());
        });
        inside("PromulgationInfo", () -> {
            leaf("Place", it.place());
            leaf("PromulgationDate", text(it.promulgationDate()));
        });
        inside("DocumentType", () -> {
            leaf("Type", it.documentType().type());
            leaf("TypeName", it.documentType().typeName());
            leaf("TypeDetail", it.documentType().typeDetail());
        });
        leaf("Subject", it.subject());
        leaf("Content", it.content());
        inside("SignerInfo", () -> {
            leaf("Competence", it.signer().competence());
            leaf("Position", it.signer().position());
            leaf("FullName", it.signer().fullName());
        });
        leaf("DueDate", text(it.dueDate()));
        inside("ToPlaces", () -> leaves("Place", it.toPlaces()));
        inside("OtherInfo", () -> otherInfo(it.otherInfo()));
        for (EdxmlMessage.ResponseFor responseFor : it.responseFor()) {
            inside("ResponseFor", () -> responseFor(responseFor));
        }
        leaf("SteeringType", code(it.steeringType()));
        leaf("DocumentId", it.documentId() == null ? null : it.documentId().text());
    }

    private void organization(Organization it) throws XMLStreamException {
        leaf("OrganId", it.organId());
        leaf("OrganizationInCharge", it.organizationInCharge());
        leaf("OrganName", it.organName());
        leaf("OrganAdd", it.organAdd());
        leaf("Email", it.email());
        leaf("Telephone", it.telephone());
        leaf("Fax", it.fax());
        leaf("Website", it.website());
    }

    private void otherInfo(EdxmlMessage.OtherInfo it) throws XMLStreamException {
        leaf("Priority", code(it.priority()));
        leaf("SphereOfPromulgation", it.sphereOfPromulgation());
        leaf("TyperNotation", it.typerNotation());
        leaf("PromulgationAmount", text(it.promulgationAmount()));
        leaf("PageAmount", text(it.pageAmount()));
        inside("Appendixes", () -> leaves("Appendix", it.appendixes()));
    }

    private void responseFor(EdxmlMessage.ResponseFor it) throws XMLStreamException {
        leaf("OrganId", it.organId());
        leaf("Code", it.code());
        leaf("PromulgationDate", text(it.promulgationDate()));
        leaf("DocumentId", it.documentId() == null ? null : it.documentId().text());
    }

    private void traces(EdxmlMessage it) throws XMLStreamException {
        for (EdxmlMessage.Trace trace : it.traces()) {
            inside("TraceHeader", () -> {
                leaf("OrganId", trace.organId());
                leaf("Timestamp", text(trace.timestamp()));
            });
        }
        inside("Bussiness", () -> {
            leaf("BussinessDocType", code(it.bussinessDocType()));
            leaf("BussinessDocReason", it.bussinessDocReason());
        });
    }

    private void status(StatusMessage it) throws XMLStreamException {
        inside("Status", () -> {
            inside("ResponseFor", () -> responseFor(it.responseFor()));
            inside("From", () -> organization(it.from()));
            leaf("StatusCode", it.status().code());
            leaf("Description", it.description());
            leaf("Timestamp", text(it.timestamp()));
            inside("StaffInfo", () -> {
                leaf("Department", it.staff().department());
                leaf("Staff", it.staff().name());
                leaf("Mobile", it.staff().mobile());
                leaf("Email", it.staff().email());
            });
        });
    }

    private void reference(String id, Attachment it) throws XMLStreamException {
        xml.writeStartElement(PREFIX, "Reference", EdxmlReader.NAMESPACE);
        xml.writeNamespace("xlink", XLINK);
        xml.writeAttribute("xlink", XLINK, "type", "simple");
        xml.writeAttribute("xlink", XLINK, "href", "cid:" + id);
        leaf("ContentId", "cid:" + id);
        leaf("ContentType", it.mediaType());
        leaf("AttachmentName", it.name());
        xml.writeEndElement();
    }

    /** Outside the envelope the standard's own samples write no prefix. */
    private void attachment(String id, Attachment it) throws XMLStreamException {
        plain("Attachment", () -> {
            plainLeaf("ContentType", it.mediaType());
            plainLeaf("ContentId", id);
            plainLeaf("Description", "");
            plainLeaf("ContentTransferEncoded", Base64.getEncoder().encodeToString(it.content()));
            plainLeaf("AttachmentName", it.name());
        });
    }

    private static List<String> contentIds(List<Attachment> attachments) {
        List<String> ids = new ArrayList<>();
        for (Attachment it : attachments) {
            String seed = ids.size() + it.name() + it.content().length;
            ids.add(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                    .toString());
        }
        return ids;
    }

    private void inside(String name, Body body) throws XMLStreamException {
        xml.writeStartElement(PREFIX, name, EdxmlReader.NAMESPACE);
        body.write();
        xml.writeEndElement();
    }

    private void plain(String name, Body body) throws XMLStreamException {
        xml.writeStartElement("", name, EdxmlReader.NAMESPACE);
        body.write();
        xml.writeEndElement();
    }

    private void leaf(String name, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            inside(name, () -> xml.writeCharacters(clean(text)));
        }
    }

    private void plainLeaf(String name, String text) throws XMLStreamException {
        plain(name, () -> xml.writeCharacters(clean(text)));
    }

    private void leaves(String name, List<String> texts) throws XMLStreamException {
        for (String text : texts) {
            leaf(name, text);
        }
    }

    /** XML 1.0 has no way to write these, and the JDK's writer would write them anyway. */
    private static String clean(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : Dates.text(day);
    }

    private static @Nullable String text(@Nullable LocalDateTime stamp) {
        return stamp == null ? null : Dates.text(stamp);
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable String code(@Nullable Enum<?> it) {
        return it == null ? null : Integer.toString(it.ordinal());
    }
}
