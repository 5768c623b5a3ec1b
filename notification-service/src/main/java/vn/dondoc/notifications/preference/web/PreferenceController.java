package vn.dondoc.notifications.preference.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.failure.Failure;
import vn.dondoc.notifications.channel.Channels;
import vn.dondoc.notifications.channel.Deliver;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.wording.Language;
import vn.dondoc.notifications.preference.AllPreferences;
import vn.dondoc.notifications.preference.Preferences;
import vn.dondoc.notifications.recipient.Recipients;
import vn.dondoc.web.Answers;

@RestController
@RequestMapping("/api/v1/preferences")
class PreferenceController {

    private static final String INBOX = "INBOX";
    private static final int LONGEST_DEPUTY_DAYS = 366;
    private static final int LAST_YEAR = 2100;

    private final AllPreferences preferences;
    private final Recipients recipients;

    /** Channels about which somebody can choose. */
    private final List<String> choosable;

    PreferenceController(AllPreferences preferences, Recipients recipients, Channels channels) {
        this.preferences = preferences;
        this.recipients = recipients;
        this.choosable = channels.inUse().stream()
                .filter(it -> !it.always())
                .map(Deliver::channel)
                .toList();
    }

    /** @param channel such as {@code MAIL}; the inbox has everything */
    record ModeOf(
            Notice.@NotNull Kind kind,
            @NotNull @Size(min = 1, max = 20) String channel,
            Preferences.@NotNull Mode mode) {}

    /**
     * @param from beginning of the quiet hours; after {@code to} if they are over night
     * @param daysOff whether days that are not worked are quiet as well
     */
    record QuietHours(
            @NotNull LocalTime from,
            @NotNull LocalTime to,
            @NotNull Boolean daysOff) {}

    /** @param until the last day */
    record DeputyOf(
            @NotNull @Size(min = 1, max = 60) String agency,
            @NotNull LocalDate from,
            @NotNull LocalDate until) {}

    /** What is absent is left to the province, and what it leaves open to the system. */
    record PreferencesRequest(
            @Nullable @Size(max = 200) List<@NotNull @Valid ModeOf> modes,
            @Nullable @Valid QuietHours quietHours,
            @Nullable @Valid DeputyOf deputy,
            @Nullable Boolean dailyDigest,
            @Nullable Boolean weeklyDigest,
            @Nullable @Size(max = 2) List<@NotNull Language> languages) {}

    /**
     * What holds.
     *
     * @param mandatory kinds that cannot be switched off
     */
    record PreferencesView(
            List<ModeOf> modes,
            @Nullable QuietHours quietHours,
            @Nullable DeputyOf deputy,
            boolean dailyDigest,
            boolean weeklyDigest,
            List<Language> languages,
            List<Notice.Kind> mandatory) {

        static PreferencesView of(Preferences it) {
            Preferences.Quiet quiet = it.quiet();
            Preferences.Deputy deputy = it.deputy();
            return new PreferencesView(
                    it.modes().entrySet().stream()
                            .map(mode -> new ModeOf(
                                    mode.getKey().kind(), mode.getKey().channel(), mode.getValue()))
                            .sorted(Comparator.comparing(ModeOf::kind).thenComparing(ModeOf::channel))
                            .toList(),
                    quiet == null ? null : new QuietHours(quiet.from(), quiet.to(), quiet.daysOff()),
                    deputy == null ? null : new DeputyOf(deputy.agency(), deputy.from(), deputy.until()),
                    Boolean.TRUE.equals(it.daily()),
                    Boolean.TRUE.equals(it.weekly()),
                    it.languages(),
                    List.copyOf(Preferences.MANDATORY));
        }
    }

    /** What holds for the caller's own agency. */
    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<PreferencesView> own(AccessScope scope) {
        PreferencesView view = PreferencesView.of(preferences.of(scope, scope.province(), scope.agency()));
        return preferences
                .said(scope, scope.province(), scope.agency())
                .map(it -> Answers.versioned(it, view))
                .orElseGet(() -> ResponseEntity.ok(view));
    }

    /** How the caller's own agency wants to be told. */
    @PutMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, ADMIN})
    ResponseEntity<Receipt> putOwn(AccessScope scope, @Valid @RequestBody PreferencesRequest request, Command command) {
        Preferences wanted = checked(scope, request, scope.agency());
        return Answers.done(preferences.say(scope, scope.province(), scope.agency(), wanted, command));
    }

    /** What holds in the caller's province for agencies that say nothing. */
    @GetMapping("/default")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<PreferencesView> ofProvince(AccessScope scope) {
        PreferencesView view = PreferencesView.of(preferences.of(scope, scope.province(), scope.province()));
        return preferences
                .said(scope, scope.province(), scope.province())
                .map(it -> Answers.versioned(it, view))
                .orElseGet(() -> ResponseEntity.ok(view));
    }

    /** How agencies of the caller's province are told that say nothing. */
    @PutMapping("/default")
    @RolesAllowed({CLERK, ADMIN})
    ResponseEntity<Receipt> putOfProvince(
            AccessScope scope, @Valid @RequestBody PreferencesRequest request, Command command) {
        if (request.deputy() != null) {
            throw new Failure.Invalid("/deputy", "notifications.deputy-of-province");
        }
        Preferences wanted = checked(scope, request, scope.province());
        return Answers.done(preferences.say(scope, scope.province(), scope.province(), wanted, command));
    }

    private Preferences checked(AccessScope scope, PreferencesRequest request, String owner) {
        List<Failure.Field> wrong = new ArrayList<>();
        Map<Preferences.Way, Preferences.Mode> modes = modes(request, wrong);
        QuietHours hours = request.quietHours();
        if (hours != null && hours.from().equals(hours.to())) {
            wrong.add(new Failure.Field("/quietHours/to", "notifications.quiet-always"));
        }
        DeputyOf deputy = request.deputy();
        if (deputy != null) {
            check(scope, deputy, owner, wrong);
        }
        List<Language> languages = Objects.requireNonNullElse(request.languages(), List.of());
        if (Set.copyOf(languages).size() < languages.size()) {
            wrong.add(new Failure.Field("/languages", "notifications.language-twice"));
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        return new Preferences(
                modes,
                hours == null ? null : new Preferences.Quiet(hours.from(), hours.to(), hours.daysOff()),
                deputy == null ? null : new Preferences.Deputy(deputy.agency(), deputy.from(), deputy.until()),
                request.dailyDigest(),
                request.weeklyDigest(),
                languages);
    }

    private Map<Preferences.Way, Preferences.Mode> modes(PreferencesRequest request, List<Failure.Field> wrong) {
        Map<Preferences.Way, Preferences.Mode> modes = new HashMap<>();
        List<ModeOf> wanted = Objects.requireNonNullElse(request.modes(), List.of());
        for (int i = 0; i < wanted.size(); i++) {
            ModeOf it = wanted.get(i);
            String field = "/modes/" + i;
            if (it.channel().equals(INBOX)) {
                wrong.add(new Failure.Field(field + "/channel", "notifications.inbox-has-all"));
            } else if (!choosable.contains(it.channel())) {
                wrong.add(new Failure.Field(field + "/channel", "notifications.no-channel", choosable));
            } else if (it.mode() == Preferences.Mode.OFF && Preferences.MANDATORY.contains(it.kind())) {
                wrong.add(new Failure.Field(field + "/mode", "notifications.mandatory", it.kind()));
            } else if (modes.put(new Preferences.Way(it.kind(), it.channel()), it.mode()) != null) {
                wrong.add(new Failure.Field(field, "notifications.mode-twice", it.kind(), it.channel()));
            }
        }
        return modes;
    }

    private void check(AccessScope scope, DeputyOf deputy, String owner, List<Failure.Field> wrong) {
        if (deputy.agency().equals(owner)) {
            wrong.add(new Failure.Field("/deputy/agency", "notifications.deputy-itself"));
        } else if (recipients.find(scope, deputy.agency()).isEmpty()) {
            wrong.add(new Failure.Field("/deputy/agency", "notifications.no-such-agency", deputy.agency()));
        }
        if (deputy.from().getYear() > LAST_YEAR || deputy.until().getYear() > LAST_YEAR) {
            wrong.add(new Failure.Field("/deputy/from", "notifications.deputy-far", LAST_YEAR));
        } else if (deputy.until().isBefore(deputy.from())) {
            wrong.add(new Failure.Field("/deputy/until", "notifications.deputy-backwards"));
        } else if (deputy.until().isAfter(deputy.from().plusDays(LONGEST_DEPUTY_DAYS))) {
            wrong.add(new Failure.Field("/deputy/until", "notifications.deputy-long", LONGEST_DEPUTY_DAYS));
        }
    }
}
