package vn.dondoc.documents.directive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTests {

    @ParameterizedTest
    @CsvSource({
        "4709 /UBND-KSTT, 4709/UBND-KSTT, 4709, UBND-KSTT, false",
        "12 / 2024 / NQ – HĐND, 12/2024/NQ-HĐND, 12, 2024/NQ-HĐND, false",
        "137/2024/QH15, 137/2024/QH15, 137, 2024/QH15, false",
        "15a/QĐ-UBND, 15a/QĐ-UBND, 15a, QĐ-UBND, false",
        "05 - NQ/TƯ, 05-NQ/TU, 05, NQ/TU, true",
        "453–KL/TU, 453-KL/TU, 453, KL/TU, true",
        "36-HD/VPTW, 36-HD/VPTW, 36, HD/VPTW, true",
        "Số: 12A/KH-UBND, 12A/KH-UBND, 12A, KH-UBND, false",
        "05/KH-BCĐ389, 05/KH-BCĐ389, 05, KH-BCĐ389, false",
        "123456/CTHN-TTHT, 123456/CTHN-TTHT, 123456, CTHN-TTHT, false",
        "45-CV/BTGTU, 45-CV/BTGTU, 45, CV/BTGTU, true",
        "15/QĐ/UBND, 15/QĐ/UBND, 15, QĐ/UBND, false",
        "1120/SNNMT&SXD, 1120/SNNMT&SXD, 1120, SNNMT&SXD, false"
    })
    void hasOneFormAndTwoPartsThatMakeItAgain(
            String typed, String canonical, String running, String notation, boolean party) {
        DocumentNumber number = DocumentNumber.of(typed).orElseThrow();
        assertThat(number).isEqualTo(new DocumentNumber(running, notation, party));
        assertThat(number.canonical()).isEqualTo(canonical);
        assertThat(DocumentNumber.of(running, notation)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nghị quyết năm", "118", "UBND-NC", "12/", "3/4", "05/2023"})
    void whatIsNoneIsNone(String typed) {
        assertThat(DocumentNumber.of(typed)).isEmpty();
    }
}
