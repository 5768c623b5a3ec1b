package vn.dondoc.tasks;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.dondoc.file.GridFsFiles;

/** Runs task-service alone. */
@SpringBootApplication
@EnableScheduling
@Import(GridFsFiles.class)
@ConfigurationPropertiesScan
public class TaskService {

    public static void main(String[] args) {
        new SpringApplicationBuilder(TaskService.class)
                .properties("spring.config.name=task-service")
                .run(args);
    }
}
