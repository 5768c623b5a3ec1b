package vn.dondoc.documents;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import vn.dondoc.contract.Topic;
import vn.dondoc.messaging.Topics;

/** Runs document-service alone. */
@SpringBootApplication
public class DocumentService {

    public static void main(String[] args) {
        new SpringApplicationBuilder(DocumentService.class)
                .properties("spring.config.name=document-service")
                .run(args);
    }

    @Bean
    List<Topics.Declaration> topics() {
        return Arrays.stream(Topic.values())
                .filter(it -> it.owner().equals("document-service"))
                .map(it -> new Topics.Declaration(it.topicName(), it.compacted()))
                .toList();
    }
}
