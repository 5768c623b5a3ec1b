package vn.dondoc.documents.format.edxml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.format.Allowance;
import vn.dondoc.documents.format.Attachment;
import vn.dondoc.documents.format.Refusal;
import vn.dondoc.documents.format.SafeXml;

/** An edXML message apart: its header as records, its attachments as bytes. */
public final class EdxmlReader {

    static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    private static final Set<String> ROOTS = Set.of("edXML", "edXMLEnvelope");
    /** A header has some hundred elements, with every receiver of a nation-wide letter some ten thousand. */
    private static final int MAX_ELEMENTS = 50_000;

    private final SafeXml xml;
    private final Allowance allowance;
    private final List<Attachment> attachments = new ArrayList<>();
    private EdxmlTree root = new EdxmlTree("");

    private EdxmlReader(byte[] content, Allowance allowance) {
        this.xml = new SafeXml(content, allowance);
        this.allowance = allowance;
    }

    /** A message with what it carries. */
    public record Opened(EdxmlMessage message, List<Attachment> attachments) {}

    /** @throws vn.dondoc.failure.Failure.Invalid when it is not edXML, not sound, or beyond the limits */
    public static Opened read(byte[] content, Allowance allowance) {
        EdxmlReader reader = new EdxmlReader(content, allowance);
        reader.parse();
        if (reader.status().isPresent()) {
            throw Refusal.EDXML_INVALID.because("Status");
        }
        EdxmlTree header =
                reader.root.find("MessageHeader").orElseThrow(() -> Refusal.EDXML_INVALID.because("MessageHeader"));
        EdxmlTree traces = reader.root.find("TraceHeaderList").orElseGet(() -> new EdxmlTree("TraceHeaderList"));
        return new Opened(message(header, traces), List.copyOf(reader.attachments));
    }

    static EdxmlTree readStatus(byte[] content, Allowance allowance) {
        EdxmlReader reader = new EdxmlReader(content, allowance);
        reader.parse();
        return reader.status().orElseThrow(() -> Refusal.EDXML_INVALID.because("Status"));
    }

    private Optional<EdxmlTree> status() {
        return root.find("edXMLHeader").flatMap(it -> it.find("Status"));
    }

    private void parse() {
        Deque<EdxmlTree> open = new ArrayDeque<>();
        int elements = 0;
        for (SafeXml.Event event = xml.next(); event != SafeXml.Event.DONE; event = xml.next()) {
            switch (event) {
                case START -> {
                    if (++elements > MAX_ELEMENTS) {
                        throw Refusal.TOO_MANY_ENTRIES.because("edXML > " + MAX_ELEMENTS);
                    }
                    EdxmlTree around = open.peek();
                    if (around == null) {
                        refuseOtherRoots();
                        root = new EdxmlTree(xml.name());
                        open.push(root);
                    } else if (xml.name().equals("Attachment") && around.name().equals("AttachmentEncoded")) {
                        attachments.add(attachment());
                    } else {
                        open.push(around.add(xml.name()));
                    }
                }
                case END -> open.poll();
                case TEXT -> {
                    EdxmlTree inside = open.peek();
                    if (inside != null) {
                        allowance.expand(xml.text().length());
                        inside.append(xml.text());
                    }
                }
                case DONE -> {
                    // The loop ends.
                }
            }
        }
    }

    private void refuseOtherRoots() {
        if (!ROOTS.contains(xml.name()) || !xml.namespace().equals(NAMESPACE)) {
            throw Refusal.UNKNOWN_XML.because(xml.name() + " " + xml.namespace());
        }
    }

    /** After the start of an attachment: reads it to its end, decoding as it goes, so that it is in memory once. */
    private Attachment attachment() {
        allowance.entries(1);
        String name = "";
        String type = "application/octet-stream";
        byte[] content = new byte[0];
        for (SafeXml.Event event = xml.next(); event != SafeXml.Event.DONE; event = xml.next()) {
            if (event == SafeXml.Event.END) {
                break;
            }
            if (event == SafeXml.Event.START) {
                switch (xml.name()) {
                    case "AttachmentName" -> name = xml.elementText().strip();
                    case "ContentType" -> type = xml.elementText().strip();
                    case "ContentTransferEncoded" -> content = decode(xml.elementText());
                    default -> xml.skip();
                }
            }
        }
        return new Attachment(lastPart(name, attachments.size() + 1), type, content);
    }

    private byte[] decode(String base64) {
        try {
            // The MIME decoder skips what it does not know; only line breaks may be skipped here.
            byte[] content = Base64.getDecoder().decode(base64.replaceAll("\\s+", ""));
            allowance.expand(content.length);
            return content;
        } catch (IllegalArgumentException e) {
            throw Refusal.BASE64_INVALID.because("" + (attachments.size() + 1));
        }
    }

    private static String lastPart(String name, int number) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return last.isEmpty() || last.equals(".") || last.equals("..") ? "dinh-kem-" + number : last;
    }

    private static EdxmlMessage message(EdxmlTree header, EdxmlTree traces) {
        EdxmlTree code = header.child("Code");
        EdxmlTree promulgation = header.child("PromulgationInfo");
        EdxmlTree type = header.child("DocumentType");
        EdxmlTree signer = header.child("SignerInfo");
        EdxmlTree business = traces.child("Bussiness");
        return new EdxmlMessage(
                organization(header.child("From")).orElseThrow(() -> Refusal.EDXML_INVALID.because("From/OrganId")),
                header.children("To").stream()
                        .map(EdxmlReader::organization)
                        .flatMap(Optional::stream)
                        .toList(),
                new EdxmlMessage.Code(code.text("CodeNumber"), code.text("CodeNotation")),
                promulgation.text("Place"),
                Dates.day(promulgation.child("PromulgationDate").text()).orElse(null),
                new EdxmlMessage.DocumentType(type.text("Type"), type.text("TypeName"), type.text("TypeDetail")),
                header.text("Subject"),
                header.text("Content"),
                new EdxmlMessage.Signer(signer.text("Competence"), signer.text("Position"), signer.text("FullName")),
                Dates.day(header.child("DueDate").text()).orElse(null),
                texts(header.child("ToPlaces").children("Place")),
                otherInfo(header.child("OtherInfo")),
                header.children("ResponseFor").stream()
                        .filter(it -> !it.isEmpty())
                        .map(EdxmlReader::responseFor)
                        .toList(),
                coded(SteeringType.values(), header.child("SteeringType").text()),
                DocumentId.parse(header.child("DocumentId").text()).orElse(null),
                coded(
                        BussinessDocType.values(),
                        business.child("BussinessDocType").text()),
                business.text("BussinessDocReason"),
                traces.children("TraceHeader").stream()
                        .map(it -> new EdxmlMessage.Trace(
                                it.text("OrganId"),
                                Dates.stamp(it.child("Timestamp").text()).orElse(null)))
                        .toList());
    }

    static Optional<Organization> organization(EdxmlTree it) {
        String id = it.text("OrganId");
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(new Organization(
                id,
                it.text("OrganizationInCharge"),
                it.text("OrganName"),
                it.text("OrganAdd"),
                it.text("Email"),
                it.text("Telephone"),
                it.text("Fax"),
                it.text("Website")));
    }

    private static EdxmlMessage.OtherInfo otherInfo(EdxmlTree it) {
        return new EdxmlMessage.OtherInfo(
                coded(Priority.values(), it.child("Priority").text()),
                it.text("SphereOfPromulgation"),
                it.text("TyperNotation"),
                number(it.child("PromulgationAmount").text()),
                number(it.child("PageAmount").text()),
                texts(it.child("Appendixes").children("Appendix")));
    }

    static EdxmlMessage.ResponseFor responseFor(EdxmlTree it) {
        return new EdxmlMessage.ResponseFor(
                it.text("OrganId"),
                it.text("Code"),
                Dates.day(it.child("PromulgationDate").text()).orElse(null),
                DocumentId.parse(it.child("DocumentId").text()).orElse(null));
    }

    private static List<String> texts(List<EdxmlTree> elements) {
        return elements.stream()
                .map(EdxmlTree::text)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static <T> @Nullable T coded(T[] values, String code) {
        Integer at = number(code);
        return at == null || at >= values.length ? null : Objects.requireNonNull(values[at]);
    }

    private static @Nullable Integer number(String text) {
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }
}
