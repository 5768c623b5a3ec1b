package vn.dondoc.notifications.ladder;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who keeps the system running.
 *
 * @param agencies codes of the agencies that are told when an event cannot be handled; they see no contents, only where it
 *     lies
 */
@ConfigurationProperties("dondoc.operators")
public record OperatorProperties(@DefaultValue List<String> agencies) {

    public OperatorProperties {
        agencies = List.copyOf(agencies);
    }
}
