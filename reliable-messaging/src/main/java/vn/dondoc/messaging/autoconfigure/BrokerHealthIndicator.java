package vn.dondoc.messaging.autoconfigure;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.Health;
import org.springframework.cloud.stream.binder.kafka.KafkaBinderHealth;

/**
 * Whether the broker answers. No part of readiness: what is accepted meanwhile waits in the outbox. It stands for the
 * binder's own, which knows nothing of SSL bundles.
 */
final class BrokerHealthIndicator extends WatchedHealth implements KafkaBinderHealth {

    private static final long PATIENCE_SECONDS = 3;

    private final Admin admin;

    static BrokerHealthIndicator of(Map<String, Object> client) {
        return new BrokerHealthIndicator(Admin.create(client));
    }

    private BrokerHealthIndicator(Admin admin) {
        super("broker", () -> describe(admin));
        this.admin = admin;
    }

    private static Health describe(Admin admin) {
        try {
            int nodes = admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .size();
            return Health.up().withDetail("nodes", nodes).build();
        } catch (ExecutionException | TimeoutException unanswered) {
            return Health.down(unanswered).build();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }

    @Override
    public void close() {
        super.close();
        admin.close();
    }
}
