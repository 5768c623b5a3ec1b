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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.wording.Language;
import vn.dondoc.notifications.preference.AllPreferences;
import vn.dondoc.notifications.preference.CheckPreferences;
import vn.dondoc.notifications.preference.Preferences;
import vn.dondoc.web.Answers;

@RestController
@RequestMapping("/api/v1/preferences")
class PreferenceController {

    private final AllPreferences preferences;
    private final CheckPreferences check;

    PreferenceController(AllPreferences preferences, CheckPreferences check) {
        this.preferences = preferences;
        this.check = check;
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
                    List.copyOf(Notice.MANDATORY));
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
        Preferences wanted = checked(scope, request, scope.province());
        return Answers.done(preferences.say(scope, scope.province(), scope.province(), wanted, command));
    }

    private Preferences checked(AccessScope scope, PreferencesRequest request, String owner) {
        QuietHours hours = request.quietHours();
        DeputyOf deputy = request.deputy();
        return check.checked(
                scope,
                owner,
                new CheckPreferences.Wanted(
                        Objects.requireNonNullElse(request.modes(), List.<ModeOf>of()).stream()
                                .map(it -> new CheckPreferences.Choice(it.kind(), it.channel(), it.mode()))
                                .toList(),
                        hours == null ? null : new Preferences.Quiet(hours.from(), hours.to(), hours.daysOff()),
                        deputy == null ? null : new Preferences.Deputy(deputy.agency(), deputy.from(), deputy.until()),
                        request.dailyDigest(),
                        request.weeklyDigest(),
                        Objects.requireNonNullElse(request.languages(), List.of())));
    }
}
