package vn.dondoc.documents.directive.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contract.directive.v1.AgencyGroup;
import vn.dondoc.contract.directive.v1.Citation;
import vn.dondoc.contract.directive.v1.ClauseChange;
import vn.dondoc.contract.directive.v1.DirectiveAmended;
import vn.dondoc.contract.directive.v1.DirectiveCorrected;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.contract.directive.v1.DirectiveRevoked;
import vn.dondoc.contract.directive.v1.Provision;
import vn.dondoc.contract.directive.v1.Target;
import vn.dondoc.contract.directive.v1.TargetChange;
import vn.dondoc.contract.directive.v1.TimeLimit;
import vn.dondoc.documents.directive.AddressedGroup;
import vn.dondoc.documents.directive.Amendment;
import vn.dondoc.documents.directive.DirectiveEvent;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.Recurrence;
import vn.dondoc.documents.directive.RelativeLimit;
import vn.dondoc.messaging.EventEncoder;
import vn.dondoc.messaging.OutgoingEvent;

@Component
class DirectiveEventEncoder implements EventEncoder<DirectiveEvent> {

    @Override
    public OutgoingEvent encode(String id, DirectiveEvent event) {
        Record data = switch (event) {
            case DirectiveEvent.DirectiveIssued it -> issued(id, it);
            case DirectiveEvent.DirectiveCorrected it ->
                new DirectiveCorrected(id, it.number(), it.issueDate(), it.subject());
            case DirectiveEvent.DirectiveAmended it -> amended(id, it.amendment());
            case DirectiveEvent.DirectiveRevoked it ->
                new DirectiveRevoked(
                        id,
                        it.ending().replacedBy(),
                        it.ending().on(),
                        it.ending().reason());
        };
        return OutgoingEvent.of(event.province(), data);
    }

    private static DirectiveIssued issued(String id, DirectiveEvent.DirectiveIssued event) {
        Reading reading = event.reading();
        Map<String, String> groupOf = new HashMap<>();
        event.groups().forEach(it -> groupOf.put(it.phrase(), it.id()));
        return new DirectiveIssued(
                id,
                reading.number(),
                reading.issueDate(),
                event.issuedOn(),
                reading.endsOn(),
                reading.head().docType() == null
                        ? null
                        : reading.head().docType().name(),
                reading.head().issuer(),
                event.province(),
                reading.head().subject(),
                reading.head().signer().title(),
                event.groups().stream().map(DirectiveEventEncoder::group).toList(),
                reading.provisions().stream().map(it -> provision(it, groupOf)).toList(),
                targets(id, reading),
                reading.citations().stream()
                        .map(it -> new Citation(
                                it.number(),
                                it.type(),
                                it.date(),
                                it.issuer(),
                                it.text(),
                                it.role().name()))
                        .toList());
    }

    private static DirectiveAmended amended(String id, Amendment it) {
        return new DirectiveAmended(
                id,
                it.by(),
                it.on(),
                it.reason(),
                it.changes().stream()
                        .map(change -> new ClauseChange(
                                change.path(), change.dueOn(), change.repealed(), change.lead(), change.cooperating()))
                        .toList(),
                it.targets() == null
                        ? null
                        : it.targets().stream()
                                .map(change -> new TargetChange(
                                        targetId(id, change.number()),
                                        change.value(),
                                        change.valueMax(),
                                        change.year()))
                                .toList());
    }

    private static AgencyGroup group(AddressedGroup it) {
        return new AgencyGroup(it.id(), it.phrase(), it.agencies());
    }

    private static Provision provision(vn.dondoc.documents.directive.Provision it, Map<String, String> groupOf) {
        var limit = it.limit();
        return new Provision(
                it.path(),
                it.text(),
                it.assignees().stream().map(groupOf::get).toList(),
                it.cooperating().stream().map(groupOf::get).toList(),
                new TimeLimit(
                        TimeLimit.Kind.valueOf(limit.kind().name()),
                        limit.phrase(),
                        limit.date(),
                        limit.dayCounts(),
                        limit.time(),
                        counted(limit),
                        frequency(limit),
                        recurrence(limit.recurrence()),
                        limit.period(),
                        limit.embeddedIn()),
                it.kind(),
                it.reportTo());
    }

    /** "Trước khi khai giảng" ends with the day before. */
    private static TimeLimit.@Nullable Counted counted(vn.dondoc.documents.directive.TimeLimit limit) {
        RelativeLimit it = limit.relative();
        if (it == null) {
            return null;
        }
        boolean before = it.amount() == 0 && !limit.inclusive();
        return new TimeLimit.Counted(
                before ? -1 : it.amount(), it.unit().name(), it.from().name());
    }

    private static @Nullable String frequency(vn.dondoc.documents.directive.TimeLimit limit) {
        Recurrence it = limit.recurrence();
        boolean twiceAYear =
                it != null && "ANNUAL".equals(it.freq()) && Integer.valueOf(2).equals(it.times());
        return twiceAYear ? "SEMIANNUAL" : limit.frequency();
    }

    private static TimeLimit.@Nullable Recurrence recurrence(@Nullable Recurrence it) {
        return it == null
                ? null
                : new TimeLimit.Recurrence(
                        it.day(),
                        it.month(),
                        it.monthOfPeriod(),
                        it.periodOffset(),
                        it.weekday(),
                        it.weekOfMonth(),
                        Objects.requireNonNullElse(it.days(), List.of()),
                        it.inclusive());
    }

    private static String targetId(String directive, int number) {
        return directive + "/" + number;
    }

    /** Two targets may stand in one clause, so the id carries their order. */
    private static List<Target> targets(String id, Reading reading) {
        List<Target> targets = new ArrayList<>();
        for (var it : reading.targets()) {
            targets.add(new Target(
                    targetId(id, targets.size() + 1),
                    it.path(),
                    it.name(),
                    it.comparator(),
                    it.value(),
                    it.valueMax(),
                    it.unit(),
                    it.year(),
                    it.baseline(),
                    it.text()));
        }
        return targets;
    }
}
