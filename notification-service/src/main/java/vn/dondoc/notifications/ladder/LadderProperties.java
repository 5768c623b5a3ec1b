package vn.dondoc.notifications.ladder;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.dondoc.notifications.notice.Notice;

/**
 * Whom each rung concerns.
 *
 * @param rungs steps per rung, such as {@code T-3} or {@code T+1}; a rung that is missing concerns nobody
 */
@ConfigurationProperties("dondoc.ladder")
public record LadderProperties(Map<String, List<Step>> rungs) {

    /** Somebody to be told, and how. */
    public record Step(Whom to, List<Notice.Channel> channels) {}

    /** Seen from the agency that has the task. */
    public enum Whom {
        AGENCY,
        SUPERVISOR,
        SUPERVISORS_SUPERVISOR
    }

    public List<Step> at(String rung) {
        return rungs.getOrDefault(rung, List.of());
    }
}
