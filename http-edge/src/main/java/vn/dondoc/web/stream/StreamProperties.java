package vn.dondoc.web.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what comes is streamed.
 *
 * @param look how often the store is looked into without a hint, for what other instances wrote
 * @param heartbeat how often something is sent, so that both ends know that the other is there
 * @param longest how long a stream lasts at most; a client goes on with another
 * @param most streams of this instance
 * @param mostOfOne streams of one caller
 */
@ConfigurationProperties("dondoc.stream")
public record StreamProperties(
        @DefaultValue("5s") Duration look,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30m") Duration longest,
        @DefaultValue("10000") int most,
        @DefaultValue("20") int mostOfOne) {}
