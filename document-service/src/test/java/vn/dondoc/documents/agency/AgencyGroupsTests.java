package vn.dondoc.documents.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyGroupsTests {

    private static final LocalDate BEFORE = LocalDate.of(2022, 1, 1);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);
    private static final String CSV = """
            code;name;kind;parent;supervisor;mailbox;aliases;validFrom;validTo
            A.ct;Chủ tịch Ủy ban nhân dân tỉnh Nghệ An;OFFICE;;;;;2000-01-01;
            A.ubnd;Ủy ban nhân dân tỉnh Nghệ An;PROVINCE_COMMITTEE;;;;;2000-01-01;
            A.snv;Sở Nội vụ;DEPARTMENT;A.ubnd;A.ubnd;;;2000-01-01;
            A.stc;Sở Tài chính;DEPARTMENT;A.ubnd;A.ubnd;;;2000-01-01;
            A.khdt;Sở Kế hoạch và Đầu tư;DEPARTMENT;A.ubnd;A.ubnd;;;2000-01-01;2025-02-28
            A.ld;Sở Lao động - Thương binh và Xã hội;DEPARTMENT;A.ubnd;A.ubnd;;;2000-01-01;2025-02-28
            A.vp;Văn phòng Ủy ban nhân dân tỉnh;DEPARTMENT;A.ubnd;A.ubnd;;;2000-01-01;
            A.tt;Thanh tra tỉnh;DEPARTMENT;A.ubnd;A.ubnd;;;2000-01-01;
            A.bv;Bệnh viện Hữu nghị Đa khoa;PUBLIC_SERVICE_UNIT;A.ubnd;A.ubnd;;;2000-01-01;
            A.dai;Đài Phát thanh và Truyền hình tỉnh;MEDIA;A.ubnd;A.ubnd;;;2000-01-01;
            A.vinh;Ủy ban nhân dân thành phố Vinh;DISTRICT;A.ubnd;A.ubnd;;;2000-01-01;2025-06-30
            A.hoa;Ủy ban nhân dân thị xã Thái Hòa;DISTRICT;A.ubnd;A.ubnd;;;2000-01-01;2025-06-30
            A.ky;Ủy ban nhân dân huyện Kỳ Sơn;DISTRICT;A.ubnd;A.ubnd;;;2000-01-01;2025-06-30
            A.que;Ủy ban nhân dân huyện Quế Phong;DISTRICT;A.ubnd;A.ubnd;;;2000-01-01;2025-06-30
            A.tu;Tỉnh ủy Nghệ An;PARTY;;;;;2000-01-01;
            A.btg;Ban Tuyên giáo Tỉnh ủy;PARTY;A.tu;A.tu;;;2000-01-01;
            A.dky;Huyện ủy Kỳ Sơn;DISTRICT_PARTY;A.tu;A.tu;;;2000-01-01;2025-06-30
            A.dvinh;Thành ủy Vinh;DISTRICT_PARTY;A.tu;A.tu;;;2000-01-01;2025-06-30
            A.mt;Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh;MASS_ORGANISATION;;;;;2000-01-01;
            A.xmx;Ủy ban nhân dân xã Mường Xén;COMMUNE;A.ubnd;A.ubnd;;;2025-07-01;
            A.ptv;Ủy ban nhân dân phường Trường Vinh;COMMUNE;A.ubnd;A.ubnd;;;2025-07-01;
            A.dmx;Đảng ủy xã Mường Xén;COMMUNE_PARTY;A.tu;A.tu;;;2025-07-01;
            """;
    private static final String DEPARTMENTS = "A.khdt,A.ld,A.snv,A.stc,A.tt,A.vp";
    private static final String DEPARTMENTS_AFTER = "A.snv,A.stc,A.tt,A.vp";
    private static final String DISTRICTS = "A.hoa,A.ky,A.que,A.vinh";
    private static final String COMMUNES = "A.ptv,A.xmx";

    private final AgencyGroups groups = new AgencyGroups(ImportAgencies.read(CSV, "A"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Các Sở, Ban, Ngành cấp tỉnh                               | DEPARTMENTS
                    các sở, ngành                                             | DEPARTMENTS
                    các sở, ban ngành                                         | DEPARTMENTS
                    giám đốc các sở                                           | DEPARTMENTS
                    Giám đốc (Thủ trưởng) các sở, ban, ngành cấp tỉnh         | DEPARTMENTS
                    các cơ quan chuyên môn thuộc UBND tỉnh                    | DEPARTMENTS
                    các cơ quan chuyên môn thuộc Uỷ ban nhân dân tỉnh Nghệ An | DEPARTMENTS
                    các sở, ban, ngành, đoàn thể cấp tỉnh                     | DEPARTMENTS,A.mt
                    các đơn vị sự nghiệp thuộc UBND tỉnh                      | A.bv
                    các cơ quan chuyên môn, đơn vị sự nghiệp thuộc UBND tỉnh  | DEPARTMENTS,A.bv
                    Chủ tịch UBND các huyện, thành phố, thị xã                | DISTRICTS
                    Uỷ ban nhân dân các huyện, thành phố                      | DISTRICTS
                    UBND thành phố, thị xã và các huyện                       | DISTRICTS
                    UBND cấp huyện                                            | DISTRICTS
                    UBND các huyện, thành phố, thị xã; UBND các xã, phường, thị trấn | DISTRICTS
                    các huyện, thành, thị uỷ                                  | A.dky,A.dvinh
                    Ban Thường vụ các huyện ủy, thành ủy, thị ủy              | A.dky,A.dvinh
                    Các cơ quan, đơn vị, địa phương                           | DEPARTMENTS,DISTRICTS
                    các sở, ban, ngành, địa phương                            | DEPARTMENTS,DISTRICTS
                    các sở, ngành; UBND các huyện, thành phố, thị xã          | DEPARTMENTS,DISTRICTS
                    các cấp, các ngành                                        | DEPARTMENTS,DISTRICTS
                    Chính quyền các cấp                                       | A.ubnd,DISTRICTS
                    các cơ quan chính quyền địa phương                        | DISTRICTS
                    Cấp ủy đảng các cấp                                       | A.dky,A.dvinh
                    Mặt trận Tổ quốc và các tổ chức chính trị - xã hội        | A.mt
                    các cơ quan truyền thông, báo chí                         | A.dai
                    các cơ quan hành chính thuộc tỉnh                         | DEPARTMENTS,DISTRICTS
                    thủ trưởng các ban, ngành cấp tỉnh                        | DEPARTMENTS
                    Ủy ban nhân dân các huyện, thành phố, thị xã, tỉnh Nghệ An | DISTRICTS
                    """)
    void expandsSortsToWhoExistedBefore(String phrase, String codes) {
        assertThat(groups.named(phrase, BEFORE)).containsExactlyInAnyOrder(expanded(codes, DEPARTMENTS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "–", textBlock = """
                    các sở, ban, ngành cấp tỉnh                       | DEPARTMENTS
                    UBND các huyện, thành phố, thị xã                 | –
                    các huyện, thành, thị ủy                          | –
                    UBND cấp huyện                                    | –
                    UBND các xã, phường, đặc khu                      | COMMUNES
                    UBND các xã, phường, thị trấn                     | COMMUNES
                    Chủ tịch UBND các xã, phường                      | COMMUNES
                    UBND cấp xã                                       | COMMUNES
                    Uỷ ban nhân dân cấp huyện, cấp xã                 | COMMUNES
                    đảng ủy các xã, phường, đặc khu                   | A.dmx
                    các cơ quan, đơn vị, địa phương                   | DEPARTMENTS,COMMUNES
                    các sở, ngành và UBND các xã, phường              | DEPARTMENTS,COMMUNES
                    Chủ tịch UBND xã Mường Xén                        | A.xmx
                    Sở Kế hoạch và Đầu tư                             | –
                    """)
    void expandsSortsToWhoExistsAfter(String phrase, @Nullable String codes) {
        String[] expected = codes == null ? new String[0] : expanded(codes, DEPARTMENTS_AFTER);
        assertThat(groups.named(phrase, AFTER)).containsExactlyInAnyOrder(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Sở Nội vụ                                          | A.snv
                    Sở Nội vụ, Sở Tài chính                            | A.snv,A.stc
                    Giám đốc Sở Nội vụ tỉnh Nghệ An                    | A.snv
                    Sở KH&ĐT                                           | A.khdt
                    Sở LĐ-TB&XH                                        | A.ld
                    Sở Lao động, Thương binh và Xã hội                 | A.ld
                    các sở: Nội vụ, Kế hoạch và Đầu tư, Tài chính      | A.snv,A.khdt,A.stc
                    các Sở Nội vụ và Tài chính                         | A.snv,A.stc
                    các sở: Sở Nội vụ, Sở Tài chính                    | A.snv,A.stc
                    UBND tỉnh                                          | A.ubnd
                    UBND tỉnh Nghệ An                                  | A.ubnd
                    Chủ tịch UBND tỉnh                                 | A.ct
                    Văn phòng UBND tỉnh                                | A.vp
                    Chánh Văn phòng Uỷ ban nhân dân tỉnh Nghệ An       | A.vp
                    Thanh tra tỉnh                                     | A.tt
                    Đài Phát thanh và Truyền hình Nghệ An              | A.dai
                    Chủ tịch UBND huyện Kỳ Sơn                         | A.ky
                    UBND huyện Kì Sơn                                  | A.ky
                    UBND TP. Vinh                                      | A.vinh
                    UBND thị xã Thái Hoà                               | A.hoa
                    huyện Quế Phong                                    | A.que
                    UBND các huyện: Kỳ Sơn, Quế Phong                  | A.ky,A.que
                    UBND các huyện Kỳ Sơn, Quế Phong và thành phố Vinh | A.ky,A.que,A.vinh
                    Tỉnh uỷ                                            | A.tu
                    Ban Tuyên giáo Tỉnh ủy                             | A.btg
                    Ban Tuyên giáo                                     | A.btg
                    Huyện ủy Kỳ Sơn                                    | A.dky
                    Ủy ban MTTQ Việt Nam tỉnh                          | A.mt
                    """)
    void namesAgenciesOneByOne(String phrase, String codes) {
        assertThat(groups.named(phrase, BEFORE)).containsExactlyInAnyOrder(codes.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "các nhà khoa học",
                "Sở Nội vụ tỉnh Hà Tĩnh",
                "UBND tỉnh Hà Tĩnh",
                "các thành viên Ban Chỉ đạo",
                "các huyện miền núi",
                "HĐND các huyện",
                "UBND các xã vùng đặc biệt khó khăn",
                "các cơ sở, doanh nghiệp",
                "Sở Nội",
                "Công an huyện Kỳ Sơn",
                "đội ngũ công chức cấp xã",
                ""
            })
    void leavesOutWhatItDoesNotRecognise(String phrase) {
        assertThat(groups.named(phrase, BEFORE)).isEmpty();
    }

    @Test
    void readsDecomposedTextAlike() {
        String decomposed = Normalizer.normalize("UBND các huyện, thành phố, thị xã", Normalizer.Form.NFD);
        assertThat(groups.named(decomposed, BEFORE)).hasSize(4);
    }

    private static String[] expanded(String codes, String departments) {
        return codes.replace("DEPARTMENTS", departments)
                .replace("DISTRICTS", DISTRICTS)
                .replace("COMMUNES", COMMUNES)
                .split(",");
    }
}
