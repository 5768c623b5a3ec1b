package vn.dondoc.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event says of one province, and which agencies of that province it names as its own. */
public interface OfProvince {

    /** Code; {@code null} where the event leaves it to the attributes that it is published with. */
    default @Nullable String province() {
        return null;
    }

    /** Codes of agencies that have to be of the province. */
    List<String> agencies();

    /**
     * Why this is not to be believed; {@code null} if it is.
     *
     * @param publishedFor province in the attributes of the event
     */
    default @Nullable String doubt(String publishedFor) {
        String told = province();
        if (told != null && !told.equals(publishedFor)) {
            return "tells of " + told + " under the name of " + publishedFor;
        }
        return agencies().stream()
                .filter(it -> !it.startsWith(publishedFor + "."))
                .findFirst()
                .map(it -> it + " is no agency of " + publishedFor)
                .orElse(null);
    }
}
