package vn.dondoc.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in to a broker, and what each may do there: SASL with passwords, access control lists, and TLS if there is a
 * certificate. Without a guard whoever reaches the port may do everything.
 *
 * @param owner principal that may do everything, and under which the broker speaks with itself
 * @param passwords of every principal, the owner's among them; letters, digits, {@code -} and {@code _}
 * @param allowed to the others; what was allowed before and is not among it is taken back when the broker starts
 * @param certificate key and certificate of the broker, and whom it trusts; {@code null} without TLS
 */
public record BrokerGuard(
        String owner,
        Map<String, String> passwords,
        List<AclBinding> allowed,
        @Nullable Store certificate) {

    private static final String MECHANISM = "PLAIN";

    /** How long the broker may take until it goes by what its controller keeps. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(20);

    /** A PKCS #12 file with key and certificate. */
    public record Store(Path file, String password) {}

    public BrokerGuard {
        passwords = Map.copyOf(passwords);
        allowed = List.copyOf(allowed);
        for (Map.Entry<String, String> it : passwords.entrySet()) {
            if (!it.getValue().matches("[\\w-]+")) {
                throw new IllegalArgumentException("the password of " + it.getKey() + " has other signs than letters");
            }
        }
        if (!passwords.containsKey(owner)) {
            throw new IllegalArgumentException("the owner has no password");
        }
    }

    /** Settings with which a client is let in as one principal. */
    public Map<String, Object> client(String principal) {
        return settings(principal, password(principal), certificate);
    }

    /** Settings of a client that knows its password. */
    public static Map<String, Object> settings(String principal, String password, @Nullable Store trusted) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "security.protocol",
                protocol(trusted),
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                PlainLoginModule.class.getName() + " required username=\"" + principal + "\" password=\"" + password
                        + "\";"));
        if (trusted != null) {
            settings.put("ssl.truststore.type", "PKCS12");
            settings.put("ssl.truststore.location", trusted.file().toString());
            settings.put("ssl.truststore.password", trusted.password());
        }
        return settings;
    }

    private String password(String principal) {
        String password = passwords.get(principal);
        if (password == null) {
            throw new IllegalArgumentException("nobody knows " + principal);
        }
        return password;
    }

    /** Of a broker with this certificate, or without one. */
    public static String protocol(@Nullable Store certificate) {
        return certificate == null ? "SASL_PLAINTEXT" : "SASL_SSL";
    }

    /** Protocol of each listener; the controller's is reached on 127.0.0.1 only. */
    String protocols(String clients, String controller) {
        return clients + ":" + protocol(certificate) + "," + controller + ":SASL_PLAINTEXT";
    }

    /** What the broker must know of it. */
    void configure(Properties broker, String clients, String controller) {
        String users = passwords.entrySet().stream()
                .map(it -> " user_" + it.getKey() + "=\"" + it.getValue() + "\"")
                .collect(Collectors.joining());
        String logins = PlainLoginModule.class.getName() + " required username=\"" + owner + "\" password=\""
                + password(owner) + "\"" + users + ";";
        broker.put("sasl.enabled.mechanisms", MECHANISM);
        broker.put("sasl.mechanism.inter.broker.protocol", MECHANISM);
        broker.put("sasl.mechanism.controller.protocol", MECHANISM);
        for (String listener : List.of(clients, controller)) {
            broker.put("listener.name." + listener.toLowerCase(Locale.ROOT) + ".plain.sasl.jaas.config", logins);
        }
        broker.put("authorizer.class.name", StandardAuthorizer.class.getName());
        broker.put("super.users", "User:" + owner);
        if (certificate != null) {
            for (String store : List.of("keystore", "truststore")) {
                broker.put("ssl." + store + ".type", "PKCS12");
                broker.put("ssl." + store + ".location", certificate.file().toString());
                broker.put("ssl." + store + ".password", certificate.password());
            }
            broker.put("ssl.key.password", certificate.password());
        }
    }

    /**
     * Makes the lists of a running broker be these.
     *
     * @throws IllegalStateException if it does not take them
     */
    void apply(String bootstrapServers) {
        Map<String, Object> settings = client(owner);
        settings.put("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(settings)) {
            List<AclBindingFilter> former = admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
                    .filter(it -> !allowed.contains(it))
                    .map(AclBinding::toFilter)
                    .toList();
            admin.createAcls(allowed).all().get();
            admin.deleteAcls(former).all().get();
            // The controller has them; the broker goes by them a moment later, and until then by the former.
            long patience = System.nanoTime() + PATIENCE.toNanos();
            while (!Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get())
                    .equals(Set.copyOf(allowed))) {
                if (System.nanoTime() > patience) {
                    throw new IllegalStateException("the broker does not go by its access control lists");
                }
                Thread.sleep(LOOK);
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException("the broker does not take its access control lists", refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker started", interrupted);
        }
    }
}
