package vn.dondoc.reporting.obligation.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.SaidAt;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.agency.v1.AgencyRegistered;
import vn.dondoc.contract.agency.v1.AgencySucceeded;
import vn.dondoc.contract.directive.v1.ClauseChange;
import vn.dondoc.contract.directive.v1.DirectiveAmended;
import vn.dondoc.contract.directive.v1.DirectiveCorrected;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.contract.directive.v1.DirectiveRevoked;
import vn.dondoc.contract.directive.v1.Provision;
import vn.dondoc.contract.directive.v1.TargetChange;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Listens;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.reporting.indicator.Aim;
import vn.dondoc.reporting.obligation.OpenPeriods;
import vn.dondoc.reporting.obligation.ReportingAgencies;
import vn.dondoc.reporting.obligation.ReportingAgency;
import vn.dondoc.reporting.obligation.Succession;
import vn.dondoc.reporting.obligation.Successions;
import vn.dondoc.reporting.report.Demand;
import vn.dondoc.reporting.report.Demands;
import vn.dondoc.reporting.target.SetTargets;
import vn.dondoc.reporting.target.Target;

/** Learns of agencies, and takes report demands and targets out of directives. */
@Configuration(proxyBeanMethods = false)
class ReportingInbox {

    private static final AccessScope SELF = AccessScope.ofService("learn-from-directives");

    private final ReportingAgencies agencies;
    private final Demands demands;
    private final SetTargets targets;
    private final OpenPeriods openPeriods;

    private final Successions successions;

    ReportingInbox(
            ReportingAgencies agencies,
            Demands demands,
            SetTargets targets,
            OpenPeriods openPeriods,
            Successions successions) {
        this.successions = successions;
        this.openPeriods = openPeriods;
        this.agencies = agencies;
        this.demands = demands;
        this.targets = targets;
    }

    @Listens(Topic.AGENCIES)
    Consumer<Message<?>> agencies(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.AGENCIES)
                .onAll(AgencyRegistered.class, this::registered)
                .onAll(AgencySucceeded.class, this::succeeded));
    }

    @Listens(Topic.DIRECTIVES)
    Consumer<Message<?>> directives(Inbox inbox) {
        return inbox.receiving(Subscription.to(Topic.DIRECTIVES)
                .once()
                .on(DirectiveIssued.class, this::issued)
                .on(DirectiveCorrected.class, this::corrected)
                .on(DirectiveAmended.class, this::amended)
                .on(DirectiveRevoked.class, this::revoked));
    }

    private void corrected(ReceivedEvent<DirectiveCorrected> event) {
        String number = event.data().number();
        if (number != null) {
            targets.number(event.id(), event.data().directiveId(), number);
        }
    }

    private void amended(ReceivedEvent<DirectiveAmended> event) {
        targetsAmended(event);
        for (ClauseChange change : event.data().changes()) {
            if (change.repealed()) {
                demands.end(SELF, event.data().directiveId(), change.path());
                targets.drop(
                        event.id(),
                        event.data().directiveId(),
                        change.path(),
                        event.data().reason());
            }
        }
    }

    private void targetsAmended(ReceivedEvent<DirectiveAmended> event) {
        List<TargetChange> changes = event.data().targets();
        if (changes != null) {
            changes.forEach(it -> targets.amend(event.id(), it.targetId(), it.value(), it.valueMax(), it.year()));
        }
    }

    private void revoked(ReceivedEvent<DirectiveRevoked> event) {
        demands.end(SELF, event.data().directiveId(), null);
        targets.drop(event.id(), event.data().directiveId(), null, event.data().reason());
    }

    private void registered(List<ReceivedEvent<AgencyRegistered>> events) {
        List<SaidAt<ReportingAgency>> said = new ArrayList<>();
        Map<String, ReportingAgency> latest = new LinkedHashMap<>();
        for (ReceivedEvent<AgencyRegistered> event : events) {
            AgencyRegistered it = event.data();
            var agency = new ReportingAgency(
                    it.code(), it.name(), it.province(), it.kind(), it.ancestors(), it.validFrom(), it.validTo());
            said.add(new SaidAt<>(agency, event.sequence()));
            latest.put(agency.code(), agency);
        }
        agencies.learn(SELF, said);
        openPeriods.heardOf(latest.values());
    }

    private void succeeded(List<ReceivedEvent<AgencySucceeded>> events) {
        successions.learn(
                SELF,
                events.stream()
                        .map(it -> new SaidAt<>(
                                new Succession(
                                        it.data().successionId(),
                                        it.data().from(),
                                        it.data().to(),
                                        it.data().on()),
                                it.sequence()))
                        .toList());
    }

    private void issued(ReceivedEvent<DirectiveIssued> event) {
        DirectiveIssued directive = event.data();
        Map<String, List<String>> agenciesOf = new HashMap<>();
        directive.groups().forEach(it -> agenciesOf.put(it.id(), it.agencies()));
        for (Provision provision : directive.provisions()) {
            boolean asksForReport =
                    provision.limit().embeddedIn() != null || provision.limit().period() != null;
            if (asksForReport) {
                Set<String> asked = new LinkedHashSet<>();
                provision.lead().forEach(it -> asked.addAll(agenciesOf.getOrDefault(it, List.of())));
                demands.keep(
                        SELF,
                        new Demand(
                                directive.province(),
                                directive.directiveId(),
                                directive.number(),
                                provision.path(),
                                provision.text(),
                                provision.limit().period(),
                                provision.limit().embeddedIn(),
                                new ArrayList<>(asked)));
            }
        }
        for (var it : directive.targets()) {
            targets.set(new Target(
                    it.id(),
                    directive.province(),
                    directive.directiveId(),
                    directive.number(),
                    it.path(),
                    it.name(),
                    Aim.find(it.comparator()).orElse(null),
                    it.value(),
                    it.valueMax(),
                    it.unit(),
                    it.year(),
                    it.baseline(),
                    it.text(),
                    null,
                    null));
        }
    }
}
