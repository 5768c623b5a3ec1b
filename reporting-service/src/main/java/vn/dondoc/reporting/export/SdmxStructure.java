package vn.dondoc.reporting.export;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.dondoc.reporting.export.Sdmx.Component;
import vn.dondoc.reporting.export.Sdmx.Name;
import vn.dondoc.reporting.export.Sdmx.Role;
import vn.dondoc.reporting.indicator.Figure;

/**
 * The structure that figures in SDMX-CSV are read by, as a message of SDMX-ML 3.0 while it is written.
 *
 * @see <a href="https://github.com/sdmx-twg/sdmx-ml">SDMX-ML 3.0 schemas</a>
 */
record SdmxStructure(XMLStreamWriter to) {

    private static final String CONCEPTS = "CS_FIGURES";
    private static final String STRUCTURE = "DSD_FIGURES";

    private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/";
    private static final Map<String, String> NAMESPACES =
            Map.of("mes", SCHEMAS + "message", "str", SCHEMAS + "structure", "com", SCHEMAS + "common");
    private static final String MODEL = "urn:sdmx:org.sdmx.infomodel.";

    /** Its lists of agencies, indicators and units hold what these figures need. */
    static byte[] of(Exported exported, Instant prepared) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter to = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            new SdmxStructure(to).write(exported, prepared);
            to.close();
        } catch (XMLStreamException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
        return bytes.toByteArray();
    }

    private static Map<String, Name> codes(
            List<Figure> figures, Function<Figure, String> id, Function<Figure, String> name) {
        Map<String, Name> codes = new LinkedHashMap<>();
        figures.forEach(it -> codes.putIfAbsent(Sdmx.id(id.apply(it)), Name.of(name.apply(it))));
        return codes;
    }

    private interface Content {
        void write() throws XMLStreamException;
    }

    private void write(Exported exported, Instant prepared) throws XMLStreamException {
        to.writeStartDocument("UTF-8", "1.0");
        start("mes:Structure");
        for (Map.Entry<String, String> it : NAMESPACES.entrySet()) {
            to.writeNamespace(it.getKey(), it.getValue());
        }
        element("mes:Header", Map.of(), () -> {
            text("mes:ID", Sdmx.DATAFLOW);
            text("mes:Test", "false");
            text("mes:Prepared", prepared.toString());
            element("mes:Sender", Map.of("id", Sdmx.MAINTAINER), () -> {});
        });
        element("mes:Structures", Map.of(), () -> {
            element("str:Codelists", Map.of(), () -> codelists(exported));
            element("str:ConceptSchemes", Map.of(), this::concepts);
            element("str:DataStructures", Map.of(), this::dataStructure);
            element("str:Dataflows", Map.of(), this::dataflow);
        });
        to.writeEndElement();
        to.writeEndDocument();
    }

    private void codelists(Exported exported) throws XMLStreamException {
        List<Figure> figures = exported.figures();
        codelist(
                "CL_FREQ",
                false,
                new Name("Tần suất", "Frequency"),
                inOrder(
                        "A", new Name("Năm", "Annual"),
                        "S", new Name("6 tháng", "Half-yearly"),
                        "Q", new Name("Quý", "Quarterly"),
                        "M", new Name("Tháng", "Monthly")));
        codelist("CL_AGENCY", true, new Name("Cơ quan", "Agency"), codes(figures, Figure::agency, exported::agency));
        codelist(
                "CL_INDICATOR",
                true,
                new Name("Chỉ tiêu", "Indicator"),
                codes(figures, Figure::indicator, Figure::name));
        codelist(
                "CL_BASIS",
                false,
                new Name("Cơ sở", "Basis"),
                inOrder("FILED", new Name("Đã nộp", "Filed"), "APPROVED", new Name("Đã duyệt", "Approved")));
        codelist(
                "CL_OBS_STATUS",
                false,
                new Name("Trạng thái giá trị", "Observation status"),
                inOrder(
                        "A", new Name("Giá trị bình thường", "Normal value"),
                        "L", new Name("Thiếu: chưa có báo cáo", "Missing: nobody reported"),
                        "M", new Name("Không thể có giá trị", "There can be no value")));
        codelist(
                "CL_UNIT_MEASURE",
                true,
                new Name("Đơn vị tính", "Unit of measure"),
                codes(figures, Figure::unit, Figure::unit));
    }

    private static Map<String, Name> inOrder(Object... codesAndNames) {
        Map<String, Name> codes = new LinkedHashMap<>();
        for (int i = 0; i < codesAndNames.length; i += 2) {
            codes.put((String) codesAndNames[i], (Name) codesAndNames[i + 1]);
        }
        return codes;
    }

    /** @param partial whether it holds only what these figures need */
    private void codelist(String id, boolean partial, Name name, Map<String, Name> codes) throws XMLStreamException {
        Map<String, String> attributes = maintained(id);
        if (partial) {
            attributes.put("isPartial", "true");
        }
        element("str:Codelist", attributes, () -> {
            names(name);
            for (Map.Entry<String, Name> it : codes.entrySet()) {
                element("str:Code", Map.of("id", it.getKey()), () -> names(it.getValue()));
            }
        });
    }

    private void concepts() throws XMLStreamException {
        element("str:ConceptScheme", maintained(CONCEPTS), () -> {
            names(new Name("Khái niệm của số liệu chỉ tiêu", "Concepts of figures"));
            for (Component it : Sdmx.COMPONENTS) {
                element("str:Concept", Map.of("id", it.id()), () -> {
                    names(it.name());
                    Name description = it.description();
                    if (description != null) {
                        inBoth("com:Description", description);
                    }
                });
            }
        });
    }

    private void dataStructure() throws XMLStreamException {
        element("str:DataStructure", maintained(STRUCTURE), () -> {
            names(new Name("Cấu trúc số liệu chỉ tiêu", "Structure of figures"));
            element("str:DataStructureComponents", Map.of(), () -> {
                element("str:DimensionList", Map.of("id", "DimensionDescriptor"), () -> {
                    int position = 0;
                    for (Component it : of(Role.DIMENSION)) {
                        Map<String, String> attributes = new LinkedHashMap<>(Map.of("id", it.id()));
                        attributes.put("position", String.valueOf(++position));
                        element("str:Dimension", attributes, () -> represented(it));
                    }
                    for (Component it : of(Role.TIME)) {
                        element("str:TimeDimension", Map.of("id", it.id()), () -> represented(it));
                    }
                });
                element("str:AttributeList", Map.of("id", "AttributeDescriptor"), () -> {
                    for (Component it : of(Role.ATTRIBUTE)) {
                        element("str:Attribute", usage(it), () -> {
                            represented(it);
                            element(
                                    "str:AttributeRelationship",
                                    Map.of(),
                                    () -> element("str:Observation", Map.of(), () -> {}));
                        });
                    }
                });
                element("str:MeasureList", Map.of("id", "MeasureDescriptor"), () -> {
                    for (Component it : of(Role.MEASURE)) {
                        element("str:Measure", usage(it), () -> represented(it));
                    }
                });
            });
        });
    }

    private static List<Component> of(Role role) {
        return Sdmx.COMPONENTS.stream().filter(it -> it.role() == role).toList();
    }

    private static Map<String, String> usage(Component it) {
        Map<String, String> attributes = new LinkedHashMap<>(Map.of("id", it.id()));
        attributes.put("usage", it.mandatory() ? "mandatory" : "optional");
        return attributes;
    }

    private void represented(Component it) throws XMLStreamException {
        text("str:ConceptIdentity", urn("conceptscheme.Concept", CONCEPTS) + "." + it.id());
        element("str:LocalRepresentation", Map.of(), () -> {
            if (it.isCoded()) {
                text("str:Enumeration", urn("codelist.Codelist", it.codes()));
            } else {
                element("str:TextFormat", Map.of("textType", it.codes()), () -> {});
            }
        });
    }

    private void dataflow() throws XMLStreamException {
        element("str:Dataflow", maintained(Sdmx.DATAFLOW), () -> {
            names(new Name("Số liệu chỉ tiêu", "Figures"));
            text("str:Structure", urn("datastructure.DataStructure", STRUCTURE));
        });
    }

    private static String urn(String kind, String id) {
        return MODEL + kind + "=" + Sdmx.MAINTAINER + ":" + id + "(" + Sdmx.VERSION + ")";
    }

    private static Map<String, String> maintained(String id) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("agencyID", Sdmx.MAINTAINER);
        attributes.put("id", id);
        attributes.put("version", Sdmx.VERSION);
        return attributes;
    }

    private void names(Name name) throws XMLStreamException {
        inBoth("com:Name", name);
    }

    private void inBoth(String element, Name name) throws XMLStreamException {
        inOne(element, "vi", name.vi());
        inOne(element, "en", name.en());
    }

    private void inOne(String element, String language, String text) throws XMLStreamException {
        start(element);
        to.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language);
        to.writeCharacters(text);
        to.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        element(element, Map.of(), () -> to.writeCharacters(text));
    }

    private void element(String name, Map<String, String> attributes, Content content) throws XMLStreamException {
        start(name);
        for (Map.Entry<String, String> it : attributes.entrySet()) {
            to.writeAttribute(it.getKey(), it.getValue());
        }
        content.write();
        to.writeEndElement();
    }

    private void start(String name) throws XMLStreamException {
        String prefix = name.substring(0, 3);
        to.writeStartElement(prefix, name.substring(4), Objects.requireNonNull(NAMESPACES.get(prefix)));
    }
}
