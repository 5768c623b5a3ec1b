package vn.dondoc.messaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.contract.Topic;
import vn.dondoc.embedded.EmbeddedBroker;

class TopicsIT {

    private static final int SERVICES = 6;

    /** Each finds topics that another has just made, of which the broker does not tell everything yet. */
    @Test
    void servicesThatStartTogetherMakeTheSameTopics(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                ExecutorService services = Executors.newFixedThreadPool(SERVICES)) {
            for (int round = 0; round < 5; round++) {
                String name = "round-" + round + "-";
                List<Topics.Declaration> all = IntStream.range(0, 12)
                        .mapToObj(it -> new Topics.Declaration(name + it, Topic.Kept.FOR_EVER))
                        .toList();
                var together = new CyclicBarrier(SERVICES);
                List<Future<?>> started = new ArrayList<>();
                for (int i = 0; i < SERVICES; i++) {
                    started.add(services.submit(() -> {
                        together.await();
                        Topics.ensure(Map.of("bootstrap.servers", broker.bootstrapServers()), all, 3, (short) 1);
                        return null;
                    }));
                }
                for (Future<?> it : started) {
                    it.get(1, TimeUnit.MINUTES);
                }
            }
        }
    }
}
