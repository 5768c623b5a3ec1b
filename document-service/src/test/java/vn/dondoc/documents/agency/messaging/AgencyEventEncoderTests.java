package vn.dondoc.documents.agency.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contract.Contracts;
import vn.dondoc.contract.agency.v1.AgencySucceeded;
import vn.dondoc.documents.agency.AgencyEvent;
import vn.dondoc.documents.agency.Succession;

class AgencyEventEncoderTests {

    @Test
    void aSuccessionTravelsOnTheTopicOfAgencies() {
        var succession = new Succession(
                List.of("VN-67.snv"), List.of("VN-18.snv"), LocalDate.of(2025, 7, 1), "Nghị quyết 202/2025/QH15");
        var sent =
                new AgencyEventEncoder().encode(succession.id(), new AgencyEvent.AgencySucceeded("VN-67", succession));
        assertThat(sent.topic()).isEqualTo("dondoc.agencies");
        assertThat(sent.type()).isEqualTo("vn.dondoc.agency.succeeded.v1");
        assertThat(sent.province()).isEqualTo("VN-67");
        assertThat(Contracts.json().readValue(sent.data(), AgencySucceeded.class))
                .isEqualTo(new AgencySucceeded(
                        succession.id(),
                        "VN-67",
                        List.of("VN-67.snv"),
                        List.of("VN-18.snv"),
                        LocalDate.of(2025, 7, 1),
                        "Nghị quyết 202/2025/QH15"));
    }
}
