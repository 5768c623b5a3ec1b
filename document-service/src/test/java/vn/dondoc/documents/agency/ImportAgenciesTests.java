package vn.dondoc.documents.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.failure.Failure;

class ImportAgenciesTests {

    private static final String HEADER = "code;name;kind;parent;supervisor;mailbox;aliases;validFrom;validTo\n";
    private static final String ROOT = "A.ubnd;Ủy ban nhân dân tỉnh A;PROVINCE_COMMITTEE;;;;;2000-01-01;\n";

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '~', textBlock = """
            A.x;Sở X;SECTION;A.ubnd;;;;2004-01-01;              ! /3/kind       ! không có loại «SECTION»  ! use one of
            A.x;Sở X;DEPARTMENT;A.ubnd;;;;2025-02-30;           ! /3/validFrom  ! ngày có thật             ! not a day that exists
            A.x;Sở X;DEPARTMENT;A.ubnd;;;;;                     ! /3/validFrom  ! ngày đầu tiên            ! first day
            A.x;Sở X;DEPARTMENT;A.ubnd;;;;2025-07-01;2025-06-30 ! /3/validTo    ! trước ngày đầu           ! before the first day
            A.x;Sở X;DEPARTMENT;A.none;;;;2004-01-01;           ! /3/parent     ! thêm dòng cho nó         ! in this file or in the catalogue
            A.x;Sở X;DEPARTMENT;A.ubnd;A.none;;;2004-01-01;     ! /3/supervisor ! thêm dòng cho nó         ! in this file or in the catalogue
            A.x;Sở X;DEPARTMENT;A.x;;;;2004-01-01;              ! /3/parent     ! đi vòng trở lại          ! lead back to A.x
            A.ubnd;Sở X;DEPARTMENT;;;;;2004-01-01;              ! /3/code       ! đã có ở dòng 2           ! stands already on line 2
            A.x;Sở X;DEPARTMENT;A.ubnd                          ! /3            ! có 4 cột, phải có 9      ! 4 columns instead of 9
            B.x;Sở X;DEPARTMENT;A.ubnd;;;;2004-01-01;           ! /3/code       ! không thuộc tỉnh này     ! begin with A.
            A.x;;DEPARTMENT;A.ubnd;;;;2004-01-01;               ! /3/name       ! tên chính thức           ! official name
            A.x;Sở X;DEPARTMENT;A.ubnd;;van thu;;2004-01-01;    ! /3/mailbox    ! không phải hộp thư       ! not a mailbox
            """)
    void namesLineColumnAndFixInBothLanguages(String row, String pointer, String vietnamese, String english) {
        assertThatThrownBy(() -> ImportAgencies.read(HEADER + ROOT + row + "\n", "A"))
                .isInstanceOfSatisfying(Failure.Invalid.class, it -> {
                    assertThat(it.fields()).hasSize(1);
                    assertThat(it.fields().getFirst().pointer()).isEqualTo(pointer);
                    assertThat(it.fields().getFirst().text().vietnamese())
                            .startsWith("Dòng 3")
                            .contains(vietnamese);
                    assertThat(it.fields().getFirst().text().english())
                            .startsWith("Line 3")
                            .contains(english);
                });
    }

    @Test
    void namesEveryWrongCellAtOnce() {
        String wrong = HEADER
                + ROOT
                + "B.y;Sở Y;NOTHING;;;;;2000-13-01;\n"
                + "A.z;Sở Z;DEPARTMENT;A.w;;;;2000-01-01;\n"
                + "A.w;Sở W;DEPARTMENT;A.z;;;;2000-01-01;\n";
        assertThatThrownBy(() -> ImportAgencies.read(wrong, "A"))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields())
                                .extracting(Failure.Field::pointer)
                                .containsExactly("/3/code", "/3/kind", "/3/validFrom", "/4/parent", "/5/parent"));
    }

    @Test
    void readsWhatASpreadsheetSaves() {
        String csv = "\uFEFF" + HEADER.replace("\n", "\r\n")
                + "# chú thích; bỏ qua\r\n"
                + "A.x;\"Sở \"\"X\"\"; và Y\";DEPARTMENT;;;;\" Sở XY | SXY \";2004-01-01;\r\n"
                + ";;;;;;;;\r\n\r\n";
        List<Agency> read = ImportAgencies.read(csv, "A");
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().name()).isEqualTo("Sở \"X\"; và Y");
        assertThat(read.getFirst().aliases()).containsExactly("Sở XY", "SXY");
    }

    @Test
    void namesTheLineARowBeginsOnAfterALineBreakInACell() {
        String csv = HEADER + "A.x;\"Sở\nX\";DEPARTMENT;;;;;2004-01-01;\nA.y;Sở Y;NONE;;;;;2004-01-01;\n";
        assertThatThrownBy(() -> ImportAgencies.read(csv, "A"))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields().getFirst().pointer()).isEqualTo("/4/kind"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamed() {
        String csv = HEADER + "A.x;\"Sở X;DEPARTMENT;;;;;2004-01-01;\n";
        assertThatThrownBy(() -> ImportAgencies.read(csv, "A"))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields().getFirst().text().vietnamese())
                                .contains("Dòng 2", "dấu ngoặc kép"));
    }

    @Test
    void wantsItsColumns() {
        assertThatThrownBy(() -> ImportAgencies.read("code;name\n", "A"))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields().getFirst().text().vietnamese())
                                .contains("code;name;kind"));
        assertThatThrownBy(() -> ImportAgencies.read("", "A")).isInstanceOf(Failure.Invalid.class);
    }

    @Test
    void aParentMayStandInTheCatalogueAndACycleMayLeadThroughIt() {
        List<Agency> catalogue = ImportAgencies.read(HEADER + ROOT, "A");
        String row = "A.x;Sở X;DEPARTMENT;A.ubnd;;;;2004-01-01;\n";
        assertThat(ImportAgencies.read(HEADER + row, "A", catalogue)).hasSize(1);

        List<Agency> withX = ImportAgencies.read(HEADER + ROOT + row, "A");
        String turned = HEADER + ROOT.replace("PROVINCE_COMMITTEE;;", "PROVINCE_COMMITTEE;A.x;");
        assertThatThrownBy(() -> ImportAgencies.read(turned, "A", withX))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields())
                                .extracting(Failure.Field::pointer)
                                .containsExactly("/2/parent"));
    }

    @Test
    void readsCodesWithTheirDays() {
        String header = HEADER.replace("validTo\n", "validTo;codes;source\n");
        String row = "A.ubnd;UBND tỉnh A;PROVINCE_COMMITTEE;;;;;2000-01-01;;"
                + "QD20_2020:H41:2020-07-22|TT10_2016:000.00.00.H41:2016-04-01:2025-06-30;mức A\n";
        Agency agency = ImportAgencies.read(header + row, "A").getFirst();
        assertThat(agency.codes())
                .containsExactly(
                        new AgencyCode(AgencyCode.Scheme.QD20_2020, "H41", LocalDate.of(2020, 7, 22), null),
                        new AgencyCode(
                                AgencyCode.Scheme.TT10_2016,
                                "000.00.00.H41",
                                LocalDate.of(2016, 4, 1),
                                LocalDate.of(2025, 6, 30)));
        assertThat(agency.isCalled("H41", LocalDate.of(2020, 7, 21))).isFalse();
        assertThat(agency.isCalled("H41", LocalDate.of(2020, 7, 22))).isTrue();
        assertThat(agency.isCalled("000.00.00.H41", LocalDate.of(2025, 7, 1))).isFalse();
        assertThat(agency.isCalled("A.ubnd", LocalDate.of(1999, 1, 1))).isTrue();
        assertThatThrownBy(() -> ImportAgencies.read(header + row.replace("QD20_2020:H41", "QD20:h41"), "A"))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields().getFirst().pointer()).isEqualTo("/2/codes"));
    }
}
