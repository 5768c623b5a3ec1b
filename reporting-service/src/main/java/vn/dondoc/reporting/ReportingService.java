package vn.dondoc.reporting;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.dondoc.contract.Topic;
import vn.dondoc.messaging.Topics;

/** Runs reporting-service alone. */
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
public class ReportingService {

    public static void main(String[] args) {
        new SpringApplicationBuilder(ReportingService.class)
                .properties("spring.config.name=reporting-service")
                .run(args);
    }

    @Bean
    List<Topics.Declaration> topics() {
        return Arrays.stream(new Topic[] {
                    Topic.REPORTS, Topic.DEFINITIONS, Topic.INDICATORS, Topic.DIRECTIVES, Topic.AGENCIES
                })
                .map(it -> new Topics.Declaration(it.topicName(), it.compacted()))
                .toList();
    }
}
