package vn.dondoc.notifications.preference;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.notifications.notice.wording.Language;
import vn.dondoc.notifications.notice.wording.Languages;

/** Languages as preferences say. */
@Component
class PreferredLanguages implements Languages {

    private final AllPreferences preferences;

    PreferredLanguages(AllPreferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public List<Language> of(AccessScope scope, String province, String agency) {
        return preferences.of(scope, province, agency).languages();
    }
}
