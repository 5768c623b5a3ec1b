package vn.dondoc.documents.format.edxml;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The key of a document between agencies: {@code OrganId,yyyy/MM/dd,Number/Symbol}, as in
 * {@code 000.00.00.G22,2015/09/30,7816/VPCP-TTĐT}. Numbers restart every year and repeat across provinces; with issuer
 * and date they are unique.
 *
 * @param number up to the first slash: 7816, or 05-NQ of a Party document
 * @param symbol after it: VPCP-TTĐT, 2020/NĐ-CP, TU
 */
public record DocumentId(String organId, LocalDate promulgated, String number, String symbol) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    public DocumentId {
        if (organId.isBlank() || organId.contains(",")) {
            throw new IllegalArgumentException("organId is blank or has a comma: " + organId);
        }
        if (number.isBlank() || number.contains("/") || number.contains(",")) {
            throw new IllegalArgumentException("number is blank or has a slash or comma: " + number);
        }
        if (symbol.isBlank() || symbol.contains(",")) {
            throw new IllegalArgumentException("symbol is blank or has a comma: " + symbol);
        }
    }

    /** Empty for anything else than the standard's form; some programs send a UUID here. */
    public static Optional<DocumentId> parse(String text) {
        String[] parts = text.strip().split("\\s*,\\s*", -1);
        int slash = parts.length == 3 ? parts[2].indexOf('/') : -1;
        Optional<LocalDate> date = slash < 1 ? Optional.empty() : Dates.day(parts[1]);
        if (date.isEmpty()
                || parts[0].isBlank()
                || parts[2].substring(slash + 1).isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new DocumentId(
                parts[0],
                date.get(),
                parts[2].substring(0, slash).strip(),
                parts[2].substring(slash + 1).strip()));
    }

    /** In the standard's form. */
    public String text() {
        return organId + "," + DATE.format(promulgated) + "," + number + "/" + symbol;
    }

    @Override
    public String toString() {
        return text();
    }
}
