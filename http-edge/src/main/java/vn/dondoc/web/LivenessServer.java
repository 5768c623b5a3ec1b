package vn.dondoc.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.SmartLifecycle;

/**
 * Says on a port of its own whether the process is to live on ({@code GET /livez}: 200 or 503), with threads of its own:
 * however many callers hold the threads of the API, whoever watches is answered and kills nothing that is only busy.
 */
final class LivenessServer implements SmartLifecycle {

    private final int port;
    private final ApplicationAvailability availability;
    private volatile @Nullable HttpServer server;

    /** @param port 0 for none */
    LivenessServer(int port, ApplicationAvailability availability) {
        this.port = port;
        this.availability = availability;
    }

    @Override
    public void start() {
        try {
            HttpServer starting = HttpServer.create(new InetSocketAddress(port), 0);
            starting.createContext("/livez", this::answer);
            starting.setExecutor(Thread::startVirtualThread);
            starting.start();
            server = starting;
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on the liveness port " + port, taken);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            LivenessState state = availability.getState(LivenessState.class, LivenessState.CORRECT);
            byte[] said = (state + "\n").getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(state == LivenessState.CORRECT ? 200 : 503, said.length);
            exchange.getResponseBody().write(said);
        }
    }

    @Override
    public void stop() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
            server = null;
        }
    }

    @Override
    public boolean isAutoStartup() {
        return port > 0;
    }

    /** The first to start and the last to stop: what starts or drains is alive. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
