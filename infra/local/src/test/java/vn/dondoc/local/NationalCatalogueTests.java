package vn.dondoc.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.documents.agency.Agency;
import vn.dondoc.documents.agency.AgencyGroups;
import vn.dondoc.documents.agency.AgencyKind;
import vn.dondoc.documents.agency.ImportAgencies;

class NationalCatalogueTests {

    private static final Duration QUICK = Duration.ofSeconds(10);

    @Test
    void importsTheWholeCountry() {
        long start = System.nanoTime();
        List<Agency> all = new ArrayList<>();
        NationalCatalogue.files(7).forEach((province, csv) -> all.addAll(ImportAgencies.read(csv, province)));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("national catalogue: " + all.size() + " agencies read in " + took.toMillis() + " ms");

        assertThat(took).isLessThan(QUICK);
        assertThat(all.stream().map(Agency::province).distinct()).hasSize(34);
        assertThat(all).filteredOn(it -> it.kind() == AgencyKind.COMMUNE).hasSize(3_321);
        assertThat(all).filteredOn(it -> it.kind() == AgencyKind.DEPARTMENT).hasSize(34 * 13);
        assertThat(all).filteredOn(it -> it.name().contains(" phường ")).hasSize(687);
        assertThat(all).filteredOn(it -> it.name().contains(" đặc khu ")).hasSize(13);
        assertThat(all.stream().map(Agency::code).distinct()).hasSameSizeAs(all);
    }

    @Test
    void keepsTheNumbersThatAreKnownAndSpreadsTheRestEvenly() {
        var counts = NationalCatalogue.counts(7);
        assertThat(counts.get("VN-22").total()).isEqualTo(130);
        assertThat(counts.get("VN-23").total()).isEqualTo(69);
        assertThat(counts.get("VN-18").total()).isEqualTo(129);
        counts.keySet().removeAll(List.of("VN-22", "VN-23", "VN-18"));
        assertThat(counts.values()).allSatisfy(it -> {
            assertThat(it.xa()).isBetween(75, 76);
            assertThat(it.phuong()).isBetween(20, 21);
        });
    }

    @Test
    void isTheSameForTheSameSeedOnly() {
        assertThat(NationalCatalogue.files(1)).isEqualTo(NationalCatalogue.files(1));
        assertThat(NationalCatalogue.files(1)).isNotEqualTo(NationalCatalogue.files(2));
    }

    @Test
    void itsGroupsAreRead() {
        var groups =
                new AgencyGroups(ImportAgencies.read(NationalCatalogue.files(1).get("VN-22"), "VN-22"));
        assertThat(groups.named("UBND các xã, phường, đặc khu", NationalCatalogue.DAY))
                .hasSize(130);
        assertThat(groups.named("UBND các huyện, thành phố, thị xã", NationalCatalogue.DAY))
                .isEmpty();
    }

    @Test
    void writesOneFilePerProvince(@TempDir Path folder) throws Exception {
        NationalCatalogue.main(new String[] {folder.toString(), "3"});
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(34);
        }
        assertThat(Files.readString(folder.resolve("VN-23.csv")))
                .isEqualTo(NationalCatalogue.files(3).get("VN-23"));
    }
}
