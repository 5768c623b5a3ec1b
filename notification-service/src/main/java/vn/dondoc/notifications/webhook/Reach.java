package vn.dondoc.notifications.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import vn.dondoc.failure.Failure;

/**
 * Who may be reached by a webhook: public addresses, and the networks that the operator allows. A name is looked up, and
 * what it stands for is judged, when the address is written down and again each time a connection is made; the connection
 * goes to the very addresses that were judged, so a name that changes its meaning in between gains nothing.
 */
@Component
public class Reach {

    private static final int LONGEST = 500;

    /**
     * Not public, by the registries of special-purpose addresses (RFC 6890 and what followed): this host, private, shared,
     * loopback, link-local with the metadata services of clouds, protocol assignments, documentation, benchmarks,
     * multicast, reserved; and the IPv6 prefixes that carry an IPv4 address inside,
     * but for the mapped ones, which Java reads as IPv4.
     */
    private static final List<IpAddressMatcher> INTERNAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(IpAddressMatcher::new)
            .toList();

    private final boolean insecure;
    private final List<IpAddressMatcher> allowed;
    private final Names names;

    @Autowired
    Reach(WebhookProperties properties) {
        this(properties, InetAddress::getAllByName);
    }

    /** @param names what they stand for, if not what the machine says */
    public Reach(WebhookProperties properties, Names names) {
        this.insecure = properties.insecure();
        this.allowed =
                properties.allowedNetworks().stream().map(IpAddressMatcher::new).toList();
        this.names = names;
    }

    /** What names stand for. */
    public interface Names {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    /** Somebody who may not be reached, or cannot be. */
    public static final class OutOfReach extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        OutOfReach(String message) {
            super(message);
        }
    }

    /**
     * What a host stands for now, all of it within reach.
     *
     * @throws UnknownHostException if nobody knows it
     * @throws OutOfReach if any of it is internal
     */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.lookUp(host);
        for (InetAddress it : found) {
            if (!isWithin(it)) {
                throw new OutOfReach(host + " is an internal address");
            }
        }
        return found;
    }

    boolean isWithin(InetAddress address) {
        String written = address.getHostAddress();
        int zone = written.indexOf('%');
        String plain = zone < 0 ? written : written.substring(0, zone);
        return matches(allowed, plain) || !matches(INTERNAL, plain);
    }

    private static boolean matches(List<IpAddressMatcher> networks, String address) {
        return networks.stream().anyMatch(it -> it.matches(address));
    }

    /**
     * An address as somebody wrote it down.
     *
     * @throws Failure.Invalid naming the field, if it is no address that a webhook goes to
     */
    public URI checked(String field, String written) {
        List<Failure.Field> wrong = new ArrayList<>();
        URI uri = null;
        try {
            uri = new URI(written);
        } catch (URISyntaxException unreadable) {
            wrong.add(new Failure.Field(field, "notifications.webhook-no-address"));
        }
        if (uri != null) {
            check(field, uri, written, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        return Objects.requireNonNull(uri);
    }

    /** A number that is no IPv4 address as everybody writes it, and so is read in more ways than one. */
    private static boolean isOddNumber(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return last.matches("\\d+|0[xX][0-9a-fA-F]*") && !host.matches("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    }

    private void check(String field, URI uri, String written, List<Failure.Field> wrong) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(insecure && scheme.equals("http"))) {
            wrong.add(new Failure.Field(field, "notifications.webhook-no-tls"));
        } else if (uri.getHost() == null || written.length() > LONGEST || isOddNumber(uri.getHost())) {
            wrong.add(new Failure.Field(field, "notifications.webhook-no-address"));
        } else if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            wrong.add(new Failure.Field(field, "notifications.webhook-too-much"));
        } else {
            try {
                resolve(uri.getHost());
            } catch (OutOfReach internal) {
                wrong.add(new Failure.Field(field, "notifications.webhook-internal", uri.getHost()));
            } catch (UnknownHostException unknown) {
                wrong.add(new Failure.Field(field, "notifications.webhook-unknown", uri.getHost()));
            }
        }
    }
}
