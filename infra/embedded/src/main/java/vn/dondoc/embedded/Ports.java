package vn.dondoc.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free and taken ports of the loopback address. */
public final class Ports {

    private static final int FIRST = 15_000;
    private static final int LAST = 32_000;
    private static final int TRIES = 100;

    private Ports() {}

    /**
     * A port nobody listens on at this moment, out of those that the system gives to no outgoing connection: one of these
     * could be taken between now and when somebody listens.
     */
    public static int free() {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (!isTaken(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port on the loopback address");
    }

    /** Whether somebody already listens on {@code port}. */
    public static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
