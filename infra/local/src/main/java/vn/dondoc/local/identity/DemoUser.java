package vn.dondoc.local.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.dondoc.local.Catalogue;

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

    /** One of each provincial role for every province, an officer and a system for every agency, and the operator. */
    public static List<DemoUser> all() {
        List<DemoUser> users = new ArrayList<>();
        for (Catalogue.Province province : Catalogue.provinces()) {
            for (String role : PROVINCIAL) {
                String agency = role.equals("LEAD") ? province.code() + ".snv" : province.root();
                String name = role.toLowerCase(Locale.ROOT) + "." + province.code();
                users.add(new DemoUser(name, province.code(), agency, List.of(role), List.of()));
            }
            for (Catalogue.Row agency : province.rows()) {
                users.add(new DemoUser(
                        "officer." + agency.code(), province.code(), agency.code(), List.of("OFFICER"), List.of()));
                users.add(new DemoUser(
                        "system." + agency.code(), province.code(), agency.code(), List.of("SYSTEM"), List.of()));
            }
        }
        users.add(new DemoUser(OPERATOR, null, null, List.of(), List.of("operate")));
        return users;
    }
}
