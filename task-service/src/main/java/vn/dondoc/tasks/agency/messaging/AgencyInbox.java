package vn.dondoc.tasks.agency.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.SaidAt;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.agency.v1.AgencyRegistered;
import vn.dondoc.contract.agency.v1.AgencySucceeded;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Listens;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.tasks.agency.Agencies;
import vn.dondoc.tasks.agency.Agency;
import vn.dondoc.tasks.agency.Succession;
import vn.dondoc.tasks.agency.Successions;

/** Learns agencies, and who succeeds whom. */
@Configuration(proxyBeanMethods = false)
class AgencyInbox {

    private static final AccessScope SELF = AccessScope.ofService("learn-agencies");

    private final Agencies agencies;
    private final Successions successions;

    AgencyInbox(Agencies agencies, Successions successions) {
        this.agencies = agencies;
        this.successions = successions;
    }

    @Listens(Topic.AGENCIES)
    Consumer<Message<?>> agencies(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.AGENCIES)
                .onAll(AgencyRegistered.class, this::registered)
                .on(AgencySucceeded.class, this::succeeded));
    }

    private void registered(List<ReceivedEvent<AgencyRegistered>> events) {
        agencies.learn(
                SELF,
                events.stream()
                        .map(it -> new SaidAt<>(agency(it.data()), it.sequence()))
                        .toList());
    }

    private static Agency agency(AgencyRegistered it) {
        return new Agency(
                it.code(), it.name(), it.province(), it.parent(), it.supervisor(), it.accountable(), it.ancestors());
    }

    private void succeeded(ReceivedEvent<AgencySucceeded> event) {
        AgencySucceeded it = event.data();
        successions.learn(
                SELF, new Succession(it.successionId(), it.province(), it.from(), it.to(), it.on(), it.note()));
    }
}
