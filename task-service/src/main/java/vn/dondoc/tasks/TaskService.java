package vn.dondoc.tasks;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.dondoc.contract.Topic;
import vn.dondoc.messaging.Topics;

/** Runs task-service alone. */
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
public class TaskService {

    public static void main(String[] args) {
        new SpringApplicationBuilder(TaskService.class)
                .properties("spring.config.name=task-service")
                .run(args);
    }

    @Bean
    List<Topics.Declaration> topics() {
        return Arrays.stream(new Topic[] {Topic.TASKS, Topic.DIRECTIVES, Topic.REPORTS})
                .map(it -> new Topics.Declaration(it.topicName(), it.compacted()))
                .toList();
    }
}
