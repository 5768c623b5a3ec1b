package vn.dondoc.reporting.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.report.Period;

/**
 * Figures in the words of SDMX 3.0, as SDMX-CSV 2.0 with one observation a row. The component that is declared here once is a
 * column of it, and a part of the {@link SdmxStructure structure} that it is read by.
 *
 * @see <a href="https://github.com/sdmx-twg/sdmx-csv/blob/v2.0.0/data-message/docs/sdmx-csv-field-guide.md">SDMX-CSV 2.0 field
 *     guide</a>
 */
final class Sdmx {

    static final String MAINTAINER = "DONDOC";
    static final String VERSION = "1.0";
    static final String DATAFLOW = "FIGURES";

    /** What a component of the structure is. */
    enum Role {
        DIMENSION,
        TIME,
        MEASURE,
        ATTRIBUTE
    }

    /** A name in both languages. */
    record Name(String vi, String en) {

        static Name of(String either) {
            return new Name(either, either);
        }
    }

    /**
     * A component: a column.
     *
     * @param codes id of its code list, or what kind of text it is
     */
    record Component(
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

    static final List<Component> COMPONENTS = List.of(
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
}
