package vn.dondoc.reporting;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.dondoc.file.GridFsFiles;

/** Runs reporting-service alone. */
@SpringBootApplication
@EnableScheduling
@Import(GridFsFiles.class)
@ConfigurationPropertiesScan
public class ReportingService {

    public static void main(String[] args) {
        new SpringApplicationBuilder(ReportingService.class)
                .properties("spring.config.name=reporting-service")
                .run(args);
    }
}
