package vn.dondoc.notifications.preference.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.wording.Language;
import vn.dondoc.notifications.preference.AllPreferences;
import vn.dondoc.notifications.preference.Preferences;

@Repository
class MongoPreferences implements AllPreferences {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST = 5_000;
    private static final Preferences NONE = new Preferences(Map.of(), null, null, null, null, List.of());

    private final AggregateStore<Preferences, Never> store;

    /** By province, then by owner: few say anything, and a fan-out asks for everybody. */
    private final Cache<String, Map<String, Preferences>> recent =
            Caffeine.newBuilder().expireAfterWrite(FRESH).build();

    /** How somebody wants to be told is nobody else's business. */
    private enum Never {}

    private record PreferencesDocument(
            List<ModeDocument> modes,
            @Nullable QuietDocument quiet,
            Preferences.@Nullable Deputy deputy,
            @Nullable Boolean daily,
            @Nullable Boolean weekly,
            List<Language> languages) {

        record ModeDocument(Notice.Kind kind, String channel, Preferences.Mode mode) {}

        record QuietDocument(String from, String to, boolean daysOff) {}

        static PreferencesDocument from(Preferences it) {
            Preferences.Quiet quiet = it.quiet();
            return new PreferencesDocument(
                    it.modes().entrySet().stream()
                            .map(mode -> new ModeDocument(
                                    mode.getKey().kind(), mode.getKey().channel(), mode.getValue()))
                            .toList(),
                    quiet == null
                            ? null
                            : new QuietDocument(
                                    quiet.from().toString(), quiet.to().toString(), quiet.daysOff()),
                    it.deputy(),
                    it.daily(),
                    it.weekly(),
                    it.languages());
        }

        Preferences toPreferences() {
            return new Preferences(
                    modes.stream()
                            .collect(Collectors.toMap(
                                    it -> new Preferences.Way(it.kind(), it.channel()), ModeDocument::mode)),
                    quiet == null
                            ? null
                            : new Preferences.Quiet(
                                    LocalTime.parse(quiet.from()), LocalTime.parse(quiet.to()), quiet.daysOff()),
                    deputy,
                    daily,
                    weekly,
                    languages);
        }
    }

    MongoPreferences(Outbox outbox) {
        this.store = outbox.storeOf(
                "preferences",
                PreferencesDocument.class,
                PreferencesDocument::from,
                PreferencesDocument::toPreferences,
                (id, never) -> {
                    throw new IllegalStateException("preferences publish nothing");
                });
        store.declareIndex(new Document("province", 1));
    }

    @Override
    public Preferences of(AccessScope scope, String province, String agency) {
        return known(province, agency).over(known(province, province)).over(Preferences.BUILT_IN);
    }

    private Preferences known(String province, String owner) {
        return recent.get(province, this::allOf).getOrDefault(id(province, owner), NONE);
    }

    private Map<String, Preferences> allOf(String province) {
        return store.findAny(new Document("province", province), MOST).stream()
                .collect(Collectors.toMap(Versioned::id, Versioned::state));
    }

    @Override
    public Optional<Versioned<Preferences>> said(AccessScope scope, String province, String owner) {
        String seen = Objects.requireNonNullElse(scope.provinceInSight(), province);
        return seen.equals(province) ? store.find(id(province, owner), province) : Optional.empty();
    }

    @Override
    public Receipt say(AccessScope scope, String province, String owner, Preferences it, Command command) {
        try {
            if (said(scope, province, owner).isEmpty()) {
                return store.create(id(province, owner), province, command, () -> Decision.quietly(it));
            }
            return store.handle(
                    Text.of("notifications.no-preferences", owner),
                    id(province, owner),
                    province,
                    command,
                    before -> before.state().equals(it) ? Decision.nothing(it) : Decision.quietly(it));
        } finally {
            recent.invalidate(province);
        }
    }

    private static String id(String province, String owner) {
        return province + "/" + owner;
    }
}
