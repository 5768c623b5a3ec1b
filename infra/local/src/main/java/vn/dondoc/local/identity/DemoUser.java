package vn.dondoc.local.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can ask for a token here and nowhere else.
 *
 * @param name such as {@code clerk.VN-22} or {@code officer.VN-22.snv}
 * @param province {@code null} for the operator, who belongs to none
 */
public record DemoUser(
        String name, @Nullable String province, @Nullable String agency, List<String> roles, List<String> scopes) {

    /** Whoever runs the system. */
    public static final String OPERATOR = "operator";

    private static final List<String> PROVINCIAL = List.of("CLERK", "LEAD", "SUPERVISOR", "AUDITOR", "ADMIN");
    private static final List<String> OF_AN_AGENCY = List.of("OFFICER", "SYSTEM");
    private static final Pattern NAME = Pattern.compile("([a-z]+)\\.(VN-[A-Z0-9]{2})(\\.[a-z0-9.-]+)?");

    /** What a user proves itself with, derived from the secret of this data folder. */
    public static String secretOf(String user, String folderSecret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(folderSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    /**
     * Whoever bears a name of the right form: {@code clerk}, {@code lead}, {@code supervisor}, {@code auditor}, {@code
     * admin} of any province; {@code officer} and {@code system} of any agency.
     */
    public static Optional<DemoUser> named(String name) {
        if (name.equals(OPERATOR)) {
            return Optional.of(new DemoUser(OPERATOR, null, null, List.of(), List.of("operate")));
        }
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String role = parts.group(1).toUpperCase(Locale.ROOT);
        String province = parts.group(2);
        if (parts.group(3) != null) {
            return OF_AN_AGENCY.contains(role)
                    ? Optional.of(new DemoUser(name, province, province + parts.group(3), List.of(role), List.of()))
                    : Optional.empty();
        }
        String agency = province + (role.equals("LEAD") ? ".snv" : ".ubnd");
        return PROVINCIAL.contains(role)
                ? Optional.of(new DemoUser(name, province, agency, List.of(role), List.of()))
                : Optional.empty();
    }
}
