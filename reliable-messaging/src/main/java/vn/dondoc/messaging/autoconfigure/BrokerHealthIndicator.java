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
final class BrokerHealthIndicator implements KafkaBinderHealth, AutoCloseable {

    private static final long PATIENCE_SECONDS = 3;

    private final Admin admin;

    BrokerHealthIndicator(Map<String, Object> client) {
        this.admin = Admin.create(client);
    }

    @Override
    public Health health() {
        try {
            int nodes = admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .size();
            return Health.up().withDetail("nodes", nodes).build();
        } catch (ExecutionException refused) {
            return Health.down(refused).build();
        } catch (TimeoutException silent) {
            return Health.down(silent).build();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
