package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What makes a document that document: issuer, date and number. Numbers begin again every year in every office, so none
 * of the three is enough alone. A part that is not known contradicts nothing.
 */
public record Identity(
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String issuer) {

    public static Identity of(Reading reading) {
        return new Identity(
                reading.number(), reading.issueDate(), reading.head().issuer());
    }

    public static Identity of(Citation citation) {
        return new Identity(citation.number(), citation.date(), citation.issuer());
    }

    /** Whether both may be the same document: same number, and no date or issuer against it. */
    public boolean matches(Identity other) {
        if (number == null || !number.equalsIgnoreCase(other.number)) {
            return false;
        }
        boolean dates = date == null || other.date == null || date.equals(other.date);
        return dates && issuersAgree(issuer, other.issuer);
    }

    private static boolean issuersAgree(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return true;
        }
        String a = plain(one);
        String b = plain(other);
        return a.startsWith(b) || b.startsWith(a) || isPartyOfProvince(a) && isPartyOfProvince(b);
    }

    /** Papers call one Party committee by several names. */
    private static boolean isPartyOfProvince(String issuer) {
        return issuer.contains("tỉnh ủy")
                || issuer.contains("thành ủy")
                || issuer.contains("đảng bộ tỉnh")
                || issuer.contains("đảng bộ thành phố");
    }

    private static String plain(String issuer) {
        return issuer.toLowerCase(Locale.ROOT)
                .replace("uỷ", "ủy")
                .replace("ubnd", "ủy ban nhân dân")
                .replace("hđnd", "hội đồng nhân dân")
                .replace("bch", "ban chấp hành")
                .replaceFirst("^chủ tịch ", "")
                .strip();
    }
}
