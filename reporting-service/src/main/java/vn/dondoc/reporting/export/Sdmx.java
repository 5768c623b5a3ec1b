package vn.dondoc.reporting.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.report.Period;

/**
 * Figures in the words of SDMX 3.0: SDMX-CSV 2.0 with one observation a row, and the structure that it is read by, as SDMX-ML.
 * The component that is declared here once is a column of the one and a part of the other.
 *
 * @see <a href="https://github.com/sdmx-twg/sdmx-csv/blob/v2.0.0/data-message/docs/sdmx-csv-field-guide.md">SDMX-CSV 2.0 field
 *     guide</a>
 * @see <a href="https://github.com/sdmx-twg/sdmx-ml">SDMX-ML 3.0 schemas</a>
 */
final class Sdmx {

    private static final String MAINTAINER = "DONDOC";
    private static final String VERSION = "1.0";
    private static final String CONCEPTS = "CS_FIGURES";
    private static final String STRUCTURE = "DSD_FIGURES";
    private static final String DATAFLOW = "FIGURES";

    private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/";
    private static final Map<String, String> NAMESPACES =
            Map.of("mes", SCHEMAS + "message", "str", SCHEMAS + "structure", "com", SCHEMAS + "common");
    private static final String MODEL = "urn:sdmx:org.sdmx.infomodel.";

    /** What a component of the structure is. */
    private enum Role {
        DIMENSION,
        TIME,
        MEASURE,
        ATTRIBUTE
    }

    /** A name in both languages. */
    private record Name(String vi, String en) {

        static Name of(String either) {
            return new Name(either, either);
        }
    }

    /**
     * A component: a column.
     *
     * @param codes id of its code list, or what kind of text it is
     */
    private record Component(
            String id,
            Role role,
            boolean mandatory,
            String codes,
            Name name,
            @Nullable Name description,
            Function<Figure, @Nullable Object> value) {

        static Component of(
                String id,
                Role role,
                boolean mandatory,
                String codes,
                String vi,
                String en,
                Function<Figure, @Nullable Object> value) {
            return new Component(id, role, mandatory, codes, new Name(vi, en), null, value);
        }

        boolean isCoded() {
            return codes.startsWith("CL_");
        }
    }

    private static final List<Component> COMPONENTS = List.of(
            Component.of(
                    "FREQ", Role.DIMENSION, true, "CL_FREQ", "Tần suất", "Frequency", it -> frequency(it.period())),
            Component.of("REF_AREA", Role.DIMENSION, true, "CL_AGENCY", "Cơ quan", "Agency", it -> id(it.agency())),
            Component.of(
                    "INDICATOR",
                    Role.DIMENSION,
                    true,
                    "CL_INDICATOR",
                    "Chỉ tiêu",
                    "Indicator",
                    it -> id(it.indicator())),
            Component.of("BASIS", Role.DIMENSION, true, "CL_BASIS", "Cơ sở", "Basis", Figure::basis),
            new Component(
                    "TIME_PERIOD",
                    Role.TIME,
                    true,
                    "ObservationalTimePeriod",
                    new Name("Kỳ báo cáo", "Reporting period"),
                    new Name(
                            "Tên kỳ theo lịch; số liệu của kỳ tính từ ngày 15 đến ngày 14 (Nghị định 09/2019/NĐ-CP, Điều 12).",
                            "Named as the calendar has it; its data window runs from the 15th to the 14th (Decree"
                                    + " 09/2019/ND-CP, article 12)."),
                    it -> it.period().replace("-H", "-S")),
            Component.of("OBS_VALUE", Role.MEASURE, false, "Decimal", "Giá trị", "Value", Figure::value),
            Component.of(
                    "OBS_STATUS",
                    Role.ATTRIBUTE,
                    true,
                    "CL_OBS_STATUS",
                    "Trạng thái giá trị",
                    "Observation status",
                    it -> it.value() != null ? "A" : it.reported() == 0 ? "L" : "M"),
            Component.of(
                    "UNIT_MEASURE",
                    Role.ATTRIBUTE,
                    true,
                    "CL_UNIT_MEASURE",
                    "Đơn vị tính",
                    "Unit of measure",
                    it -> id(it.unit())),
            Component.of("NUMERATOR", Role.ATTRIBUTE, false, "Decimal", "Tử số", "Numerator", Figure::numerator),
            Component.of("DENOMINATOR", Role.ATTRIBUTE, false, "Decimal", "Mẫu số", "Denominator", Figure::denominator),
            Component.of(
                    "REPORTED",
                    Role.ATTRIBUTE,
                    true,
                    "Integer",
                    "Số đơn vị đã báo cáo",
                    "Agencies that reported",
                    Figure::reported),
            Component.of(
                    "EXPECTED",
                    Role.ATTRIBUTE,
                    true,
                    "Integer",
                    "Số đơn vị phải báo cáo",
                    "Agencies that owe a report",
                    Figure::expected),
            Component.of("REVISION", Role.ATTRIBUTE, true, "Long", "Lần công bố", "Revision", Figure::revision));

    private Sdmx() {}

    /**
     * A code of ours as an id of SDMX, which has letters, digits, {@code _ - @ $} only: a dot becomes {@code @}, any other sign
     * {@code $} and its four hexadecimal digits. No two codes become the same.
     */
    static String id(String code) {
        var id = new StringBuilder();
        for (char sign : code.toCharArray()) {
            boolean plain = sign < 128 && Character.isLetterOrDigit(sign) || sign == '_' || sign == '-';
            id.append(plain ? String.valueOf(sign) : sign == '.' ? "@" : "$%04X".formatted((int) sign));
        }
        return id.toString();
    }

    /** SDMX calls a half year S. */
    private static String frequency(String period) {
        return switch (Period.parse("period", period).frequency()) {
            case MONTHLY -> "M";
            case QUARTERLY -> "Q";
            case SEMIANNUAL -> "S";
            case ANNUAL -> "A";
        };
    }

    /**
     * SDMX-CSV 2.0. What an observation says replaces what was known of it (action R). Without a value it has the status L where
     * nobody reported, and M where there can be none, as over a denominator of zero.
     */
    static byte[] csv(List<Figure> figures) {
        String head = "STRUCTURE,STRUCTURE_ID,ACTION,"
                + COMPONENTS.stream().map(Component::id).collect(Collectors.joining(","));
        String flow = "dataflow," + MAINTAINER + ":" + DATAFLOW + "(" + VERSION + "),R,";
        StringBuilder lines = new StringBuilder(head).append("\r\n");
        for (Figure figure : figures) {
            lines.append(flow)
                    .append(COMPONENTS.stream()
                            .map(it -> Cells.csv(it.value().apply(figure)))
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The structure that these figures are read by; its lists of agencies, indicators and units hold what they need. */
    static byte[] structure(Exported exported, Instant prepared) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter to = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            new Message(to).write(exported, prepared);
            to.close();
        } catch (XMLStreamException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
        return bytes.toByteArray();
    }

    private static Map<String, Name> codes(
            List<Figure> figures, Function<Figure, String> id, Function<Figure, String> name) {
        Map<String, Name> codes = new LinkedHashMap<>();
        figures.forEach(it -> codes.putIfAbsent(id(id.apply(it)), Name.of(name.apply(it))));
        return codes;
    }

    /** A structure message while it is written. */
    private record Message(XMLStreamWriter to) {

        private interface Content {
            void write() throws XMLStreamException;
        }

        void write(Exported exported, Instant prepared) throws XMLStreamException {
            to.writeStartDocument("UTF-8", "1.0");
            start("mes:Structure");
            for (Map.Entry<String, String> it : NAMESPACES.entrySet()) {
                to.writeNamespace(it.getKey(), it.getValue());
            }
            element("mes:Header", Map.of(), () -> {
                text("mes:ID", DATAFLOW);
                text("mes:Test", "false");
                text("mes:Prepared", prepared.toString());
                element("mes:Sender", Map.of("id", MAINTAINER), () -> {});
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
            codelist(
                    "CL_AGENCY",
                    true,
                    new Name("Cơ quan", "Agency"),
                    Sdmx.codes(figures, Figure::agency, exported::agency));
            codelist(
                    "CL_INDICATOR",
                    true,
                    new Name("Chỉ tiêu", "Indicator"),
                    Sdmx.codes(figures, Figure::indicator, Figure::name));
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
                    Sdmx.codes(figures, Figure::unit, Figure::unit));
        }

        private static Map<String, Name> inOrder(Object... codesAndNames) {
            Map<String, Name> codes = new LinkedHashMap<>();
            for (int i = 0; i < codesAndNames.length; i += 2) {
                codes.put((String) codesAndNames[i], (Name) codesAndNames[i + 1]);
            }
            return codes;
        }

        /** @param partial whether it holds only what these figures need */
        private void codelist(String id, boolean partial, Name name, Map<String, Name> codes)
                throws XMLStreamException {
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
                for (Component it : COMPONENTS) {
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
            return COMPONENTS.stream().filter(it -> it.role() == role).toList();
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
            element("str:Dataflow", maintained(DATAFLOW), () -> {
                names(new Name("Số liệu chỉ tiêu", "Figures"));
                text("str:Structure", urn("datastructure.DataStructure", STRUCTURE));
            });
        }

        private static String urn(String kind, String id) {
            return MODEL + kind + "=" + MAINTAINER + ":" + id + "(" + VERSION + ")";
        }

        private static Map<String, String> maintained(String id) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("agencyID", MAINTAINER);
            attributes.put("id", id);
            attributes.put("version", VERSION);
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
}
