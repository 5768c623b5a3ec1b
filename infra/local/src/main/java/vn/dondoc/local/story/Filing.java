package vn.dondoc.local.story;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The quarterly report of the story: its form, its indicators, and the figures that each agency files. */
final class Filing {

    static final String FORM = "CCHC-Q";
    static final String REGIME = "CCHC-QUY";
    static final String PERIOD = "2021-Q3";
    static final String ONLINE = "TL_HS_TRUC_TUYEN";
    static final String SATISFIED = "TL_HAI_LONG";
    static final String COMPLETENESS = "COMPLETENESS." + FORM;

    private Filing() {}

    private static Map<String, Object> element(String code, String name, String unit) {
        return Map.of("code", code, "name", name, "unit", unit);
    }

    static Map<String, Object> form() {
        return Map.of(
                "name",
                "Báo cáo công tác cải cách hành chính quý",
                "elements",
                List.of(
                        element("HS_TIEP_NHAN", "Hồ sơ TTHC tiếp nhận trong kỳ", "hồ sơ"),
                        element("HS_TRUC_TUYEN", "Hồ sơ tiếp nhận và thụ lý trực tuyến", "hồ sơ"),
                        element("PHIEU_THU", "Phiếu khảo sát thu về", "phiếu"),
                        element("PHIEU_HAI_LONG", "Phiếu hài lòng", "phiếu"),
                        element("TTHC_DU_DK", "TTHC đủ điều kiện cung cấp trực tuyến", "thủ tục"),
                        element("TTHC_TRUC_TUYEN", "TTHC đã cung cấp trực tuyến mức 3, 4", "thủ tục"),
                        element("BC_2021", "Biên chế sự nghiệp hưởng lương năm 2021", "người"),
                        element("BC_HIEN_CO", "Biên chế sự nghiệp hưởng lương hiện có", "người"),
                        element("CB_XA", "Cán bộ, công chức cấp xã", "người"),
                        element("CB_XA_DAI_HOC", "Cán bộ, công chức cấp xã có trình độ đại học trở lên", "người")));
    }

    static Map<String, Map<String, Object>> indicators() {
        Map<String, Map<String, Object>> indicators = new LinkedHashMap<>();
        indicators.put(
                ONLINE,
                share(
                        "Tỷ lệ hồ sơ thủ tục hành chính tiếp nhận và thụ lý trực tuyến",
                        "HS_TRUC_TUYEN",
                        "HS_TIEP_NHAN",
                        List.of("hồ sơ thủ tục hành chính được tiếp nhận và thụ lý trực tuyến"),
                        "LEVEL"));
        indicators.put(
                SATISFIED,
                share(
                        "Mức độ hài lòng của người dân, doanh nghiệp về giải quyết thủ tục hành chính",
                        "PHIEU_HAI_LONG",
                        "PHIEU_THU",
                        List.of(),
                        "LEVEL"));
        indicators.put(
                "TL_TTHC_TRUC_TUYEN",
                share(
                        "Tỷ lệ thủ tục hành chính đủ điều kiện được cung cấp dịch vụ công trực tuyến",
                        "TTHC_TRUC_TUYEN",
                        "TTHC_DU_DK",
                        List.of(
                                "thủ tục hành chính đủ điều kiện được cung cấp dưới hình thức dịch vụ công trực tuyến mức độ 3, mức độ 4"),
                        "LEVEL"));
        indicators.put(
                "GIAM_BIEN_CHE",
                share(
                        "Mức giảm biên chế sự nghiệp hưởng lương từ ngân sách nhà nước so với năm 2021",
                        "BC_2021 - BC_HIEN_CO",
                        "BC_2021",
                        List.of("biên chế sự nghiệp hưởng lương từ ngân sách nhà nước"),
                        "DECREASE"));
        indicators.put(
                "TL_CB_XA_DAI_HOC",
                share(
                        "Tỷ lệ cán bộ, công chức cấp xã có trình độ đại học trở lên",
                        "CB_XA_DAI_HOC",
                        "CB_XA",
                        List.of("cán bộ, công chức cấp xã có trình độ đại học trở lên"),
                        "LEVEL"));
        return indicators;
    }

    private static Map<String, Object> share(
            String name, String numerator, String denominator, List<String> synonyms, String direction) {
        Map<String, Object> indicator = new LinkedHashMap<>(Map.of(
                "name",
                name,
                "form",
                FORM,
                "numerator",
                numerator,
                "denominator",
                denominator,
                "factor",
                100,
                "unit",
                "%",
                "decimals",
                2,
                "direction",
                direction,
                "synonyms",
                synonyms));
        if (direction.equals("DECREASE")) {
            indicator.put("baseline", "2021");
        }
        return indicator;
    }

    static Map<String, Object> regime() {
        return Map.of(
                "form",
                FORM,
                "frequency",
                "QUARTERLY",
                "kinds",
                List.of("DEPARTMENT", "DISTRICT"),
                "filingDays",
                6,
                "since",
                "2021-06-15",
                "until",
                "2021-09-14");
    }

    /** Plausible figures, the same for the same agency every time. A department has no commune officers: blank, not zero. */
    static Map<String, BigDecimal> values(String agency, boolean district) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(agency.hashCode());
        int received = random.nextInt(600, 5_000);
        int surveyed = random.nextInt(80, 400);
        int procedures = random.nextInt(20, 140);
        int staff = random.nextInt(90, 900);
        int officers = random.nextInt(150, 420);
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        values.put("HS_TIEP_NHAN", new BigDecimal(received));
        values.put("HS_TRUC_TUYEN", new BigDecimal(received * random.nextInt(22, 61) / 100));
        values.put("PHIEU_THU", new BigDecimal(surveyed));
        values.put("PHIEU_HAI_LONG", new BigDecimal(surveyed * random.nextInt(84, 99) / 100));
        values.put("TTHC_DU_DK", new BigDecimal(procedures));
        values.put("TTHC_TRUC_TUYEN", new BigDecimal(procedures * random.nextInt(55, 101) / 100));
        values.put("BC_2021", new BigDecimal(staff));
        values.put("BC_HIEN_CO", new BigDecimal(staff * random.nextInt(92, 101) / 100));
        if (district) {
            values.put("CB_XA", new BigDecimal(officers));
            values.put("CB_XA_DAI_HOC", new BigDecimal(officers * random.nextInt(78, 98) / 100));
        }
        return values;
    }
}
