package vn.dondoc.reporting.target.messaging;

import java.util.function.Consumer;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.access.AccessScope;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.indicator.v1.IndicatorDefined;
import vn.dondoc.contract.indicator.v1.TargetDropped;
import vn.dondoc.contract.indicator.v1.TargetSet;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Listens;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.reporting.indicator.Indicators;
import vn.dondoc.reporting.target.SetTargets;

/** Ties targets that found no indicator, once one is defined. */
@Configuration(proxyBeanMethods = false)
class DefinitionInbox {

    private static final AccessScope SELF = AccessScope.ofService("tie-open-targets");

    @Listens(Topic.DEFINITIONS)
    Consumer<Message<?>> definitions(Inbox inbox, Indicators indicators, SetTargets setTargets) {
        return inbox.receiving(Subscription.to(Topic.DEFINITIONS)
                .on(
                        IndicatorDefined.class,
                        event -> indicators
                                .find(
                                        SELF,
                                        event.data().province(),
                                        event.data().code())
                                .ifPresent(it -> setTargets.tieOpenTargets(it.state())))
                .ignoring(TargetSet.class, TargetDropped.class));
    }
}
