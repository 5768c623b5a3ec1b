package vn.dondoc.documents;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Runs document-service alone. */
@SpringBootApplication
public class DocumentService {

    public static void main(String[] args) {
        new SpringApplicationBuilder(DocumentService.class)
                .properties("spring.config.name=document-service")
                .run(args);
    }
}
