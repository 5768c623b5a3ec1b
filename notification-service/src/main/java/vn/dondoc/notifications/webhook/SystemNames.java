package vn.dondoc.notifications.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names as the machine knows them. */
@Configuration(proxyBeanMethods = false)
class SystemNames {

    @Bean
    @ConditionalOnMissingBean
    Reach.Names names() {
        return SystemNames::lookUp;
    }

    private static InetAddress[] lookUp(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }
}
