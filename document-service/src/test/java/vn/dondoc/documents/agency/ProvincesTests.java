package vn.dondoc.documents.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvincesTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);

    @Test
    void areSixtyThreeBeforeAndThirtyFourAfter() {
        assertThat(Provinces.on(LocalDate.of(2021, 9, 15))).hasSize(63);
        assertThat(Provinces.on(LAST_DAY))
                .hasSize(63)
                .extracting(Province::code)
                .doesNotHaveDuplicates();
        assertThat(Provinces.on(FIRST_DAY))
                .hasSize(34)
                .extracting(Province::code)
                .doesNotHaveDuplicates();
        assertThat(Provinces.on(FIRST_DAY))
                .filteredOn(it -> it.kind().equals("thành phố"))
                .hasSize(6);
        assertThat(Provinces.on(FIRST_DAY)).allMatch(it -> it.successors().isEmpty());
    }

    @Test
    void everyProvinceThatEndedHasASuccessorOnTheNextDay() {
        assertThat(Provinces.all()).filteredOn(it -> it.validTo() != null).allSatisfy(it -> {
            assertThat(it.successors()).isNotEmpty();
            assertThat(it.successors())
                    .allMatch(code ->
                            Provinces.find(code, it.validTo().plusDays(1)).isPresent());
        });
    }

    @Test
    void threeBecameNinhBinh() {
        for (String code : List.of("VN-18", "VN-63", "VN-67")) {
            assertThat(Provinces.successors(code, FIRST_DAY))
                    .extracting(Province::name)
                    .containsExactly("Ninh Bình");
        }
        assertThat(Provinces.successors("VN-67", LAST_DAY))
                .extracting(Province::name)
                .containsExactly("Nam Định");
        assertThat(Provinces.successors("VN-22", FIRST_DAY))
                .extracting(Province::name)
                .containsExactly("Nghệ An");
        assertThat(Provinces.successors("VN-26", FIRST_DAY))
                .extracting(Province::name)
                .containsExactly("Huế");
        assertThat(Provinces.successors("VN-00", FIRST_DAY)).isEmpty();
    }

    @Test
    void giveTheirNamesToWhoeverReadsDocuments() {
        assertThat(Provinces.names()).hasSize(64).contains("Huế", "Thừa Thiên Huế", "Nam Định");
        assertThat(Provinces.names().getFirst()).isEqualTo("Bà Rịa - Vũng Tàu");
    }
}
