package vn.dondoc.tasks.deadline.mongo;

import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.dondoc.tasks.deadline.StoreClock;

@Configuration(proxyBeanMethods = false)
class StoreClockConfiguration {

    private static final Document HELLO = new Document("hello", 1);

    @Bean
    StoreClock storeClock(MongoOperations mongo) {
        return () -> Optional.ofNullable(mongo.executeCommand(HELLO).getDate("localTime"))
                .map(Date::toInstant);
    }
}
