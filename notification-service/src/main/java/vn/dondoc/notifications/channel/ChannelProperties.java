package vn.dondoc.notifications.channel;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ways out that are in use.
 *
 * @param inUse names of channels
 * @param look how often what is due is looked for
 * @param batch notices per look
 */
@ConfigurationProperties("dondoc.channels")
public record ChannelProperties(
        @DefaultValue({"MAIL", "WEBHOOK"}) List<String> inUse,
        @DefaultValue("1s") Duration look,
        @DefaultValue("1000") int batch) {

    public ChannelProperties {
        inUse = List.copyOf(inUse);
    }
}
