package vn.dondoc.documents.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.failure.Failure;

class AgencyGroupsTests {

    private static final String CSV = """
            code;name;kind;parent;supervisor;mailbox;aliases;validFrom;validTo
            A.ubnd;Ủy ban nhân dân tỉnh A;PROVINCE_COMMITTEE;;;;UBND tỉnh;2000-01-01;
            A.snv;Sở Nội vụ;DEPARTMENT;A.ubnd;A.ubnd;;;2000-01-01;
            A.stc;Sở Tài chính;DEPARTMENT;A.ubnd;A.ubnd;;;2000-01-01;
            A.x;Ủy ban nhân dân huyện X;DISTRICT;A.ubnd;A.ubnd;;UBND huyện X;2000-01-01;2025-06-30
            A.p1;Ủy ban nhân dân phường P;COMMUNE;A.ubnd;A.ubnd;;;2025-07-01;
            """;

    private final AgencyGroups groups = new AgencyGroups(ImportAgencies.read(CSV, "A"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Các Sở, Ban, Ngành cấp tỉnh                        | A.snv,A.stc
                    giám đốc các sở                                    | A.snv,A.stc
                    Giám đốc (Thủ trưởng) các sở, ban, ngành cấp tỉnh  | A.snv,A.stc
                    Chủ tịch UBND các huyện, thành phố, thị xã         | A.x
                    Uỷ ban nhân dân các huyện, thành phố               | A.x
                    Các cơ quan, đơn vị, địa phương                    | A.snv,A.stc,A.x
                    Sở Nội vụ                                          | A.snv
                    Sở Nội vụ, Sở Tài chính                            | A.snv,A.stc
                    UBND tỉnh                                          | A.ubnd
                    """)
    void namesTheAgenciesOfTheTime(String phrase, String codes) {
        assertThat(groups.named(phrase, LocalDate.of(2022, 1, 1))).containsExactly(codes.split(","));
    }

    @Test
    void districtsHaveNoMembersOnceTheyAreAbolished() {
        assertThat(groups.named("UBND các huyện, thành phố, thị xã", LocalDate.of(2025, 7, 1)))
                .isEmpty();
        assertThat(groups.named("UBND các xã, phường", LocalDate.of(2025, 7, 1)))
                .containsExactly("A.p1");
    }

    @Test
    void anUnknownPhraseNamesNobody() {
        assertThat(groups.named("các nhà khoa học", LocalDate.of(2022, 1, 1))).isEmpty();
    }

    @Test
    void namesEveryWrongLineOfAnImport() {
        String wrong = CSV + "B.y;Sở Y;DEPARTMENT;;;;;2000-01-01;\nA.z;Sở Z;NOTHING;;;;;2000-01-01;\nA.w;Sở W\n";
        assertThatThrownBy(() -> ImportAgencies.read(wrong, "A"))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields())
                                .extracting(Failure.Field::pointer)
                                .isEqualTo(List.of("/7", "/8", "/9")));
    }
}
