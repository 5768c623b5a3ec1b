package vn.dondoc.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.embedded.BrokerGuard;
import vn.dondoc.embedded.store.EmbeddedStore;
import vn.dondoc.messaging.BrokerAccess;

/**
 * Passwords of the local system: of its users, of whoever speaks with its broker, and of its store. Each is made when it is
 * first asked for and lies in a file that its owner alone may read.
 */
public final class LocalAccess {

    /** Principal of the broker that may do everything. */
    public static final String OPERATOR = "operator";

    private static final String BUNDLE = "broker";
    private static final String PROTOCOL = "security.protocol";

    private final Path folder;
    private final BrokerGuard.@Nullable Store certificate;

    public LocalAccess(Path folder) {
        this(folder, null);
    }

    /** @param certificate of a broker that speaks TLS; {@code null} without */
    LocalAccess(Path folder, BrokerGuard.@Nullable Store certificate) {
        this.folder = folder;
        this.certificate = certificate;
    }

    /** Where they lie. */
    Path folder() {
        return folder;
    }

    /** What every demo user proves itself with. */
    String usersSecret() {
        return kept("secret");
    }

    /** Who is let in to the broker. */
    BrokerGuard broker() {
        Map<String, String> passwords = Stream.concat(
                        Stream.of(OPERATOR, BrokerAccess.DATA_TEAM), BrokerAccess.services().stream())
                .collect(Collectors.toMap(it -> it, this::brokerPassword));
        return new BrokerGuard(OPERATOR, passwords, BrokerAccess.all(), certificate);
    }

    /** Settings of a client of the broker under one principal. */
    public Map<String, Object> brokerClient(String principal, Ports ports) {
        Map<String, Object> settings =
                new HashMap<>(BrokerGuard.settings(principal, brokerPassword(principal), certificate));
        settings.put("bootstrap.servers", "127.0.0.1:" + ports.kafka());
        return settings;
    }

    /** What a service is told of the broker, as Spring Boot's own settings. */
    List<String> serviceArguments(String service) {
        List<String> arguments = new ArrayList<>();
        BrokerGuard.settings(service, brokerPassword(service), null).forEach((name, value) -> {
            if (!name.equals(PROTOCOL)) {
                arguments.add("--spring.kafka.properties." + name + "=" + value);
            }
        });
        arguments.add("--spring.kafka." + PROTOCOL + "=" + BrokerGuard.protocol(certificate));
        if (certificate != null) {
            String bundle = "--spring.ssl.bundle.jks." + BUNDLE + ".truststore.";
            arguments.addAll(List.of(
                    "--spring.kafka.ssl.bundle=" + BUNDLE,
                    bundle + "location=file:" + certificate.file(),
                    bundle + "password=" + certificate.password(),
                    bundle + "type=PKCS12"));
        }
        return arguments;
    }

    String storePassword() {
        return kept("store.password");
    }

    /** Connection string of the store, without a database name. */
    public String storeUri(Ports ports) {
        return EmbeddedStore.uri(ports.store(), storePassword());
    }

    /**
     * Writes what programs of a data team are given to read the topics: {@code data-team.properties} for clients in Java,
     * {@code data-team.conf} for kcat and others on librdkafka.
     */
    void writeDataTeamFiles(Ports ports) {
        Map<String, Object> java = new TreeMap<>(brokerClient(BrokerAccess.DATA_TEAM, ports));
        write("data-team.properties", lines(java));
        Map<String, Object> librdkafka = new TreeMap<>(java);
        librdkafka.remove("sasl.jaas.config");
        librdkafka.put("sasl.username", BrokerAccess.DATA_TEAM);
        librdkafka.put("sasl.password", brokerPassword(BrokerAccess.DATA_TEAM));
        write("data-team.conf", lines(librdkafka));
    }

    /** File with the settings of a data team's client in Java. */
    Path dataTeamFile() {
        return folder.resolve("data-team.properties");
    }

    private static String lines(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private String brokerPassword(String principal) {
        return kept("broker." + principal + ".password");
    }

    private String kept(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                publish(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            }
            return Files.readString(file).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Of two processes that make the same one, the first is believed by both. */
    private void publish(Path file, String text) throws IOException {
        Path whole = whole(file, text);
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException made) {
            // Read below, like any other.
        } finally {
            Files.delete(whole);
        }
    }

    /** All of it or nothing. */
    private void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.move(whole(file, text), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A file beside, which nobody else can read. */
    private Path whole(Path file, String text) throws IOException {
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(
                folder,
                file.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(whole, text, StandardCharsets.UTF_8);
    }
}
