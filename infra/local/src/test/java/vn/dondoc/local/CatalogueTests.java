package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.documents.agency.Agency;
import vn.dondoc.documents.agency.AgencyGroups;
import vn.dondoc.documents.agency.AgencyKind;
import vn.dondoc.documents.agency.ImportAgencies;

class CatalogueTests {

    private static final LocalDate STORY = LocalDate.of(2021, 8, 3);

    @ParameterizedTest
    @CsvSource({"VN-22, 21, 21", "VN-23, 19, 13", "VN-67, 18, 10"})
    void theStoryImportsOnlyWhoExistedInItsTime(String province, int departments, int districts) {
        Catalogue.Province found = Catalogue.provinces().stream()
                .filter(it -> it.code().equals(province))
                .findFirst()
                .orElseThrow();
        List<Agency> agencies = ImportAgencies.read(found.csv(), province);
        assertThat(agencies).hasSameSizeAs(found.rows()).allMatch(it -> it.existsOn(STORY));
        assertThat(agencies)
                .filteredOn(it -> it.kind() == AgencyKind.DEPARTMENT)
                .hasSize(departments);
        assertThat(agencies).filteredOn(it -> it.kind() == AgencyKind.DISTRICT).hasSize(districts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VN-22", "VN-23", "VN-67", "VN-18"})
    void everySuccessionJoinsAgenciesThatWereThere(String province) {
        Map<String, Agency> all = everybody();
        for (Catalogue.SuccessionRow row : Catalogue.successions(province)) {
            assertThat(row.from()).allSatisfy(it -> {
                assertThat(all).containsKey(it);
                assertThat(all.get(it).existsOn(row.on().minusDays(1)))
                        .as(it + " ends on " + row.on())
                        .isTrue();
            });
            assertThat(row.to()).allSatisfy(it -> {
                assertThat(all).containsKey(it);
                assertThat(all.get(it).existsOn(row.on()))
                        .as(it + " takes over on " + row.on())
                        .isTrue();
            });
            row.from()
                    .forEach(it -> all.computeIfPresent(
                            it, (code, agency) -> agency.endingOn(row.on().minusDays(1))));
        }
    }

    @ParameterizedTest
    @CsvSource({"VN-22, 2025-06-30, 20", "VN-23, 2025-07-01, 0", "VN-67, 2025-07-01, 0", "VN-67, 2024-08-31, 10"})
    void districtsEndWithTheirLevel(String province, LocalDate day, int districts) {
        List<Agency> agencies = all(province);
        assertThat(agencies)
                .filteredOn(it -> it.kind() == AgencyKind.DISTRICT && it.existsOn(day))
                .hasSize(districts);
        assertThat(agencies)
                .filteredOn(it -> it.kind() == AgencyKind.DISTRICT_PARTY && it.existsOn(day))
                .hasSize(districts);
    }

    @Test
    void theDepartmentsOfTodayAreThoseThatWereNotSucceeded() {
        Map<String, Agency> all = everybody();
        for (String province : List.of("VN-22", "VN-23", "VN-67")) {
            Catalogue.successions(province)
                    .forEach(row -> row.from()
                            .forEach(it -> all.computeIfPresent(
                                    it,
                                    (code, agency) -> agency.endingOn(row.on().minusDays(1)))));
        }
        LocalDate today = LocalDate.of(2025, 7, 1);
        var ngheAn = new AgencyGroups(all.values().stream()
                .filter(it -> it.province().equals("VN-22"))
                .toList());
        assertThat(ngheAn.named("các sở, ban, ngành cấp tỉnh", today))
                .hasSize(15)
                .contains("VN-22.snnmt", "VN-22.svhttdl", "VN-22.sdttg")
                .doesNotContain("VN-22.stnmt", "VN-22.skhdt", "VN-22.sldtbxh");
        assertThat(ngheAn.named("Sở Kế hoạch và Đầu tư", today)).isEmpty();
        assertThat(ngheAn.named("Sở KH&ĐT", STORY)).containsExactly("VN-22.skhdt");
        var namDinh = new AgencyGroups(all.values().stream()
                .filter(it -> it.province().equals("VN-67"))
                .toList());
        assertThat(namDinh.named("các sở, ban, ngành", today)).isEmpty();
    }

    private static Map<String, Agency> everybody() {
        Map<String, Agency> all = new HashMap<>();
        for (String province : List.of("VN-22", "VN-23", "VN-67", "VN-18")) {
            all(province).forEach(it -> all.put(it.code(), it));
        }
        return all;
    }

    private static List<Agency> all(String province) {
        List<Agency> all = new ArrayList<>();
        Catalogue.provinces().stream()
                .filter(it -> it.code().equals(province))
                .forEach(it -> all.addAll(ImportAgencies.read(it.csv(), province)));
        Catalogue.additions(province).forEach(it -> all.addAll(ImportAgencies.read(it, province, all)));
        return all;
    }
}
