package vn.dondoc.reporting.indicator.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.access.AccessScope;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.indicator.v1.IndicatorComputed;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Listens;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.reporting.indicator.Figure;
import vn.dondoc.reporting.indicator.Figures;

/** Keeps computed figures for reading. */
@Configuration(proxyBeanMethods = false)
class FigureInbox {

    private static final AccessScope SELF = AccessScope.ofService("keep-figures");

    private final Figures figures;
    private final Timer filingToFigure;

    FigureInbox(Figures figures, MeterRegistry metrics) {
        this.figures = figures;
        this.filingToFigure = Timer.builder("dondoc.report.filing.to.figure")
                .description("from the recording of a report to its figure being readable")
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
    }

    @Listens(Topic.INDICATORS)
    Consumer<Message<?>> indicators(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.INDICATORS).onAll(IndicatorComputed.class, this::computed));
    }

    /** Of one figure only the latest of the batch is written. */
    private void computed(List<ReceivedEvent<IndicatorComputed>> events) {
        List<Figures.Published> published = new ArrayList<>();
        Map<String, Figure> latest = new LinkedHashMap<>();
        Map<String, Instant> recorded = new HashMap<>();
        for (ReceivedEvent<IndicatorComputed> event : events) {
            Figure figure = figure(event.data(), event.sequence());
            String key = event.aggregateId();
            published.add(new Figures.Published(key, figure, event.time(), event.causationId()));
            if (latest.merge(key, figure, (one, other) -> one.revision() > other.revision() ? one : other) == figure) {
                recorded.put(key, event.recordedAt());
            }
        }
        figures.remember(SELF, published);
        Set<String> news = figures.learn(SELF, latest);
        Instant now = Instant.now();
        recorded.forEach((key, recordedAt) -> {
            if (news.contains(key)) {
                Duration took = Duration.between(recordedAt, now);
                filingToFigure.record(took.isNegative() ? Duration.ZERO : took);
            }
        });
    }

    private static Figure figure(IndicatorComputed it, long sequence) {
        return new Figure(
                it.indicator(),
                it.name(),
                it.province(),
                it.agency(),
                it.period(),
                it.basis(),
                it.boundaries(),
                it.value(),
                it.numerator(),
                it.denominator(),
                it.unit(),
                it.reported(),
                it.expected(),
                it.attainments().stream()
                        .map(a -> new Figure.Attainment(
                                a.targetId(),
                                a.directiveId(),
                                a.directiveNumber(),
                                a.clause(),
                                a.comparator(),
                                a.value(),
                                a.valueMax(),
                                a.year(),
                                a.met(),
                                a.gap()))
                        .toList(),
                it.previous(),
                sequence,
                it.definitionVersion());
    }
}
