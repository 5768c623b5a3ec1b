package vn.dondoc.notifications;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs notification-service alone. */
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
public class NotificationService {

    public static void main(String[] args) {
        new SpringApplicationBuilder(NotificationService.class)
                .properties("spring.config.name=notification-service")
                .run(args);
    }
}
