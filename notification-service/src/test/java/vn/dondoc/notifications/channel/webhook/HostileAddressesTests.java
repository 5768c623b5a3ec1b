package vn.dondoc.notifications.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Failure;
import vn.dondoc.notifications.SampleFacts;
import vn.dondoc.notifications.channel.Deliver;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.wording.Wordings;
import vn.dondoc.notifications.webhook.Endpoint;
import vn.dondoc.notifications.webhook.Endpoints;
import vn.dondoc.notifications.webhook.Reach;
import vn.dondoc.notifications.webhook.WebhookProperties;

/** Nothing internal is reached: not by an address that is written down, and not by one that got past that. */
class HostileAddressesTests {

    private static final WebhookProperties STRICT =
            new WebhookProperties(true, List.of(), 4, Duration.ofSeconds(2), Duration.ofSeconds(2));

    /** Names of the world, as an attacker would set them up. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("localtest.example", "127.0.0.1"),
            Map.entry("ten.example", "10.0.0.5"),
            Map.entry("metadata.example", "169.254.169.254"),
            Map.entry("six.example", "::1"),
            Map.entry("unique.example", "fd00::1"),
            Map.entry("mapped.example", "::ffff:10.0.0.1"),
            Map.entry("nat64.example", "64:ff9b::a00:1"),
            Map.entry("sixtofour.example", "2002:a00:1::1"),
            Map.entry("shared.example", "100.64.0.1"),
            Map.entry("public.example", "93.184.215.14"));

    private static final AtomicInteger reached = new AtomicInteger();
    private static HttpServer inside;

    @BeforeAll
    static void listenInside() throws Exception {
        inside = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        inside.createContext("/", exchange -> {
            reached.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        inside.start();
    }

    @AfterAll
    static void stop() {
        inside.stop(0);
    }

    static Stream<String> addresses() {
        String port = ":" + inside.getAddress().getPort() + "/";
        return Stream.of(
                // this host, in all the ways it is written
                "http://127.0.0.1" + port,
                "http://127.0.0.1.:" + port.substring(1),
                "http://127.1" + port,
                "http://127.0.1" + port,
                "http://127.255.255.254" + port,
                "http://2130706433" + port,
                "http://0177.0.0.1" + port,
                "http://0x7f.0.0.1" + port,
                "http://0x7f000001" + port,
                "http://017700000001" + port,
                "http://127.0.0.1%00.example" + port,
                "http://localhost" + port,
                "http://LOCALHOST" + port,
                "http://localhost.localdomain" + port,
                "http://0.0.0.0" + port,
                "http://0" + port,
                "http://0.1.2.3" + port,
                "http://[::1]" + port,
                "http://[::]" + port,
                "http://[0:0:0:0:0:0:0:1]" + port,
                "http://[::ffff:127.0.0.1]" + port,
                "http://[::ffff:7f00:1]" + port,
                "http://[0:0:0:0:0:ffff:127.0.0.1]" + port,
                "http://[::127.0.0.1]" + port,
                "http://[64:ff9b::127.0.0.1]" + port,
                "http://[64:ff9b::7f00:1]" + port,
                "http://[2002:7f00:1::]" + port,
                "http://[fe80::1]" + port,
                "http://[fe80::1%25lo]" + port,
                // networks that are not public
                "https://10.0.0.1/",
                "https://10.255.255.255/",
                "https://172.16.0.1/",
                "https://172.31.255.254/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://100.127.255.255/",
                "https://169.254.169.254/latest/meta-data/",
                "https://169.254.0.1/",
                "https://192.0.0.170/",
                "https://192.0.2.1/",
                "https://198.18.0.1/",
                "https://198.19.255.255/",
                "https://198.51.100.7/",
                "https://203.0.113.9/",
                "https://224.0.0.1/",
                "https://239.255.255.250/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "https://[fc00::1]/",
                "https://[fd12:3456:789a::1]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[2001:db8::1]/",
                "https://[2001::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[64:ff9b:1::a00:1]/",
                "https://[2002:a00:1::1]/",
                // names that stand for them
                "http://localtest.example" + port,
                "https://ten.example/",
                "https://metadata.example/",
                "https://six.example/",
                "https://unique.example/",
                "https://mapped.example/",
                "https://nat64.example/",
                "https://sixtofour.example/",
                "https://shared.example/",
                // what is no address of a machine
                "https://public.example@127.0.0.1/",
                "https://127.0.0.1#@public.example/",
                "https://user:password@public.example/",
                "https://public.example/#fragment",
                "https:///no-host",
                "https://",
                "https:public.example",
                "//public.example/",
                "public.example",
                "ftp://public.example/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:25/",
                "javascript:alert(1)",
                "jar:https://public.example!/",
                "https://public.example\\@127.0.0.1/",
                "https://public example/",
                "https://①②⑦.⓪.⓪.①/",
                "https://１２７.０.０.１/",
                "https://nowhere.example/",
                "https://" + "a".repeat(600) + ".example/");
    }

    private static InetAddress[] lookUp(String host) throws UnknownHostException {
        String known = NAMES.get(host);
        if (known != null) {
            return new InetAddress[] {InetAddress.getByName(known)};
        }
        if (host.endsWith(".example")) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(host);
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(addresses()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @Test
    void anAddressThatIsFineIsTaken() {
        Reach reach = new Reach(STRICT, HostileAddressesTests::lookUp);
        assertThat(reach.checked("/address", "https://public.example/don-doc").getHost())
                .isEqualTo("public.example");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void itIsRefusedWhenItIsWrittenDown(String address) {
        Reach reach = new Reach(STRICT, HostileAddressesTests::lookUp);
        assertThatThrownBy(() -> reach.checked("/address", address))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(it.fields())
                                .singleElement()
                                .satisfies(field -> assertThat(field.pointer()).isEqualTo("/address")));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void andAgainWhenAConnectionIsToBeMade(String address) {
        URI written;
        try {
            written = URI.create(address);
        } catch (IllegalArgumentException unreadable) {
            return; // no endpoint can have it
        }
        if (written.getHost() == null
                || NAMES.getOrDefault(written.getHost(), "").equals("93.184.215.14")) {
            return; // nowhere to go, or a public place in a form that was refused
        }
        int before = reached.get();
        Deliver.Outcome outcome = deliver(written, HostileAddressesTests::lookUp);
        assertThat(outcome).isNotInstanceOf(Deliver.Outcome.Delivered.class);
        assertThat(reached.get()).isEqualTo(before);
    }

    @Test
    void aNameThatChangesItsMeaningGainsNothing() {
        var asked = new AtomicInteger();
        Reach.Names changing = host ->
                new InetAddress[] {InetAddress.getByName(asked.getAndIncrement() == 0 ? "93.184.215.14" : "127.0.0.1")};
        Reach reach = new Reach(STRICT, changing);
        URI written = reach.checked(
                "/address", "http://rebind.example:" + inside.getAddress().getPort() + "/");
        int before = reached.get();
        DeliverWebhook channel = channel(written, reach);
        Deliver.Outcome outcome = channel.deliver("VN-23/X", List.of(notice()));
        assertThat(outcome).isInstanceOf(Deliver.Outcome.Never.class);
        assertThat(outcome.answer()).contains("internal");
        assertThat(reached.get()).isEqualTo(before);
    }

    @Test
    void aNameThatAlsoStandsForSomethingInternalIsOutOfReach() {
        Reach.Names both =
                host -> new InetAddress[] {InetAddress.getByName("93.184.215.14"), InetAddress.getByName("127.0.0.1")};
        assertThatThrownBy(() -> new Reach(STRICT, both).resolve("both.example"))
                .isInstanceOf(Reach.OutOfReach.class);
    }

    @Test
    void aNetworkThatTheOperatorAllowsIsReached() {
        var allowing =
                new WebhookProperties(true, List.of("127.0.0.0/8"), 4, Duration.ofSeconds(2), Duration.ofSeconds(2));
        Reach reach = new Reach(allowing, HostileAddressesTests::lookUp);
        int before = reached.get();
        URI written = URI.create("http://127.0.0.1:" + inside.getAddress().getPort() + "/");
        assertThat(channel(written, reach).deliver("VN-23/X", List.of(notice())))
                .isInstanceOf(Deliver.Outcome.Delivered.class);
        assertThat(reached.get()).isEqualTo(before + 1);
    }

    private static Deliver.Outcome deliver(URI address, Reach.Names names) {
        return channel(address, new Reach(STRICT, names)).deliver("VN-23/X", List.of(notice()));
    }

    private static DeliverWebhook channel(URI address, Reach reach) {
        var endpoint = Endpoint.fresh("VN-23", "X", address, Set.of(), Set.of(), true);
        return new DeliverWebhook(
                new One(endpoint),
                reach,
                new Wordings(),
                STRICT,
                Clock.systemUTC(),
                JsonMapper.builder().build());
    }

    private static Versioned<Notice> notice() {
        return new Versioned<>("notice-1", 1, 0, SampleFacts.notice(Notice.Kind.TASK_ASSIGNED, "rà soát"));
    }

    /** A province with one endpoint. */
    private record One(Endpoint endpoint) implements Endpoints {

        @Override
        public Optional<Versioned<Endpoint>> find(AccessScope scope, String province, String name) {
            return Optional.of(new Versioned<>(endpoint.id(), 1, 0, endpoint));
        }

        @Override
        public List<Endpoint> of(AccessScope scope, String province) {
            return List.of(endpoint);
        }

        @Override
        public Stretch<Versioned<Endpoint>> list(AccessScope scope, Window window) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Receipt create(AccessScope scope, Endpoint another, Command command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Receipt change(
                AccessScope scope, String province, String name, Command command, UnaryOperator<Endpoint> change) {
            return new Receipt(endpoint.id(), 2, Instant.EPOCH);
        }

        @Override
        public void remove(AccessScope scope, String province, String name) {
            throw new UnsupportedOperationException();
        }
    }
}
