package vn.dondoc.notifications.ladder.messaging;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.dondoc.access.AccessScope;
import vn.dondoc.contract.Topic;
import vn.dondoc.contract.directive.v1.AgencyGroup;
import vn.dondoc.contract.directive.v1.ClauseChange;
import vn.dondoc.contract.directive.v1.DirectiveAmended;
import vn.dondoc.contract.directive.v1.DirectiveCorrected;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.contract.directive.v1.DirectiveRevoked;
import vn.dondoc.contract.directive.v1.Provision;
import vn.dondoc.messaging.ReceivedEvent;
import vn.dondoc.messaging.inbox.Inbox;
import vn.dondoc.messaging.inbox.Listens;
import vn.dondoc.messaging.inbox.Subscription;
import vn.dondoc.notifications.directive.Directives;
import vn.dondoc.notifications.ladder.WriteNotices;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.FactsBuilder;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.recipient.Recipient;

/**
 * Says once to everybody whom it names, and to who is above them, that a directive was changed or is no more: also to those
 * who have done their part, whom no task tells.
 */
@Configuration(proxyBeanMethods = false)
class DirectiveNotices {

    private static final AccessScope SELF = AccessScope.ofService("learn-directives");

    private final WriteNotices writeNotices;
    private final Directives directives;
    private final Clock clock;

    DirectiveNotices(WriteNotices writeNotices, Directives directives, Clock clock) {
        this.writeNotices = writeNotices;
        this.directives = directives;
        this.clock = clock;
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

    private void issued(ReceivedEvent<DirectiveIssued> event) {
        DirectiveIssued it = event.data();
        Map<String, List<String>> groups =
                it.groups().stream().collect(Collectors.toMap(AgencyGroup::id, AgencyGroup::agencies));
        Map<String, Set<String>> clauses = new HashMap<>();
        for (Provision provision : it.provisions()) {
            Set<String> named = clauses.computeIfAbsent(provision.path(), any -> new HashSet<>());
            named.addAll(provision.lead());
            named.addAll(provision.cooperating());
        }
        directives.learn(
                SELF,
                new Directives.Directive(
                        it.directiveId(),
                        it.province(),
                        it.number(),
                        Objects.requireNonNullElse(it.subject(), ""),
                        groups,
                        clauses),
                event.sequence());
    }

    private void corrected(ReceivedEvent<DirectiveCorrected> event) {
        DirectiveCorrected it = event.data();
        directives
                .find(SELF, it.directiveId())
                .ifPresent(known -> directives.learn(SELF, known.called(it.number(), it.subject()), event.sequence()));
    }

    private void amended(ReceivedEvent<DirectiveAmended> event) {
        DirectiveAmended it = event.data();
        Set<String> paths =
                it.changes().stream().map(ClauseChange::path).collect(Collectors.toCollection(LinkedHashSet::new));
        directives.find(SELF, it.directiveId()).ifPresent(directive -> {
            Set<String> concerned = new TreeSet<>(directive.agencies(paths));
            added(it).values().forEach(concerned::addAll);
            Change change =
                    new Change(Notice.Kind.DIRECTIVE_AMENDED, String.join(", ", paths), it.amendedOn(), it.reason());
            tell(event, directive, change, concerned);
            directives.learn(SELF, directive.withAll(added(it)), event.sequence());
        });
    }

    /** Whom the changed clauses name from now on, by clause. */
    private static Map<String, List<String>> added(DirectiveAmended it) {
        Map<String, List<String>> added = new HashMap<>();
        for (ClauseChange change : it.changes()) {
            List<String> named = new ArrayList<>(Objects.requireNonNullElse(change.lead(), List.of()));
            named.addAll(Objects.requireNonNullElse(change.cooperating(), List.of()));
            if (!named.isEmpty()) {
                added.put(change.path(), named);
            }
        }
        return added;
    }

    private void revoked(ReceivedEvent<DirectiveRevoked> event) {
        DirectiveRevoked it = event.data();
        directives.find(SELF, it.directiveId()).ifPresent(directive -> {
            var change = new Change(Notice.Kind.DIRECTIVE_REVOKED, null, it.revokedOn(), it.reason());
            tell(event, directive, change, directive.agencies());
        });
    }

    /**
     * What became of a directive.
     *
     * @param clauses paths of those that changed; {@code null} if all are no more
     */
    private record Change(Notice.Kind kind, @Nullable String clauses, LocalDate on, String reason) {}

    /** Everybody is told once, however many agencies below them are concerned as well. */
    private void tell(ReceivedEvent<?> event, Directives.Directive directive, Change change, Set<String> concerned) {
        if (!News.isOne(event, clock)) {
            return;
        }
        Map<String, Recipient> told = new TreeMap<>();
        for (String code : concerned) {
            Recipient agency = writeNotices.known(code);
            told.put(agency.code(), agency);
            if (agency.supervisor() != null) {
                Recipient above = writeNotices.known(agency.supervisor());
                told.put(above.code(), above);
            }
        }
        List<Notices.NewNotice> written = new ArrayList<>();
        for (Recipient it : told.values()) {
            Facts facts = FactsBuilder.about(Facts.Subject.DIRECTIVE, directive.id(), directive.subject())
                    .of(it.code(), it.name(), it.accountable())
                    .from(Facts.Origin.DIRECTIVE, directive.number(), change.clauses())
                    .due(change.on())
                    .saying(change.reason())
                    .build();
            written.addAll(writeNotices.to(
                    new WriteNotices.Occasion(event.id(), change.kind(), directive.province(), facts), it));
        }
        writeNotices.keep(written);
    }
}
