package vn.dondoc.notifications.preference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.failure.Failure;
import vn.dondoc.notifications.channel.Channels;
import vn.dondoc.notifications.channel.Deliver;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Way;
import vn.dondoc.notifications.notice.wording.Language;
import vn.dondoc.notifications.recipient.Recipients;

/** What an agency or a province can choose, and what it cannot. */
@Component
public class CheckPreferences {

    private static final int LONGEST_DEPUTY_DAYS = 366;
    private static final int LAST_YEAR = 2100;

    private final Recipients recipients;

    /** Channels about which somebody can choose. */
    private final List<String> choosable;

    CheckPreferences(Recipients recipients, Channels channels) {
        this.recipients = recipients;
        this.choosable = channels.inUse().stream()
                .filter(it -> !it.always())
                .map(Deliver::channel)
                .toList();
    }

    /** When a kind goes out on a channel. */
    public record Choice(Notice.Kind kind, String channel, Preferences.Mode mode) {}

    /** Preferences as somebody wrote them down. */
    public record Wanted(
            List<Choice> modes,
            Preferences.@Nullable Quiet quietHours,
            Preferences.@Nullable Deputy deputy,
            @Nullable Boolean dailyDigest,
            @Nullable Boolean weeklyDigest,
            List<Language> languages) {
        public Wanted {
            modes = List.copyOf(modes);
            languages = List.copyOf(languages);
        }
    }

    /**
     * @param owner code of the agency, or of the province
     * @throws Failure.Invalid naming each field that cannot be as it is wanted
     */
    public Preferences checked(AccessScope scope, String owner, Wanted wanted) {
        List<Failure.Field> wrong = new ArrayList<>();
        Map<Preferences.Way, Preferences.Mode> modes = modes(wanted.modes(), wrong);
        Preferences.Quiet quiet = wanted.quietHours();
        if (quiet != null && quiet.from().equals(quiet.to())) {
            wrong.add(new Failure.Field("/quietHours/to", "notifications.quiet-always"));
        }
        if (wanted.deputy() != null) {
            check(scope, owner, wanted.deputy(), wrong);
        }
        if (Set.copyOf(wanted.languages()).size() < wanted.languages().size()) {
            wrong.add(new Failure.Field("/languages", "notifications.language-twice"));
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        return new Preferences(
                modes, quiet, wanted.deputy(), wanted.dailyDigest(), wanted.weeklyDigest(), wanted.languages());
    }

    private Map<Preferences.Way, Preferences.Mode> modes(List<Choice> wanted, List<Failure.Field> wrong) {
        Map<Preferences.Way, Preferences.Mode> modes = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            Choice it = wanted.get(i);
            String field = "/modes/" + i;
            if (it.channel().equals(Way.INBOX)) {
                wrong.add(new Failure.Field(field + "/channel", "notifications.inbox-has-all"));
            } else if (!choosable.contains(it.channel())) {
                wrong.add(new Failure.Field(field + "/channel", "notifications.no-channel", choosable));
            } else if (it.mode() == Preferences.Mode.OFF && Notice.MANDATORY.contains(it.kind())) {
                wrong.add(new Failure.Field(field + "/mode", "notifications.mandatory", it.kind()));
            } else if (modes.put(new Preferences.Way(it.kind(), it.channel()), it.mode()) != null) {
                wrong.add(new Failure.Field(field, "notifications.mode-twice", it.kind(), it.channel()));
            }
        }
        return modes;
    }

    private void check(AccessScope scope, String owner, Preferences.Deputy deputy, List<Failure.Field> wrong) {
        if (owner.equals(scope.province())) {
            wrong.add(new Failure.Field("/deputy", "notifications.deputy-of-province"));
            return;
        }
        if (deputy.agency().equals(owner)) {
            wrong.add(new Failure.Field("/deputy/agency", "notifications.deputy-itself"));
        } else if (recipients.find(scope, deputy.agency()).isEmpty()) {
            wrong.add(new Failure.Field("/deputy/agency", "notifications.no-such-agency", deputy.agency()));
        }
        LocalDate until = deputy.until();
        if (deputy.from().getYear() > LAST_YEAR || until.getYear() > LAST_YEAR) {
            wrong.add(new Failure.Field("/deputy/from", "notifications.deputy-far", LAST_YEAR));
        } else if (until.isBefore(deputy.from())) {
            wrong.add(new Failure.Field("/deputy/until", "notifications.deputy-backwards"));
        } else if (until.isAfter(deputy.from().plusDays(LONGEST_DEPUTY_DAYS))) {
            wrong.add(new Failure.Field("/deputy/until", "notifications.deputy-long", LONGEST_DEPUTY_DAYS));
        }
    }
}
