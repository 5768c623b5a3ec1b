package vn.dondoc.notifications.ladder.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.messaging.CloudEventHeaders;
import vn.dondoc.messaging.inbox.DeadLetterTopic;
import vn.dondoc.notifications.ladder.OperatorProperties;
import vn.dondoc.notifications.ladder.WriteNotices;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.FactsBuilder;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.recipient.Recipient;
import vn.dondoc.notifications.recipient.Recipients;

/**
 * Tells that a service put a record aside: the operators once an hour for each service and topic, however many there are,
 * and who sent it once a day for each thing that goes no further. Whatever a dead letter holds, it is told of.
 */
@Configuration(proxyBeanMethods = false)
class ParkedNotices {

    private static final Logger log = LoggerFactory.getLogger(ParkedNotices.class);
    private static final AccessScope SELF = AccessScope.ofService("tell-operators");

    private final WriteNotices writeNotices;
    private final Recipients recipients;
    private final WhoCausedIt whoCausedIt;
    private final OperatorProperties operators;
    private final Clock clock;

    ParkedNotices(
            WriteNotices writeNotices,
            Recipients recipients,
            WhoCausedIt whoCausedIt,
            OperatorProperties operators,
            Clock clock) {
        this.whoCausedIt = whoCausedIt;
        this.writeNotices = writeNotices;
        this.recipients = recipients;
        this.operators = operators;
        this.clock = clock;
    }

    /** A store that is down is waited for: what is told here is told nowhere else. */
    @Bean
    CommonErrorHandler untilItIsKept() {
        return new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS));
    }

    @KafkaListener(
            topicPattern = DeadLetterTopic.ALL,
            groupId = "${spring.application.name}-dead-letters",
            batch = "true",
            properties = {
                "key.deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer",
                "value.deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer",
                "auto.offset.reset=earliest",
                "metadata.max.age.ms=15000"
            })
    void parked(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Notices.NewNotice> written = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> it : records) {
            boolean settled =
                    CloudEventHeaders.read(it, DeadLetterTopic.SETTLED).isPresent();
            if (!settled && News.isOne(Instant.ofEpochMilli(it.timestamp()), clock)) {
                DeadLetterTopic.named(it.topic()).ifPresent(from -> {
                    written.addAll(tellOperators(it, from));
                    written.addAll(tellWhoCausedIt(it, from));
                });
            }
        }
        writeNotices.keep(written);
    }

    private List<Notices.NewNotice> tellOperators(ConsumerRecord<byte[], byte[]> letter, DeadLetterTopic from) {
        Instant hour = Instant.ofEpochMilli(letter.timestamp()).truncatedTo(ChronoUnit.HOURS);
        List<Notices.NewNotice> written = new ArrayList<>();
        for (String code : operators.agencies()) {
            Optional<Recipient> operator = recipients.find(SELF, code);
            if (operator.isEmpty()) {
                log.warn("event=operator-unknown agency={}", code);
                continue;
            }
            Recipient it = operator.get();
            Facts facts = FactsBuilder.about(
                            Facts.Subject.RECORD, letter.topic(), from.service() + " (" + from.topic() + ")")
                    .of(it.code(), it.name(), it.accountable())
                    .saying(CloudEventHeaders.read(letter, DeadLetterTopic.ORIGIN)
                            .orElseGet(() -> letter.topic() + "-" + letter.partition() + "@" + letter.offset()))
                    .build();
            String cause = "parked/" + letter.topic() + "/" + hour;
            written.addAll(writeNotices.to(
                    new WriteNotices.Occasion(cause, Notice.Kind.RECORD_PARKED, it.province(), facts), it));
        }
        return written;
    }

    private List<Notices.NewNotice> tellWhoCausedIt(ConsumerRecord<byte[], byte[]> letter, DeadLetterTopic from) {
        LocalDate day = VietnamTime.dateOf(Instant.ofEpochMilli(letter.timestamp()));
        List<Notices.NewNotice> written = new ArrayList<>();
        whoCausedIt
                .of(letter)
                .ifPresent(sent -> sent.by().forEach(it -> {
                    Facts facts = sent.facts()
                            .of(it.code(), it.name(), it.accountable())
                            .saying(from.service())
                            .build();
                    String cause = "not-taken-up/" + from.topic() + "/" + facts.subjectId() + "/" + day;
                    written.addAll(writeNotices.to(
                            new WriteNotices.Occasion(cause, Notice.Kind.NOT_TAKEN_UP, it.province(), facts), it));
                }));
        return written;
    }
}
