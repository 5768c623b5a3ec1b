package vn.dondoc.notifications;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.dondoc.contract.Topic;
import vn.dondoc.messaging.Topics;

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

    @Bean
    List<Topics.Declaration> topics() {
        return Arrays.stream(new Topic[] {Topic.NOTICES, Topic.TASKS, Topic.AGENCIES})
                .map(it -> new Topics.Declaration(it.topicName(), it.compacted()))
                .toList();
    }
}
