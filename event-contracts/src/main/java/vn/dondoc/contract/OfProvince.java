package vn.dondoc.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event says of one province, and which agencies of that province it names as its own. */
public interface OfProvince {

    /** Code. */
    String province();

    /** Codes of agencies that have to be of the province. */
    List<String> agencies();

    /** The first agency that is not of the province; {@code null} if all are. */
    default @Nullable String foreigner() {
        return agencies().stream()
                .filter(it -> !it.startsWith(province() + "."))
                .findFirst()
                .orElse(null);
    }
}
